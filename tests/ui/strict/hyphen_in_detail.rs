#[derive(Debug, errbook::ApiError)]
#[api(display, strict)]
enum Problem {
    /// It was deleted.
    #[api(status = 410, code = "Gone")]
    Gone { #[api(detail = "order-id")] id: u64 },
}

fn main() {}
