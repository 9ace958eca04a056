//! A book finds entries by code and by number, those of transparent variants too.
#![allow(dead_code, reason = "only the catalogs are looked at")]

use errbook::{ApiError, Book, Catalogued};

#[derive(Debug, ApiError)]
#[api(display, status = 400)]
enum Outer {
    #[api(code = "One", number = 1)]
    One,
    #[api(transparent)]
    Inner(Inner),
}

#[derive(Debug, ApiError)]
#[api(display, status = 404, code = "Inner", number = -2)]
struct Inner;

static BOOK: Book = Book::new("Looked up", &[Outer::CATALOG]);

#[test]
fn by_code() {
    assert_eq!(BOOK.by_code("One").unwrap().variant(), "One");
    assert_eq!(BOOK.by_code("Inner").unwrap().status(), 404);
    assert!(BOOK.by_code("one").is_none());
    assert!(BOOK.by_code("").is_none());
}

#[test]
fn by_number() {
    assert_eq!(BOOK.by_number(1).unwrap().code(), "One");
    assert_eq!(BOOK.by_number(-2).unwrap().code(), "Inner");
    assert!(BOOK.by_number(0).is_none());
}

#[test]
fn finds_the_entry_of_the_occurrence() {
    assert!(std::ptr::eq(BOOK.by_code("Inner").unwrap(), Inner.entry()));
}
