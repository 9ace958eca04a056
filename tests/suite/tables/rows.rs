//! Static rows are above and below the errors, in the order they were added, verbatim.
#![allow(dead_code, reason = "only the catalog is looked at")]

use errbook::{ApiError, Book};
use errbook_docgen::Table;

#[derive(Debug, ApiError)]
#[api(display, status = 404, code = "Missing")]
struct Missing;

static BOOK: Book = Book::new("Rows", &[Missing::CATALOG]);
static EMPTY: Book = Book::new("Empty", &[]);

fn table() -> Table {
    Table::new().column(("Status", "{{ status }}")).column(("Code", "{{ code }}"))
}

#[test]
fn above_and_below() {
    let markdown = table()
        .row_below(["500", "last"])
        .row_above(["200 \\| {{ code }}", ""])
        .row_above(vec![String::from("201"), String::from("second")])
        .row_below(["599", "very last"])
        .markdown(&BOOK)
        .unwrap();
    assert_eq!(
        markdown,
        "\
| Status            | Code      |
| ----------------- | --------- |
| 200 \\| {{ code }} |           |
| 201               | second    |
| 404               | Missing   |
| 500               | last      |
| 599               | very last |
"
    );
}

#[test]
fn without_errors() {
    let header = "| Status | Code |\n| ------ | ---- |\n";
    assert_eq!(table().markdown(&EMPTY).unwrap(), header);
    assert_eq!(
        table().row_above(["200", ""]).markdown(&EMPTY).unwrap(),
        format!("{header}| 200    |      |\n")
    );
}
