#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = http::StatusCode::BAD_GATEWAY, code = "Gone", header("X-Scope" = "{0}"))]
    Gone(String),
}

fn main() {}
