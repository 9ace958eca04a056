//! Definitions of several blocks stay in their place.

use errbook::{Book, Catalog, CatalogItem, Entry};
use errbook_docgen::{Block, Format, List};

static ENTRY: Entry = Entry::new(400, "a").with_type("m::E", "E").with_docs("Intro:\n\n- one\n- two\n\nEnd.");
static CATALOG: Catalog = Catalog::new("E", &[CatalogItem::Entry(&ENTRY)]);
static BOOK: Book = Book::new("Definitions", &[&CATALOG]);

#[test]
fn in_every_format() {
    let list = List::definitions("{{ code }}", "{{ description }}");
    let render = |format| list.render(format, &BOOK).unwrap();
    assert_eq!(render(Format::Markdown), "a\n:   Intro:\n\n    - one\n    - two\n\n    End.\n");
    assert_eq!(render(Format::ReStructuredText), "a\n    Intro:\n\n    - one\n    - two\n\n    End.\n");
    assert_eq!(
        render(Format::Html),
        "<dl>\n<dt>a</dt>\n<dd><p>Intro:</p>\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n<p>End.</p></dd>\n</dl>\n"
    );
}
