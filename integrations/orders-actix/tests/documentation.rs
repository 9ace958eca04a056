//! The documentation is what `error.rs` declares.

use errbook_docgen::{Docs, Sections};

#[test]
fn error_page() {
    let page = Sections::new().filter("type != 'errbook::HttpError'");
    Docs::new(&orders_actix::BOOK, env!("CARGO_MANIFEST_DIR")).file("docs/errors.md", page).check();
}
