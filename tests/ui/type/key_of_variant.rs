#[derive(Debug, errbook::ApiError)]
#[api(display, code = "Gone")]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone,
}

fn main() {}
