static BOOK: errbook::Book = errbook::Book::new("Orders API", &[]);

async fn get_order(_: u64) -> Result<String, std::io::Error> {
    Ok(String::new())
}

fn main() {
    let _ = errbook_docgen::Docs::new(&BOOK, "").endpoint("GET /orders/{id}", get_order);
}
