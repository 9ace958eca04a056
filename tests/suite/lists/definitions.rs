//! Definitions of several blocks stay in their place.

use errbook::{Book, Catalog, CatalogItem, Entry};
use errbook_docgen::{Block, Format, List};

use crate::readers::mdx;
use crate::readers::texts::book;

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

/// Between elements of HTML, blocks need lines of their own.
#[test]
fn of_elements() {
    let list = List::definitions("{{ meta.x }}", "{{ description }}");
    let render = |format, docs| list.render(format, &book([["*a*", "", docs]])).unwrap();
    assert_eq!(render(Format::Mdx, "the text"), "<dl>\n<dt>\\*a\\*</dt>\n<dd>the text</dd>\n</dl>\n");
    for (docs, outline) in [
        ("- one\n- two", "ul⟦li⟦one⟧li⟦two⟧⟧"),
        ("> one", "quote⟦p⟦one⟧⟧"),
        ("Intro:\n\n```\nlet a;\n```", "p⟦Intro:⟧pre⟦let a;⟧"),
    ] {
        let page = render(Format::Mdx, docs);
        assert_eq!(page, format!("<dl>\n<dt>\\*a\\*</dt>\n<dd>\n\n{docs}\n\n</dd>\n</dl>\n"));
        let read = mdx::outline(&page).unwrap();
        assert!(read.contains(&format!("dd⟦{outline}⟧")), "{read}");
        let page = render(Format::VitePress, docs);
        assert_eq!(page, format!("<dl>\n<dt>\n\n\\*a\\*\n\n</dt>\n<dd>\n\n{docs}\n\n</dd>\n</dl>\n"));
    }
}

/// A sign of a definition without anything behind it would be text.
#[test]
fn without_text() {
    let list = List::definitions("{{ meta.x }}", "{{ description }}");
    let render = |format| list.render(format, &book([["a", "", ""], ["b", "", "c"]])).unwrap();
    assert_eq!(render(Format::MkDocs), "a\n:   <!-- -->\n\nb\n:   c\n");
    assert_eq!(
        render(Format::VitePress),
        "<dl>\n<dt>\n\na\n\n</dt>\n<dd></dd>\n<dt>\n\nb\n\n</dt>\n<dd>\n\nc\n\n</dd>\n</dl>\n"
    );
    assert_eq!(render(Format::AsciiDoc), "a:: {empty}\nb:: c\n");
}
