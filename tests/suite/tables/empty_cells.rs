//! Empty cells are spaces or a placeholder, or their column is omitted.
#![allow(dead_code, reason = "only the catalog is looked at")]

use errbook::{ApiError, Book};
use errbook_docgen::{Column, Format, Table};

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

/// Without anything between them, signs of emphasis would be text.
#[test]
fn emphasis_of_nothing() {
    for (template, told) in [
        ("**{{ number }}**", ""),
        ("{{ code }} *{{ number }}*", "b"),
        ("{{ code }} ~~{{ number }}~~ __{{ number }}__.", "b  ."),
        ("***{{ number }}***", ""),
        ("{{ code }}_{{ number }}_x", "b__x"),
        ("\\*{{ number }}*", "\\**"),
    ] {
        let cell = |format| Table::new().column(("H", template)).render(format, &BOOK).unwrap();
        let markdown = cell(Format::Markdown);
        let last = markdown.lines().last().unwrap().trim_matches(['|', ' ']).to_owned();
        assert_eq!(last, told, "{template}");
        assert!(
            cell(Format::Html)
                .ends_with(&format!("<tr><td>{}</td></tr>\n</tbody>\n</table>\n", told.replace('\\', ""))),
            "{template}"
        );
    }
}

#[test]
fn a_column_with_a_placeholder_that_is_omitted() {
    let number = Column::new("Number", "{{ number }}");
    for column in [number.clone().placeholder("–").hide_if_empty(), number.hide_if_empty().placeholder("–")]
    {
        let table = table().column(column);
        assert_eq!(table.markdown(&BOOK).unwrap().lines().last(), Some("| b    | –      |"));
        assert_eq!(table.filter("number is none").markdown(&BOOK).unwrap(), "| Code |\n| ---- |\n| b    |\n");
    }
}

/// An omitted column is not one that others must agree with.
#[test]
fn a_merged_column_behind_an_omitted_one() {
    let omitted = Column::new("Since", "{{ since }}").merged().hide_if_empty();
    let table = Table::new().column(omitted).column(Column::new("Status", "{{ status }}").merged());
    let html = table.column(("Code", "{{ code }}")).render(Format::Html, &BOOK).unwrap();
    assert!(html.contains("<td rowspan=\"2\">404</td>") && !html.contains("Since"), "{html}");
}
