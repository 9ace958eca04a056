#[derive(Debug, errbook::ApiError)]
#[api(display, status = 404, code = env!("CODE"))]
struct NoOrder;

fn main() {}
