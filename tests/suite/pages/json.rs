//! `tojson` writes what a value says, and comes to an end.
#![allow(dead_code, reason = "only the catalog is looked at")]

use errbook::{ApiError, Book};
use errbook_docgen::{Block, Format, List, Page, Table};
use serde_json::{Value, json};

/// See [the *DOCS*](https://ex.com/Path?b=C).
///
/// # Solution
/// Wait.
#[derive(Debug, ApiError)]
#[api(display, status = 404, code = "GONE")]
struct Gone {
    /// Its `id`.
    #[api(detail)]
    id: u64,
}

static BOOK: Book = Book::new("Orders", &[Gone::CATALOG]);

fn read(expression: &str) -> Value {
    let page = Page::new("errors.json", format!("{{{{ {expression} | tojson }}}}"));
    serde_json::from_str(&page.render(Format::Json, &BOOK).unwrap()).unwrap()
}

#[test]
fn markdown_is_a_string() {
    assert_eq!(read("errors[0].description"), json!("See [the *DOCS*](https://ex.com/Path?b=C)."));
    assert_eq!(read("errors[0].sections"), json!({ "Solution": "Wait." }));
    assert_eq!(read("errors[0].details")[0]["description"], json!("Its `id`."));
}

/// An error that is deprecated without a text differs from one that is not deprecated.
#[test]
fn a_deprecation() {
    #[derive(Debug, ApiError)]
    #[api(display, status = 410)]
    enum Parcel {
        #[api(code = "SENT")]
        Sent,
        #[api(code = "LOST")]
        #[deprecated]
        Lost,
    }

    static PARCELS: Book = Book::new("Parcels", &[Parcel::CATALOG]);
    let page = Page::new(
        "errors.json",
        "[{{ errors[0] | tojson }}, {{ errors | map(attribute='deprecated') | tojson }}]",
    );
    let page: Value = serde_json::from_str(&page.render(Format::Json, &PARCELS).unwrap()).unwrap();
    assert_eq!(page[0]["deprecated"], json!(false));
    assert_eq!(page[1], json!([false, { "since": null, "note": "" }]));
}

#[test]
fn a_whole_error() {
    let error = read("errors[0]");
    assert_eq!(error["code"], json!("GONE"));
    assert_eq!(error["details"][0]["name"], json!("id"));
    assert_eq!(read("errors")[0], error);
    assert_eq!(read("book")["errors"][0], error);
    let table = Table::new().column(("D", "{{ errors | tojson }}")).render(Format::Csv, &BOOK).unwrap();
    assert!(table.contains("GONE"));
    assert!(
        List::bullets("{{ errors[0] | tojson }}").render(Format::Markdown, &BOOK).unwrap().contains("GONE")
    );
}

/// A filter that changes letters leaves addresses alone.
#[test]
fn upper_and_lower() {
    let cell = |template: &str| Table::new().column(("D", template)).markdown(&BOOK).unwrap();
    assert!(cell("{{ description | upper }}").contains("| SEE [THE _DOCS_](https://ex.com/Path?b=C). |"));
    assert!(cell("{{ description | lower }}").contains("| see [the _docs_](https://ex.com/Path?b=C). |"));
}
