use errbook::{Book, HasCatalog};

struct Order;

pub static BOOK: Book = Book::new("Shop", &[Order::CATALOG]);

fn main() {}
