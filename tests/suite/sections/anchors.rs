//! The anchor of a section is its code, whatever signs the code has.

use errbook::{Book, Catalog, CatalogItem, Entry};
use errbook_docgen::{Block, Format, HtmlPage, Sections};

static DOTTED: Entry = Entry::new(404, "parcel.not_found");
static SIGNS: Entry = Entry::new(409, "a%b,c#\"d");
static CONTROL: Entry = Entry::new(410, "bell\u{7}");
static EMPTY: Entry = Entry::new(500, "");
static ITEMS: [CatalogItem; 4] = [
    CatalogItem::Entry(&DOTTED),
    CatalogItem::Entry(&SIGNS),
    CatalogItem::Entry(&CONTROL),
    CatalogItem::Entry(&EMPTY),
];
static CATALOG: Catalog = Catalog::new("", &ITEMS);
static BOOK: Book = Book::new("Signs", &[&CATALOG]);

fn lines(format: Format, marker: &str) -> Vec<String> {
    let page = Sections::new().example(None).render(format, &BOOK).unwrap();
    page.lines().filter(|line| line.contains(marker)).map(str::to_owned).collect()
}

/// Behind a dot, `[#id.role]` has a role.
#[test]
fn in_asciidoc() {
    assert_eq!(
        lines(Format::AsciiDoc, "["),
        ["[id=\"parcel.not_found\"]", "[id=\"a%b,c#&quot;d\"]", "[id=\"bell\u{fffd}\"]"]
    );
}

#[test]
fn in_html() {
    assert_eq!(
        lines(Format::Html, "<h2"),
        [
            "<h2 id=\"parcel.not_found\">404 parcel.not_found</h2>",
            "<h2 id=\"a%b,c#&quot;d\">409 a%b,c#&quot;d</h2>",
            "<h2 id=\"bell\u{fffd}\">410 bell\u{fffd}</h2>",
            "<h2>500</h2>",
        ]
    );
}

#[test]
fn on_the_html_page_links_lead_to_them() {
    let html = HtmlPage::new().html(&BOOK);
    assert!(html.contains("<article id=\"bell\u{fffd}\"><h3><a href=\"#bell%EF%BF%BD\">"), "{html}");
}
