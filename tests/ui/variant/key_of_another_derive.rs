#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 404, rename = "no_order", error = "no order {0}")]
    NoOrder(u64),
    #[api(status_code = 410, code = "Gone", deprecated)]
    Gone,
}

fn main() {}
