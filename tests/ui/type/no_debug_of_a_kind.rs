#[derive(errbook::ApiError)]
#[api(display)]
enum Code {
    #[api(status = 410, code = "Gone")]
    Gone,
}

#[derive(Debug, errbook::ApiError)]
#[api(display, kind = Code::Gone, message = "the order is gone")]
struct Order;

static BOOK: errbook::Book = errbook::Book::new("Orders", &[Code::CATALOG, Order::CATALOG]);

fn main() {}
