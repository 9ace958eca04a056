//! Hidden errors have no row, deprecated ones have.
#![allow(dead_code, deprecated, reason = "only the catalog is looked at")]

use errbook::{ApiError, Book};
use errbook_docgen::Table;

#[derive(Debug, ApiError)]
#[api(display, status = 404, rename_all = "PascalCase")]
enum Partly {
    First,
    #[doc(hidden)]
    Hidden,
    #[api(transparent)]
    Inner(Inner),
    #[deprecated(since = "2.0.0", note = "use `First`")]
    Old,
}

#[derive(Debug, ApiError)]
#[api(display, status = 404, code = "Inner")]
#[doc(hidden)]
struct Inner;

static BOOK: Book = Book::new("Partly", &[Partly::CATALOG]);

#[test]
fn rows() {
    let markdown = Table::new()
        .column(("Code", "{{ code }}"))
        .column(("Note", "{% if deprecated %}{{ deprecated.since }}: {{ deprecated.note }}{% endif %}"))
        .column(("", "{{ deprecated }}"))
        .markdown(&BOOK)
        .unwrap();
    assert_eq!(
        markdown,
        "\
| Code  | Note               |                          |
| ----- | ------------------ | ------------------------ |
| First |                    |                          |
| Old   | 2.0.0: use `First` | since 2.0.0: use `First` |
"
    );
}
