#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410u16, code = "Gone")]
    Gone,
}

fn main() {}
