//! Expressions select and sort the rows of a table.
#![allow(dead_code, deprecated, reason = "only the catalog is looked at")]

use errbook::{ApiError, Book};
use errbook_docgen::{ErrorKind, Table};

#[derive(Debug, ApiError)]
#[api(display, rename_all = "lowercase")]
enum E {
    /// Has `auth` in it.
    #[api(status = 500, number = 3, meta(area = "store"))]
    A,
    /// # Area
    /// Orders
    #[api(status = 404, meta(area = "auth"))]
    B,
    #[api(status = 500, number = 1)]
    #[deprecated]
    C,
    #[api(status = 404, number = 2)]
    D {
        #[api(detail)]
        x: u8,
    },
}

static BOOK: Book = Book::new("Selected", &[E::CATALOG]);

fn codes(table: Table) -> String {
    let markdown = table.column(("", "{{ code }}")).markdown(&BOOK).unwrap();
    markdown.lines().skip(2).map(|line| line.trim_matches(['|', ' '])).collect()
}

#[test]
fn filters() {
    for (filter, left) in [
        ("status >= 500", "ac"),
        ("class == '4xx'", "bd"),
        ("status == 404 and not details", "b"),
        ("not deprecated", "abd"),
        ("meta.area", "ab"),
        ("meta.area == 'auth'", "b"),
        ("number is none", "b"),
        ("code in ['a', 'd']", "ad"),
        ("'auth' in description", "a"),
        ("description == 'Has `auth` in it.'", "a"),
        ("sections.Area == 'Orders'", "b"),
        ("'Orders' == sections.Area", "b"),
        ("sections.Area in ['Orders']", "b"),
        ("sections.Area", "b"),
        ("status in range(400, 410)", "bd"),
        ("retryable", ""),
        ("true", "abcd"),
    ] {
        assert_eq!(codes(Table::new().filter(filter)), left, "{filter}");
    }
    assert_eq!(codes(Table::new().filter("status == 404").filter("number")), "d");
}

#[test]
fn orders() {
    assert_eq!(codes(Table::new().sort_by("status")), "bdac", "equal rows keep their order");
    assert_eq!(codes(Table::new().sort_by("status").sort_by_desc("code")), "dbca");
    assert_eq!(codes(Table::new().sort_by_desc("status")), "acbd");
    assert_eq!(codes(Table::new().sort_by("number")), "bcda", "without a number comes first");
    assert_eq!(codes(Table::new().sort_by("-number").filter("number")), "adc");
    assert_eq!(codes(Table::new().sort_by("description")).chars().last(), Some('a'));
}

#[test]
fn static_rows_stay() {
    let table = Table::new()
        .column(("", "{{ code }}"))
        .row_above(["0"])
        .row_below(["9"])
        .sort_by_desc("code")
        .filter("number");
    let markdown = table.markdown(&BOOK).unwrap();
    let codes: String = markdown.lines().skip(2).map(|line| line.trim_matches(['|', ' '])).collect();
    assert_eq!(codes, "0dca9");
}

#[test]
fn members_are_selected_too() {
    let table = Table::new().column(("", "{{ name }}")).filter("not required").sort_by_desc("name");
    let markdown = table.markdown(&errbook::body::FLAT).unwrap();
    assert_eq!(
        markdown.lines().skip(2).collect::<Vec<_>>(),
        ["| violations |", "| trace_id   |", "| details    |"]
    );
}

#[test]
fn errors_have_a_place() {
    let wrong = |table: Table| table.column(("", "")).markdown(&BOOK).unwrap_err();
    let error = wrong(Table::new().filter("staus > 4"));
    assert_eq!(error.to_string(), "the filter, line 1: unknown name `staus`, did you mean `status`?");
    let error = wrong(Table::new().sort_by("status +"));
    assert_eq!(error.kind(), ErrorKind::Template);
    assert!(error.to_string().starts_with("the order, line 1: "), "{error}");
    for typo in ["meta.are == 'x'", "meta.are"] {
        for table in [Table::new().filter(typo), Table::new().sort_by(typo), Table::new().merge_by(typo)] {
            let error = wrong(table).to_string();
            let meant = "line 1: unknown name `meta.are`, did you mean `meta.area`?";
            assert!(error.contains(meant), "{error}");
        }
    }
}
