#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = http::StatusCode::OK, code = "Gone")]
    Gone,
}

fn main() {}
