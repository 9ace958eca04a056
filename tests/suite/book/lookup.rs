//! A book finds entries by code and by number, those of transparent variants too.
#![allow(dead_code, reason = "only the catalogs are looked at")]

use errbook::{ApiError, Book};

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
    assert_eq!(BOOK.by_code("One").next().unwrap().variant(), "One");
    assert_eq!(BOOK.by_code("Inner").next().unwrap().status(), 404);
    assert!(BOOK.by_code("one").next().is_none());
    assert!(BOOK.by_code("").next().is_none());
}

#[test]
fn by_number() {
    assert_eq!(BOOK.by_number(1).next().unwrap().code(), "One");
    assert_eq!(BOOK.by_number(-2).next().unwrap().code(), "Inner");
    assert!(BOOK.by_number(0).next().is_none());
}

#[test]
fn finds_the_entry_of_an_instance() {
    assert!(std::ptr::eq(BOOK.by_code("Inner").next().unwrap(), Inner.entry()));
}
