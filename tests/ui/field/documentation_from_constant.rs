#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone {
        #[doc = env!("CARGO_PKG_NAME")]
        #[api(detail)]
        what: u32,
    },
}

fn main() {}
