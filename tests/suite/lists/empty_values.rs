//! A value without text in front of an item leaves nothing: an empty line there would end the item.

use errbook::{Book, Catalog, CatalogItem, Entry};
use errbook_docgen::{Block, Format, List};

use crate::readers::pulldown;

static FIRST: Entry = Entry::new(404, "FIRST");
static ITEMS: [CatalogItem; 1] = [CatalogItem::Entry(&FIRST)];
static CATALOG: Catalog = Catalog::new("", &ITEMS);
static BOOK: Book = Book::new("Empty", &[&CATALOG]);

#[test]
fn in_front_of_an_item() {
    for template in ["{{ description }}\n\n{{ code }}", "{{ number }}{{ since }}     {{ code }}"] {
        let list = List::bullets(template);
        assert_eq!(list.render(Format::Markdown, &BOOK).unwrap(), "- FIRST\n", "{template}");
        assert_eq!(list.render(Format::Html, &BOOK).unwrap(), "<ul>\n<li>FIRST</li>\n</ul>\n");
    }
}

#[test]
fn in_front_of_a_term_and_of_its_definition() {
    let list = List::definitions("{{ number }}     {{ code }}", "{{ description }}\n\n{{ title }}");
    assert_eq!(list.render(Format::Markdown, &BOOK).unwrap(), "FIRST\n:   Not Found\n");
    assert_eq!(list.render(Format::AsciiDoc, &BOOK).unwrap(), "FIRST:: Not Found\n");
}

#[test]
fn between_values_nothing_changes() {
    let list =
        List::bullets("{{ code }}{{ number }}\n\n{{ title }}").render(Format::Markdown, &BOOK).unwrap();
    assert_eq!(pulldown::outline(&list), pulldown::outline("- FIRST\n\n  Not Found\n"));
}
