//! Rust code in doc comments is published as rustdoc shows it.

use errbook::{Book, Catalog, CatalogItem, Entry};
use errbook_docgen::{Block, Format, Page};

static ENTRY: Entry = Entry::new(400, "a").with_type("m::E", "E").with_docs(
    "```rust,ignore\n# use std::io;\nlet a = 1;\n#\n ## x\n#[cfg(a)]\n```\n\n```sh\n# a comment\n```\n\n~~~compile_fail,E0277\n# x\n~~~\n\n```\n# any\n```",
);
static CATALOG: Catalog = Catalog::new("E", &[CatalogItem::Entry(&ENTRY)]);
static BOOK: Book = Book::new("Code", &[&CATALOG]);

#[test]
fn hidden_lines_and_fences() {
    let page = Page::new("p", "{{ errors[0].description }}\n").render(Format::Markdown, &BOOK).unwrap();
    assert_eq!(
        page,
        "```rust\nlet a = 1;\n # x\n#[cfg(a)]\n```\n\n```sh\n# a comment\n```\n\n```rust\n```\n\n```\n# any\n```\n"
    );
}
