//! The version that first had an error can be shown, and is absent if none is declared.
#![allow(dead_code, reason = "only the catalog is looked at")]

use errbook::{ApiError, Book};
use errbook_docgen::{Style, Table};

#[derive(Debug, ApiError)]
#[api(display, status = 404, rename_all = "lowercase")]
enum E {
    #[api(since = "1.2")]
    A,
    B,
}

static BOOK: Book = Book::new("Since", &[E::CATALOG]);

#[test]
fn is_shown() {
    let table = Table::new().column(("Code", "{{ code }}")).column(("Since", "{{ since }}"));
    assert_eq!(
        table.style(Style::compact()).markdown(&BOOK).unwrap(),
        "| Code | Since |\n| --- | --- |\n| a | 1.2 |\n| b |  |\n"
    );
}

#[test]
fn selects_rows() {
    let table = Table::new().column(("Code", "{{ code }}")).filter("since");
    assert_eq!(table.markdown(&BOOK).unwrap(), "| Code |\n| ---- |\n| a    |\n");
}
