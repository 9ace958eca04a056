//! The notice of `#[deprecated]` can be shown, and rows can be selected and grouped by it.
#![allow(dead_code, deprecated, reason = "only the catalog is looked at")]

use errbook::{ApiError, Book};
use errbook_docgen::{Group, Style, Table};

#[derive(Debug, ApiError)]
#[api(display, status = 400, rename_all = "lowercase")]
enum Old {
    New,
    #[deprecated]
    Bare,
    #[deprecated(since = "1.0.0", note = "use `new`")]
    Noted,
    Newer,
}

static BOOK: Book = Book::new("Old", &[Old::CATALOG]);

fn table(table: Table) -> String {
    let columns = table.column(("Code", "{{ code }}")).column(("Deprecated", "{{ deprecated }}"));
    columns.style(Style::compact()).markdown(&BOOK).unwrap()
}

#[test]
fn is_shown() {
    let text = table(Table::new().filter("deprecated"));
    assert!(text.ends_with("| bare | yes |\n| noted | since 1.0.0: use `new` |\n"), "{text}");
    assert!(table(Table::new().filter("not deprecated")).ends_with("| new |  |\n| newer |  |\n"));
}

#[test]
fn groups() {
    let text = table(Table::new().group(Group::by("deprecated").rest("Current")));
    let headings: Vec<_> = text.lines().filter(|line| line.starts_with('#')).collect();
    assert_eq!(headings, ["## yes", "## since 1.0.0: use new", "## Current"]);
    assert!(text.ends_with("| new |  |\n| newer |  |\n"), "{text}");
}
