use errbook::{ApiError, Book};

#[derive(Debug, ApiError)]
#[api(display, status = 404, code = "NotFound", shared)]
struct NoUser;

#[derive(Debug, ApiError)]
#[api(display, status = 410, code = "NotFound", shared)]
struct NoOrder;

static BOOK: Book = Book::new("API", &[NoUser::CATALOG, NoOrder::CATALOG]);

fn main() {}
