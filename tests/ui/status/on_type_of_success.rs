#[derive(Debug, errbook::ApiError)]
#[api(display, status = 200)]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone,
}

fn main() {}
