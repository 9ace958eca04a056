//! The alignment of a column shows in the delimiter and in the padding.

use errbook::{ApiError, Book};
use errbook_docgen::{Align, Column, Table};

#[derive(Debug, ApiError)]
#[api(display, status = 400, code = "Ab")]
struct Short;

#[derive(Debug, ApiError)]
#[api(display, status = 400, code = "Abcdef", meta(x = "1"))]
struct Long;

static BOOK: Book = Book::new("Aligned", &[Short::CATALOG, Long::CATALOG]);

#[test]
fn every_alignment() {
    let markdown = Table::new()
        .column(("None", "{{ code }}"))
        .column(Column::new("Left", "{{ code }}").align(Align::Left))
        .column(Column::new("Center", "{{ code }}").align(Align::Center))
        .column(Column::new("Right", "{{ code }}").align(Align::Right))
        .markdown(&BOOK)
        .unwrap();
    assert_eq!(
        markdown,
        "\
| None   | Left   | Center |  Right |
| ------ | :----- | :----: | -----: |
| Ab     | Ab     |   Ab   |     Ab |
| Abcdef | Abcdef | Abcdef | Abcdef |
"
    );
}

#[test]
fn the_narrowest_columns() {
    let narrow = |align| Column::new("", "{{ meta.x }}").align(align);
    let table =
        Table::new().column(narrow(Align::Left)).column(narrow(Align::Center)).column(narrow(Align::Right));
    assert_eq!(
        table.markdown(&BOOK).unwrap(),
        "\
|     |     |     |
| :-- | :-: | --: |
|     |     |     |
| 1   |  1  |   1 |
"
    );
}
