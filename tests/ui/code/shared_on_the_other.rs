#[derive(Debug, errbook::ApiError)]
#[api(display, status = 410)]
enum Problem {
    #[api(code = "Gone")]
    Gone,
    #[api(code = "Gone", shared)]
    Away,
}

fn main() {}
