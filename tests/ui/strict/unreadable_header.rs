#[derive(Debug, errbook::ApiError)]
#[api(display, strict, header("WWW-Authenticate": "Bearer"))]
enum Problem {
    /// Say who you are.
    #[api(status = 401, code = "Who")]
    Who,
}

fn main() {}
