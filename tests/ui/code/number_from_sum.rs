#[derive(Debug, errbook::ApiError)]
#[api(display, status = 404, code = "a", number = BASE + 1)]
struct NoOrder;

const BASE: i64 = 1;

fn main() {}
