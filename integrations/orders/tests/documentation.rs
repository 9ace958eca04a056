//! The page at `/errors` is what `error.rs` declares.

#[test]
fn error_page() {
    errbook_docgen::Docs::new(&orders::BOOK, env!("CARGO_MANIFEST_DIR"))
        .template("pages/errors.html", "pages/errors.html.jinja")
        .check();
}
