use errbook::{ApiError, Book};

#[derive(Debug, ApiError)]
#[api(display, status = 404, code = "NotFound", shared)]
struct Order;

#[derive(Debug, ApiError)]
#[api(display, status = 404, code = "NotFound")]
struct User;

pub static BOOK: Book = Book::new("Shop", &[Order::CATALOG, User::CATALOG]);

fn main() {}
