#[derive(Debug, errbook::ApiError)]
#[api(display, strict)]
enum Problem {
    /// Nobody knows who you are.
    #[api(status = 401, code = "Unknown")]
    Unknown,
}

fn main() {}
