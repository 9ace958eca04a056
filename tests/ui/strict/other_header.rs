#[derive(Debug, errbook::ApiError)]
#[api(display, strict)]
enum Problem {
    /// Say who you are.
    #[api(status = 401, code = "Who", header("X-Hint" = "sign in"))]
    Who,
}

fn main() {}
