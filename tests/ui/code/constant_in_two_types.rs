#[derive(Debug, errbook::ApiError)]
#[api(display, status = 404, code = NO_ORDER)]
struct NoOrder;

#[derive(Debug, errbook::ApiError)]
#[api(display, status = 404, code = "no-order")]
struct Missing;

const NO_ORDER: &str = "no-order";
static BOOK: errbook::Book = errbook::Book::new("Shop", &[NoOrder::CATALOG, Missing::CATALOG]);

fn main() {}
