//! A table can be divided: a heading, an intro and a table for each group.
#![allow(dead_code, reason = "only the catalog is looked at")]

use errbook::{ApiError, Book};
use errbook_docgen::{Column, ErrorKind, Format, Group, Table};

#[derive(Debug, ApiError)]
#[api(display, rename_all = "lowercase")]
enum First {
    /// # Area
    /// Orders
    #[api(status = 409, number = 1001)]
    A,
    #[api(status = 404, number = 2000, meta(area = "auth"))]
    B,
    /// # Area
    /// Orders
    #[api(status = 500, number = 1999)]
    C,
}

#[derive(Debug, ApiError)]
#[api(display, code = "d", status = 404)]
struct Second;

static BOOK: Book = Book::new("Grouped", &[First::CATALOG, Second::CATALOG]);

/// The groups with their codes: `4xx: a b`.
fn groups(group: Group) -> String {
    let table = Table::new().column(("", "{{ code }}")).group(group.heading("{{ key }}: "));
    let markdown = table.markdown(&BOOK).unwrap();
    let lines =
        markdown.lines().filter(|line| !line.contains("---") && !line.trim_matches(['|', ' ']).is_empty());
    lines.map(|line| line.trim_matches(['|', ' '])).collect::<Vec<_>>().join(" ")
}

#[test]
fn by_anything() {
    assert_eq!(groups(Group::by("status")), "409: a 404: b d 500: c");
    assert_eq!(groups(Group::by("class")), "4xx: a b d 5xx: c");
    assert_eq!(groups(Group::by("type")), "First: a b c Second: d");
    assert_eq!(groups(Group::by("meta.area")), "auth: b Other: a c d", "those without come last");
    assert_eq!(groups(Group::by("sections.Area").rest("The rest")), "Orders: a c The rest: b d");
    assert_eq!(groups(Group::by("'one'")), "one: a b c d");
}

#[test]
fn by_ranges() {
    let ranges = "'1000–1999' if number and number < 2000 else '2000–2999' if number";
    assert_eq!(groups(Group::by(ranges)), "1000–1999: a c 2000–2999: b Other: d");
}

#[test]
fn the_whole() {
    let table = Table::new()
        .column(("Code", "{{ code }}"))
        .column(Column::new("Number", "{{ number }}").hide_if_empty())
        .row_above(["ok", ""])
        .row_below(["end", ""])
        .sort_by_desc("code")
        .group(Group::by("type").intro("Second", "Only *one*.\n").intro("Third", "Nobody sees this."));
    assert_eq!(
        table.markdown(&BOOK).unwrap(),
        "\
## Second

Only *one*.

| Code |
| ---- |
| ok   |
| d    |

## First

| Code | Number |
| ---- | ------ |
| c    | 1999   |
| b    | 2000   |
| a    | 1001   |
| end  |        |
"
    );
}

#[test]
fn default_headings() {
    let heading = |format| {
        let table = Table::new().column(("A", "{{ code }}")).group(Group::by("meta.area").rest("a_b*"));
        table.filter("code == 'a'").render(format, &BOOK).unwrap()
    };
    assert!(heading(Format::Markdown).starts_with("## a_b\\*\n\n|"));
    assert!(heading(Format::Mdx).starts_with("## a_b\\*\n\n|"));
    assert!(heading(Format::Html).starts_with("<h2>a_b*</h2>\n\n<table>"));
}

#[test]
fn without_errors_there_is_one_part_without_a_heading() {
    let table = Table::new().column(("A", "{{ code }}")).filter("false").group(Group::by("class"));
    assert_eq!(table.row_above(["ok"]).markdown(&BOOK).unwrap(), "| A   |\n| --- |\n| ok  |\n");
}

#[test]
fn the_rest_has_the_name_of_a_group() {
    assert_eq!(groups(Group::by("meta.area").rest("auth")), "auth: b a c d");
}

#[test]
fn a_heading_counts_its_errors() {
    let table = Table::new().column(("", "{{ code }}")).filter("status == 404");
    let group = Group::by("status").heading("## {{ key }} ({{ errors | length }})").intro("404", "Gone.");
    assert!(table.group(group).markdown(&BOOK).unwrap().starts_with("## 404 (2)\n\nGone.\n\n|"));
}

#[test]
fn errors_have_a_place() {
    let wrong = |group| Table::new().column(("A", "")).group(group).markdown(&BOOK).unwrap_err().to_string();
    assert_eq!(wrong(Group::by("klass")), "the group, line 1: unknown name `klass`, did you mean `class`?");
    let error = wrong(Group::by("class").heading("\n{{ ky }}"));
    assert_eq!(error, "the heading, line 2: unknown name `ky`, did you mean `key`?");
    let table = Table::new().column(("A", "")).group(Group::by("class"));
    let error = table.render(Format::Csv, &BOOK).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Format);
    assert_eq!(error.to_string(), "a grouped table cannot be written as CSV");
    assert_eq!(error.to_string(), "a grouped table cannot be written as CSV");
}
