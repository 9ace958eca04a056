#[derive(Debug, errbook::ApiError)]
#[api(display, body = "PROBLEM")]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone,
}

fn main() {}
