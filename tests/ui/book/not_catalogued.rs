use errbook::{Book, Catalogued};

struct Order;

pub static BOOK: Book = Book::new("Shop", &[Order::CATALOG]);

fn main() {}
