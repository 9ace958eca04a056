#[derive(Debug, errbook::ApiError)]
#[api(display, status = 404, code = concat!("no-", ORDER))]
struct NoOrder;

const ORDER: &str = "order";

fn main() {}
