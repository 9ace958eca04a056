#[derive(Debug, errbook::ApiError)]
#[api(display, strict)]
enum Problem {
    /// The proxy does not know who you are.
    #[api(status = 407, code = "Unknown")]
    Unknown,
}

fn main() {}
