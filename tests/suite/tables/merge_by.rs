//! Variants with equal keys, such as one status or code, become one row.
#![allow(dead_code, reason = "only the catalog is looked at")]

use errbook::{ApiError, Book};
use errbook_docgen::{Block, Format, List, Sections, Table};

#[derive(Debug, ApiError)]
#[api(display)]
enum E {
    /// First.
    #[api(status = 404, code = "NotFound", shared)]
    Order,
    #[api(status = 500, code = "Internal")]
    Failed,
    /// Second.
    #[api(status = 410, also(404), code = "NotFound", shared)]
    Deleted(#[api(status)] u16),
    #[api(status = 404, code = "NoRoute")]
    Route,
}

static BOOK: Book = Book::new("Shared", &[E::CATALOG]);

fn table() -> Table {
    let codes = "{{ errors | map(attribute='variant') | join(', ') }}";
    Table::new().column(("Status", "{{ status }}")).column(("Code", "{{ code }}")).column(("Variants", codes))
}

#[test]
fn every_variant_has_a_row() {
    assert_eq!(
        table().markdown(&BOOK).unwrap(),
        "\
| Status | Code     | Variants |
| ------ | -------- | -------- |
| 404    | NotFound | Order    |
| 500    | Internal | Failed   |
| 410    | NotFound | Deleted  |
| 404    | NoRoute  | Route    |
"
    );
}

/// Commas between code spans, whether text of the author or a value.
#[test]
fn values_between_code_spans() {
    for codes in [
        "{% for e in errors %}{{ e.code | code }}{{ ', ' if not loop.last }}{% endfor %}",
        "{% for e in errors %}{{ e.code | code }}{% if not loop.last %}, {% endif %}{% endfor %}",
        "{% for e in errors %}`{{ e.code }}`{{ ', ' if not loop.last }}{% endfor %}",
    ] {
        let table = Table::new().column(("", codes)).merge_by("class").filter("code != 'Internal'");
        let row = table.markdown(&BOOK).unwrap().lines().last().unwrap().to_owned();
        assert_eq!(row, "| `NotFound`, `NotFound`, `NoRoute` |");
    }
    // HTML of the author's in a value.
    let broken = "<code>{{ code | replace('Found', '<wbr/>Found') | safe }}</code>";
    let table = Table::new().column(("", broken)).merge_by("class").filter("code != 'Internal'");
    assert!(table.markdown(&BOOK).unwrap().ends_with("| <code>Not<wbr/>Found</code> |\n"));
}

#[test]
fn one_row_per_code() {
    assert_eq!(
        table().merge_by("code").markdown(&BOOK).unwrap(),
        "\
| Status | Code     | Variants       |
| ------ | -------- | -------------- |
| 404    | NotFound | Order, Deleted |
| 500    | Internal | Failed         |
| 404    | NoRoute  | Route          |
"
    );
}

#[test]
fn filters_apply_before_merging() {
    assert_eq!(
        table()
            .merge_by("status")
            .filter("variant != 'Order'")
            .sort_by_desc("status")
            .markdown(&BOOK)
            .unwrap(),
        "\
| Status | Code     | Variants |
| ------ | -------- | -------- |
| 500    | Internal | Failed   |
| 410    | NotFound | Deleted  |
| 404    | NoRoute  | Route    |
"
    );
}

#[test]
fn lists_and_sections() {
    let list = List::bullets("{{ code }}: {% for e in errors %}{{ e.status }} {% endfor %}").merge_by("code");
    assert_eq!(
        list.render(Format::Markdown, &BOOK).unwrap(),
        "- NotFound: 404 410\n- Internal: 500\n- NoRoute: 404\n"
    );
    let sections = Sections::new()
        .anchors(false)
        .merge_by("code")
        .example(None)
        .render(Format::Markdown, &BOOK)
        .unwrap();
    assert_eq!(sections, "## 404 NotFound\n\nFirst.\n\nSecond.\n\n## 500 Internal\n\n## 404 NoRoute\n");
}

#[test]
fn rows_without_a_key_are_not_merged() {
    let table = Table::new().column(("", "{{ code }}")).merge_by("number").markdown(&BOOK).unwrap();
    assert_eq!(table.lines().count(), 2 + 4);
}
