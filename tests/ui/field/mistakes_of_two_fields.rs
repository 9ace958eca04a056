#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone {
        #[api(detial)]
        what: u32,
        #[api(status = 5)]
        now: u16,
    },
}

fn main() {}
