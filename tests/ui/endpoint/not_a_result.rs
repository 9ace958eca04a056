static BOOK: errbook::Book = errbook::Book::new("Orders API", &[]);

async fn get_order(id: u64) -> String {
    id.to_string()
}

fn main() {
    let _ = errbook_docgen::Docs::new(&BOOK, "").endpoint("GET /orders/{id}", get_order);
}
