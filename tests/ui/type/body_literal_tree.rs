#[derive(Debug, errbook::ApiError)]
#[api(display, body = { "code": code })]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone,
}

fn main() {}
