#[derive(Debug, errbook::ApiError)]
#[api(display, status = 404, code = "NoOrder", message = TEXT)]
struct NoOrder;

const TEXT: &str = "there is no such order";

fn main() {}
