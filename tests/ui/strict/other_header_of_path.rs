const WHO: http::StatusCode = http::StatusCode::UNAUTHORIZED;

#[derive(Debug, errbook::ApiError)]
#[api(display, strict)]
enum Problem {
    /// Say who you are.
    #[api(status = WHO, code = "Who", header("X-Hint" = "sign in"))]
    Who,
}

fn main() {}
