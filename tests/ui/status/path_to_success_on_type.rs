#[derive(Debug, errbook::ApiError)]
#[api(display, status = http::StatusCode::ACCEPTED)]
enum Problem {
    #[api(code = "Gone")]
    Gone,
    #[api(code = "Lost")]
    Lost,
}

fn main() {}
