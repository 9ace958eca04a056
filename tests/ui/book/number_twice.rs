use errbook::{ApiError, Book};

#[derive(Debug, ApiError)]
#[api(display, status = 404, code = "NoOrder", number = 7)]
struct Order;

#[derive(Debug, ApiError)]
#[api(display, status = 404, code = "NoUser", number = 7)]
struct User;

pub static BOOK: Book = Book::new("Shop", &[Order::CATALOG, User::CATALOG]);

fn main() {}
