//! Empty cells are spaces or a placeholder, or their column is omitted.
#![allow(dead_code, reason = "only the catalog is looked at")]

use errbook::{ApiError, Book};
use errbook_docgen::{Column, Table};

#[derive(Debug, ApiError)]
#[api(display, rename_all = "lowercase", status = 404)]
enum E {
    #[api(number = 0)]
    A,
    B,
}

static BOOK: Book = Book::new("Empty", &[E::CATALOG]);

fn table() -> Table {
    Table::new().column(("Code", "{{ code }}"))
}

#[test]
fn a_placeholder() {
    let table =
        table().column(Column::new("Number", "{{ number }}").placeholder("*none*")).row_above(["ok", ""]);
    assert_eq!(
        table.markdown(&BOOK).unwrap(),
        "\
| Code | Number |
| ---- | ------ |
| ok   | *none* |
| a    | 0      |
| b    | *none* |
"
    );
}

#[test]
fn an_omitted_column() {
    let table = table().column(Column::new("Number", "{{ number }}").hide_if_empty());
    assert_eq!(table.markdown(&BOOK).unwrap().lines().next(), Some("| Code | Number |"));
    let without = table.clone().filter("number is none");
    assert_eq!(without.markdown(&BOOK).unwrap(), "| Code |\n| ---- |\n| b    |\n");
    let given = without.clone().row_below(["", "7"]);
    assert!(given.markdown(&BOOK).unwrap().ends_with("|      | 7      |\n"));
    let lines = without.header_line("|a|b|").delimiter_line("|-|-|");
    assert!(
        lines.markdown(&BOOK).unwrap().starts_with("|a|b|\n|-|-|\n| b    |        |"),
        "lines are for all columns"
    );
}

#[test]
fn a_table_has_columns() {
    let table = Table::new().column(Column::new("Number", "{{ number }}").hide_if_empty());
    assert_eq!(table.filter("false").markdown(&BOOK).unwrap(), "| Number |\n| ------ |\n");
}

#[test]
fn empty_code_spans() {
    let markdown = table()
        .column(("Number", "`{{ number }}`"))
        .column(("", "{{ number | code }}"))
        .markdown(&BOOK)
        .unwrap();
    assert_eq!(markdown.lines().last(), Some("| b    |        |     |"));
}
