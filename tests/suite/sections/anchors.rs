//! The anchor of a section is its code, whatever signs the code has.

use errbook::{Book, Catalog, CatalogItem, Entry};
use errbook_docgen::{Block, Format, HtmlPage, Sections};

static DOTTED: Entry = Entry::new(404, "parcel.not_found");
static SIGNS: Entry = Entry::new(409, "a%b,c#\"d");
static CONTROL: Entry = Entry::new(410, "bell\u{7}");
static EMPTY: Entry = Entry::new(500, "");
static AROUND: Entry = Entry::new(400, "_lost_");
static ITEMS: [CatalogItem; 5] = [
    CatalogItem::Entry(&DOTTED),
    CatalogItem::Entry(&SIGNS),
    CatalogItem::Entry(&CONTROL),
    CatalogItem::Entry(&EMPTY),
    CatalogItem::Entry(&AROUND),
];
static CATALOG: Catalog = Catalog::new("", &ITEMS);
static BOOK: Book = Book::new("Signs", &[&CATALOG]);

static CASE: [Entry; 2] = [Entry::new(404, "A:B"), Entry::new(404, "a:b")];
static CASE_CATALOG: Catalog =
    Catalog::new("", &[CatalogItem::Entry(&CASE[0]), CatalogItem::Entry(&CASE[1])]);
static CASES: Book = Book::new("Cases", &[&CASE_CATALOG]);

fn lines(format: Format, marker: &str) -> Vec<String> {
    let page = Sections::new().example(None).render(format, &BOOK).unwrap();
    page.lines().filter(|line| line.contains(marker)).map(str::to_owned).collect()
}

/// Behind a dot, `[#id.role]` has a role.
#[test]
fn in_asciidoc() {
    assert_eq!(
        lines(Format::AsciiDoc, "["),
        ["[id=\"parcel.not_found\"]", "[id=\"a%b,c#&quot;d\"]", "[id=\"bell\u{fffd}\"]", "[#_lost_]"]
    );
}

/// In braces, it would be the value of an attribute.
#[test]
fn in_asciidoc_with_braces() {
    let page = Sections::new().render(Format::AsciiDoc, book("x{empty}")).unwrap();
    assert!(page.starts_with("[id=\"x&#123;empty&#125;\"]\n"), "{page}");
}

/// A label that ends with `_` or begins with it would be another target, and one in another case the same.
#[test]
fn in_restructured_text() {
    let labels = |code| {
        let page = Sections::new().example(None).render(Format::ReStructuredText, book(code)).unwrap();
        page.lines().next().unwrap().to_owned()
    };
    assert_eq!(labels("a:b"), ".. _a:b:");
    assert_eq!(labels("__a__"), ".. _`__a__`:");
    assert_eq!(labels("a`:"), ".. _`a\\`:`:");
    let page = Sections::new().render(Format::ReStructuredText, &CASES).unwrap();
    assert_eq!(page.matches(".. _").count(), 1, "{page}");
}

fn book(code: &'static str) -> &'static Book {
    let entry: &'static Entry = Box::leak(Box::new(Entry::new(404, code)));
    let items = Box::leak(Box::new([CatalogItem::Entry(entry)]));
    let catalogs = Box::leak(Box::new([&*Box::leak(Box::new(Catalog::new("E", items)))]));
    Box::leak(Box::new(Book::new("Signs", catalogs)))
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
            "<h2 id=\"_lost_\">400 _lost_</h2>",
        ]
    );
}

/// In the braces of an attribute, Markdown would read signs of emphasis.
#[test]
fn with_signs_around_it() {
    for format in [Format::VitePress, Format::MkDocs] {
        let lines = lines(format, "lost");
        assert!(lines.iter().all(|line| line.starts_with("## <a id=\"_lost_\"></a>")), "{lines:?}");
    }
}

#[test]
fn on_the_html_page_links_lead_to_them() {
    let html = HtmlPage::new().html(&BOOK);
    assert!(html.contains("<article id=\"bell\u{fffd}\"><h3><a href=\"#bell%EF%BF%BD\">"), "{html}");
}
