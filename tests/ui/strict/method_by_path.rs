#[derive(Debug, errbook::ApiError)]
#[api(display, strict)]
enum Problem {
    /// Only reading is allowed.
    #[api(status = http::StatusCode::METHOD_NOT_ALLOWED, code = "ReadOnly")]
    ReadOnly,
}

fn main() {}
