#[derive(Debug, errbook::ApiError)]
#[api(display, status = 404, code = "NoOrder", title = TITLE)]
struct NoOrder;

const TITLE: &str = "No such order";

fn main() {}
