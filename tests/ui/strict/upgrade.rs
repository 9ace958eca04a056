#[derive(Debug, errbook::ApiError)]
#[api(display, strict)]
enum Problem {
    /// Only the new protocol is spoken here.
    #[api(status = 426, code = "TooOld")]
    TooOld,
}

fn main() {}
