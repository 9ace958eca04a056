const MOVED: http::StatusCode = http::StatusCode::FOUND;

#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = MOVED, code = "Gone")]
    Gone,
}

fn main() {}
