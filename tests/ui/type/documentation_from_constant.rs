#[derive(Debug, errbook::ApiError)]
#[doc = env!("CARGO_PKG_NAME")]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone,
}

fn main() {}
