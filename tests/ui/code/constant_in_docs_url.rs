#[derive(Debug, errbook::ApiError)]
#[api(display, status = 404, code = CODE, docs_url = "https://example.com/{code}")]
struct NoOrder;

const CODE: &str = "no-order";

fn main() {}
