#[derive(Debug, errbook::ApiError)]
#[api(display, strict)]
enum Problem {
    /// The order does not exist.
    #[api(status = 404, code = "NoOrder", message = "there is no order {0}")]
    NoOrder(u64),
}

fn main() {}
