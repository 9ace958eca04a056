//! HTML comments in hand-written documentation are notes, which no reader gets; the derive removes those of doc comments.

use errbook::{Book, Catalog, CatalogItem, Entry};
use errbook_docgen::{Block, Format, Page, Sections};

use crate::readers::texts::WITH_PROSE;

static ENTRY: Entry = Entry::new(503, "BEHIND").with_type("m::E", "Behind").with_docs(
    "The store <!-- a note --> is behind: `<!-- code -->`.\n\n<!--\n# Note\nA note.\n-->\n\n\
     ```html\n<!-- code -->\n```\n\n# Solution\n\n<div><!-- a note -->Wait.</div>\n\n> <!-- a\n> note -->\n> Ask.\n\n<!-- a note",
);
static CATALOG: Catalog = Catalog::new("E", &[CatalogItem::Entry(&ENTRY)]);
static BOOK: Book = Book::new("Notes", &[&CATALOG]);

#[test]
fn are_omitted_in_every_format() {
    for format in WITH_PROSE {
        let page = Sections::new().render(format, &BOOK).unwrap();
        assert!(!page.contains("note") && !page.contains("Note"), "{page}");
        assert!(
            page.matches(" code ").count() == 2 && page.contains("Wait.") && page.contains("Ask."),
            "{page}"
        );
    }
}

/// As text, as JSON, and in what is computed from it.
#[test]
fn are_omitted_from_the_text() {
    let page = "{% for e in errors %}{{ e.description | string }} {{ e.sections | tojson }} \
                {{ e.sections.Solution | replace('Wait', 'x') }} {{ 'note' in e.description }}{% endfor %}";
    let page = Page::new("page", page).render(Format::Html, &BOOK).unwrap();
    assert!(!page.contains("note --") && page.contains("false") && page.contains("code --"), "{page}");
}
