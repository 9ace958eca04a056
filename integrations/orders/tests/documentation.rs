//! The page at `/errors` is what `error.rs` declares.

#[test]
fn error_page() {
    errbook_docgen::Docs::new(&orders::BOOK, env!("CARGO_MANIFEST_DIR"))
        .file("pages/errors.html", errbook_docgen::HtmlPage::new())
        .check();
}
