//! The style of a table is data: pipes, padding, the width of the delimiter, the spaces around it, the unit of widths.
#![allow(dead_code, reason = "only the catalog is looked at")]

use errbook::{ApiError, Book};
use errbook_docgen::{Align, Column, Delimiter, Style, Table, WidthUnit};

#[derive(Debug, ApiError)]
#[api(display, rename_all = "PascalCase", status = 404)]
enum E {
    /// 👍 done
    Ab,
    /// 漢字
    Abcdef,
}

static BOOK: Book = Book::new("Styled", &[E::CATALOG]);

fn table(style: Style) -> String {
    let code = Column::new("Code", "{{ code }}").align(Align::Right);
    Table::new().column(code).column(("It is", "{{ description }}")).style(style).markdown(&BOOK).unwrap()
}

#[test]
fn padded_is_the_default_and_measures_columns() {
    let padded = "\
|   Code | It is   |
| -----: | ------- |
|     Ab | 👍 done |
| Abcdef | 漢字    |
";
    assert_eq!(table(Style::padded()), padded);
    assert_eq!(table(Style::default()), padded);
}

#[test]
fn characters() {
    assert_eq!(
        table(Style::padded().unit(WidthUnit::Characters)),
        "\
|   Code | It is  |
| -----: | ------ |
|     Ab | 👍 done |
| Abcdef | 漢字     |
"
    );
}

#[test]
fn compact() {
    assert_eq!(
        table(Style::compact()),
        "\
| Code | It is |
| --: | --- |
| Ab | 👍 done |
| Abcdef | 漢字 |
"
    );
}

#[test]
fn slate() {
    assert_eq!(
        table(Style::slate()),
        "\
Code | It is
---: | -----
Ab | 👍 done
Abcdef | 漢字
"
    );
}

#[test]
fn dashes_in_place_of_spaces() {
    let dashes = |style: Style| table(style.delimiter_spaces(false)).lines().nth(1).unwrap().to_owned();
    assert_eq!(dashes(Style::padded()), "|-------:|---------|");
    assert_eq!(dashes(Style::compact()), "|----:|-----|");
    assert_eq!(dashes(Style::slate()), "----:|------");
}

#[test]
fn the_width_of_delimiters() {
    let dashes = |delimiter| table(Style::padded().delimiter(delimiter)).lines().nth(1).unwrap().to_owned();
    assert_eq!(dashes(Delimiter::Column), "| -----: | ------- |");
    assert_eq!(dashes(Delimiter::Header), "| ---: | ----- |");
    assert_eq!(dashes(Delimiter::Fixed(5)), "| ----: | ----- |");
    assert_eq!(dashes(Delimiter::Fixed(0)), "| -: | - |", "what the alignment takes is always there");
}

#[test]
fn the_other_two() {
    let open = table(Style::padded().outer_pipes(false));
    assert!(open.starts_with("  Code | It is\n-----: | -------\n    Ab | 👍 done\n"), "{open}");
    let loose = table(Style::padded().padded_cells(false));
    assert!(loose.starts_with("| Code | It is |\n| ---: | ----- |\n| Ab | "), "{loose}");
}

#[test]
fn a_column_of_a_given_width() {
    let table = Table::new().column(Column::new("A", "{{ code }}").width(4)).column(("B", "b"));
    assert_eq!(
        table.markdown(&BOOK).unwrap(),
        "\
| A    | B   |
| ---- | --- |
| Ab   | b   |
| Abcdef | b   |
"
    );
}

#[test]
fn lines_word_for_word() {
    let table = Table::new().column(("A", "{{ code }}")).column(("B", "b")).style(Style::slate());
    let table = table.header_line("First|Second").delimiter_line(":-:|---:");
    assert_eq!(table.markdown(&BOOK).unwrap(), "First|Second\n:-:|---:\nAb | b\nAbcdef | b\n");
}

#[test]
fn without_outer_pipes_a_row_stays_a_row() {
    let table = |cells: [&'static str; 2]| {
        let table = Table::new().column(("A", "{{ code }}")).column(("B", "b")).style(Style::slate());
        table.row_above(cells).markdown(&BOOK).unwrap().lines().nth(2).unwrap().to_owned()
    };
    assert_eq!(table(["400", "x"]), "400 | x");
    for first in ["", "- x", "+", "> x", "# x", "1. x", "2) x", "~~~", "```", "<div>", "=== "] {
        assert_eq!(table([first, "x"]), format!("| {} | x |", first.trim()));
    }
    assert_eq!(table(["x", ""]), "| x |  |");
    let one = Table::new().column(("A", "{{ code }}")).style(Style::slate()).markdown(&BOOK).unwrap();
    assert_eq!(one, "| A |\n| --- |\n| Ab |\n| Abcdef |\n");
}
