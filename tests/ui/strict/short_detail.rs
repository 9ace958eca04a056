#[derive(Debug, errbook::ApiError)]
#[api(display, strict)]
enum Problem {
    /// It was deleted.
    #[api(status = 410, code = "Gone")]
    Gone { #[api(detail)] id: u64 },
}

fn main() {}
