//! The page at `/errors` and the lock of published errors are what `error.rs` declares and the handlers return.

use errbook::HttpError;
use errbook_docgen::{Docs, HtmlPage};

use crate::error::{BOOK, CustomerError};
use crate::routes::{create, list, pay, show};

#[test]
fn documentation() {
    Docs::new(&BOOK, env!("CARGO_MANIFEST_DIR"))
        .everywhere::<CustomerError>()
        .everywhere::<HttpError>()
        .endpoint("POST /orders", create)
        .endpoint("GET /orders", list)
        .endpoint("GET /orders/{id}", show)
        .endpoint("POST /orders/{id}/pay", pay)
        .lock("errors.lock.toml")
        .file("pages/errors.html", HtmlPage::new())
        .check();
}
