#[derive(Debug, errbook::ApiError)]
#[api(display, status = 404, code = "a", number = NUMBER)]
struct NoOrder;

const NUMBER: u16 = 1;

fn main() {}
