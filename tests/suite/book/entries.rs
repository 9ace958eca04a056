//! A book has every entry once, in the order of the catalogs.
#![allow(dead_code, reason = "only the catalogs are looked at")]

use errbook::{ApiError, Book, Entry};

#[derive(Debug, ApiError)]
#[api(display, status = 400, rename_all = "PascalCase")]
enum Outer {
    First,
    #[api(transparent)]
    Inner(Inner),
    Last,
    #[api(transparent)]
    Again(Box<Inner>),
}

#[derive(Debug, ApiError)]
#[api(display, status = 400, rename_all = "PascalCase")]
enum Inner {
    InnerFirst,
    InnerLast,
}

#[derive(Debug, ApiError)]
#[api(display, status = 400, code = "Alone")]
struct Alone;

static BOOK: Book =
    Book::new("Orders API", &[Outer::CATALOG, Inner::CATALOG, Alone::CATALOG, Outer::CATALOG]);

fn codes(book: &'static Book) -> Vec<&'static str> {
    book.entries().map(Entry::code).collect()
}

#[test]
fn transparent_ones_stand_in_their_place() {
    assert_eq!(codes(&BOOK), ["First", "InnerFirst", "InnerLast", "Last", "Alone"]);
}

#[test]
fn the_first_place_counts() {
    static REVERSED: Book = Book::new("Reversed", &[Inner::CATALOG, Outer::CATALOG]);
    assert_eq!(codes(&REVERSED), ["InnerFirst", "InnerLast", "First", "Last"]);
}

#[test]
fn has_a_name_and_its_catalogs() {
    assert_eq!(BOOK.name(), "Orders API");
    let names: Vec<_> = BOOK.catalogs().iter().map(|catalog| catalog.name()).collect();
    assert_eq!(names, ["Outer", "Inner", "Alone", "Outer"]);
}

#[test]
fn may_be_empty() {
    static EMPTY: Book = Book::new("", &[]);
    assert_eq!(EMPTY.entries().count(), 0);
}
