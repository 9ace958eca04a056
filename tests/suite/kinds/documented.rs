//! Documentation shows the entry of a kind once, under the type that declares it.
#![allow(dead_code, reason = "only the catalog is looked at")]

use errbook::{ApiError, Book};
use errbook_docgen::{Block, Format, Page};

/// All codes.
#[derive(Debug, ApiError)]
#[api(display, rename_all = "snake_case", status = 404)]
enum Code {
    Order,
    Invoice,
    Unused,
    #[doc(hidden)]
    Hidden,
}

#[derive(Debug, ApiError)]
#[api(display)]
enum OrderError {
    #[api(kind = Code::Order)]
    Order,
    #[api(status = 410, code = "gone")]
    Gone,
    #[api(kind = Code::Order)]
    Again,
    #[api(kind = Code::Invoice)]
    Invoice,
    #[api(kind = Code::Hidden)]
    Hidden,
    #[doc(hidden)]
    #[api(kind = Code::Unused)]
    Unused,
}

#[derive(Debug, ApiError)]
#[api(display)]
struct Failure(#[api(kind)] Code);

fn types(book: &Book) -> String {
    let source = "{% for type in book.types %}{{ type.name }}:{% for e in type.errors %} {{ e.code }}{% endfor %}; {% endfor %}";
    Page::new("page.md.jinja", source).render(Format::Markdown, book).unwrap()
}

#[test]
fn of_variants() {
    static BOOK: Book = Book::new("API", &[OrderError::CATALOG]);
    let codes: Vec<_> = BOOK.documented_entries().map(errbook::Entry::code).collect();
    assert_eq!(codes, ["order", "gone", "invoice"]);
    assert_eq!(BOOK.entries().count(), 5);
    assert_eq!(types(&BOOK), "OrderError: gone; Code: order invoice; ");
}

#[test]
fn of_a_field() {
    static BOOK: Book = Book::new("API", &[Failure::CATALOG, OrderError::CATALOG]);
    assert_eq!(types(&BOOK), "Failure:; Code: order invoice unused; OrderError: gone; ");
}
