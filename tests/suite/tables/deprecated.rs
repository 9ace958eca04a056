//! The notice of `#[deprecated]` can be shown, and rows can be selected and grouped by it.
#![allow(dead_code, deprecated, reason = "only the catalog is looked at")]

use errbook::{ApiError, Book};
use errbook_docgen::{Block, Format, Group, List, Sections, Style, Table};

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

/// As if it were a boolean.
#[test]
fn is_compared() {
    for (filter, codes) in [
        ("deprecated == true", "bare noted"),
        ("deprecated != false", "bare noted"),
        ("deprecated==false", "new newer"),
        ("status == 400 and deprecated != true and code != 'new'", "newer"),
        ("not deprecated == false", "bare noted"),
        ("deprecated is false", "new newer"),
        ("deprecated.since == '1.0.0'", "noted"),
        ("errors | selectattr('deprecated', 'true') | list", "bare noted"),
        ("retryable is true", ""),
        ("(status == 400) is true and code == 'new'", "new"),
    ] {
        let table = Table::new().column(("", "{{ code }}")).filter(filter).style(Style::compact());
        let table = table.markdown(&BOOK).unwrap();
        let rows: Vec<_> = table.lines().skip(2).map(|row| row.trim_matches(['|', ' '])).collect();
        assert_eq!(rows.join(" "), codes, "{filter}");
    }
    let page = "{% for e in errors if e.deprecated == false %}{{ e.code }} {% endfor %}\
                {% raw %}{{ deprecated == false }}{% endraw %} deprecated == false";
    let page = errbook_docgen::Page::new("page", page).render(Format::Markdown, &BOOK).unwrap();
    assert_eq!(page, "new newer {{ deprecated == false }} deprecated == false");
    let old = "{{ code }}{{ ', old' if deprecated == true }}";
    for list in [List::bullets(old), List::definitions(old, "")] {
        let list = list.filter("code == 'bare'").render(Format::AsciiDoc, &BOOK).unwrap();
        assert!(list.contains("bare, old"), "{list}");
    }
    let sections = Sections::new().heading(old).example(None).render(Format::Html, &BOOK).unwrap();
    assert!(sections.contains("bare, old</h2>") && sections.contains(">new</h2>"), "{sections}");
}
