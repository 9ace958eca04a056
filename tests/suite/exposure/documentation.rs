//! Documentation is made of what was declared: nothing that an instance holds, every name of the templates printed.
#![allow(dead_code, reason = "only the catalogs are looked at")]

use errbook::{ApiError, Book};
use errbook_docgen::Table;

/// Things that go wrong.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(rename_all = "PascalCase", meta(owner = "shop"))]
enum Documented {
    /// The database is down.
    ///
    /// # Cause
    /// We are at fault.
    #[error("db at secret-host: {0}")]
    #[api(status = 503, number = 7, docs_url = "/errors/{code}")]
    Database(#[source] std::io::Error),
    #[error("secret-pool of {size}")]
    #[api(status = 500, message = "try again, {hint}", header("X-A" = "b"))]
    #[deprecated(note = "gone")]
    Pool {
        size: u8,
        /// What to do.
        #[api(detail)]
        hint: String,
    },
}

static BOOK: Book = Book::new("Documented", &[Documented::CATALOG]);

#[test]
fn every_name() {
    let names = [
        "status",
        "phrase",
        "code",
        "number",
        "title",
        "message",
        "description",
        "sections",
        "sections.Cause",
        "details",
        "headers",
        "retryable",
        "deprecated",
        "docs_url",
        "type",
        "variant",
        "meta",
        "meta.owner",
    ];
    let table =
        names.iter().fold(Table::new(), |table, name| table.column((*name, format!("{{{{ {name} }}}}"))));
    let markdown = table.markdown(&BOOK).unwrap();
    assert!(!markdown.contains("secret"), "{markdown}");
    assert!(!markdown.contains("db at"), "{markdown}");
    for declared in
        ["The database is down.", "We are at fault.", "try again, {hint}", "/errors/Database", "X-A", "gone"]
    {
        assert!(markdown.contains(declared), "{declared} in {markdown}");
    }
}
