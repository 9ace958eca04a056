use errbook::{ApiError, Book};

#[derive(Debug, ApiError)]
#[api(display, status = 400, code = "X")]
struct A;

#[derive(Debug, ApiError)]
#[api(display, status = 400, code = "X")]
struct B;

static BOOK: Book = Book::new("API", &[A::CATALOG, B::CATALOG]);

fn main() {}
