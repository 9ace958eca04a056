//! Links to Rust items are for rustdoc; elsewhere only their text is left. Other links stay what they are.

use errbook::{Book, Catalog, CatalogItem, Entry};
use errbook_docgen::{Block, Format, Page, Table};

macro_rules! cell {
    ($description:expr) => {{
        static ENTRY: Entry = Entry::new(400, "a").with_type("m::E", "E").with_docs($description);
        static CATALOG: Catalog = Catalog::new("E", &[CatalogItem::Entry(&ENTRY)]);
        static BOOK: Book = Book::new("Links", &[&CATALOG]);
        let markdown = Table::new().column(("H", "{{ description }}")).markdown(&BOOK).unwrap();
        let page = Page::new("p", "{{ errors[0].description }}").render(Format::Markdown, &BOOK).unwrap();
        let row = markdown.lines().last().unwrap().trim_matches(['|', ' ']);
        assert_eq!(page, row, "a page says the same");
        row.to_owned()
    }};
}

#[test]
fn items() {
    assert_eq!(cell!("See [`Self::Other`] and [`Vec<u8>`]."), "See `Self::Other` and `Vec<u8>`.");
    assert_eq!(
        cell!("See [the other](Self::Other), [it](crate::a::B) and [x](fn@a::b())."),
        "See the other, it and x."
    );
    assert_eq!(cell!("[a](struct@String), [b](trait@Clone)."), "a, b.");
    assert_eq!(cell!("[a](super::b#c), [b](constant@D#e), [c](Self#f), [d](crate).\n"), "a, b, c, d.");
    assert_eq!(cell!("[a](value@B) [b](typealias@C#d-e) [c](crate::d!#e)"), "a b c");
    assert_eq!(cell!("See [crate::a::B] and [**b**][a::b]."), "See crate::a::B and **b**.");
    assert_eq!(cell!("See [`B`], [c].\n\n[`B`]: crate::b::B\n[c]: crate::C"), "See `B`, c.");
}

#[test]
fn other_brackets() {
    assert_eq!(cell!("An [optional] thing [1]."), "An [optional] thing [1].");
}

#[test]
fn other_links() {
    assert_eq!(cell!("[a](b.md#c::d) [a](#self) [a](self.md)"), "[a](b.md#c::d) [a](#self) [a](self.md)");
    assert_eq!(
        cell!("[a](b.md) [a](https://b.c/d::e \"t\") <https://a::b>"),
        "[a](b.md) [a](https://b.c/d::e \"t\") <https://a::b>"
    );
    assert_eq!(
        cell!("[a][1] and [1].\n\n[1]: https://b.c \"t\""),
        "[a](https://b.c \"t\") and [1](https://b.c \"t\")."
    );
}
