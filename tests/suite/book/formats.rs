//! A book knows the format of each of its errors: the one that an instance has.

use std::ptr;

use errbook::body::FLAT;
use errbook::{ApiError, Body, Book, Catalog, CatalogItem, Entry, HasCatalog, body};

static OUTER: Body = errbook::body!({ "outer": code });
const INNER: Body = errbook::body!({ "inner": code });

/// Names none, and is reached in every way.
#[derive(Debug, ApiError)]
#[api(display, status = 400, code = "Silent")]
struct Silent;

#[derive(Debug, ApiError)]
#[api(display, body = INNER)]
enum Inner {
    #[api(status = 404, code = "OfInner")]
    Own,
}

#[derive(Debug, ApiError)]
#[api(display)]
enum Between {
    #[api(status = 400, code = "OfBetween")]
    Own,
    #[api(transparent)]
    Inner(Box<Inner>),
}

#[derive(Debug, ApiError)]
#[api(display, body = OUTER)]
enum Outer<T: HasCatalog> {
    #[api(status = 400, code = "OfOuter")]
    Own,
    #[api(transparent)]
    Between(Between),
    #[doc(hidden)]
    #[api(transparent)]
    Generic(T),
}

/// A struct that delegates and has its own format.
#[derive(Debug, ApiError)]
#[api(display, body = body::MESSAGE, transparent)]
struct Wrapper(Between);

#[derive(Debug, ApiError)]
#[api(display, body = body::PROBLEM, status = 410, code = "Gone")]
struct Gone;

/// The book has the very format of an instance, down to its address.
#[track_caller]
fn check(book: &Book, error: &dyn ApiError) {
    let body = book.body_of(error.entry()).unwrap();
    assert!(ptr::eq(body, error.body().unwrap_or(&FLAT)), "{error:?}: {body:?}");
}

#[test]
fn of_the_type_itself() {
    static BOOK: Book = Book::new("Own", &[Gone::CATALOG, Inner::CATALOG, Silent::CATALOG]);
    check(&BOOK, &Gone);
    check(&BOOK, &Inner::Own);
    check(&BOOK, &Silent);
}

#[test]
fn of_an_inner_type_where_the_outer_one_names_none() {
    static BOOK: Book = Book::new("Between", &[Between::CATALOG]);
    check(&BOOK, &Between::Own);
    check(&BOOK, &Between::Inner(Box::new(Inner::Own)));
}

#[test]
fn of_the_outermost_type_that_names_one() {
    static BOOK: Book = Book::new("Outer", &[Outer::<Silent>::CATALOG]);
    check(&BOOK, &Outer::<Silent>::Own);
    check(&BOOK, &Outer::<Silent>::Between(Between::Own));
    check(&BOOK, &Outer::<Silent>::Between(Between::Inner(Box::new(Inner::Own))));
    check(&BOOK, &Outer::Generic(Silent));
    assert!(ptr::eq(BOOK.body_of(Silent.entry()).unwrap(), &raw const OUTER));
}

#[test]
fn of_a_transparent_struct() {
    static BOOK: Book = Book::new("Wrapper", &[Wrapper::CATALOG]);
    check(&BOOK, &Wrapper(Between::Own));
    check(&BOOK, &Wrapper(Between::Inner(Box::new(Inner::Own))));
}

#[test]
fn of_the_first_way() {
    static INNER_FIRST: Book = Book::new("Inner first", &[Inner::CATALOG, Wrapper::CATALOG]);
    static OUTER_FIRST: Book = Book::new("Outer first", &[Wrapper::CATALOG, Inner::CATALOG]);
    check(&INNER_FIRST, &Inner::Own);
    check(&OUTER_FIRST, &Wrapper(Between::Inner(Box::new(Inner::Own))));
}

#[test]
fn of_a_hand_written_catalog() {
    static ENTRY: Entry = Entry::new(400, "HandWritten").with_type("formats::HandWritten", "HandWritten");
    static OTHER: Entry = Entry::new(400, "Other").with_type("formats::HandWritten", "Other");
    static INSIDE: Catalog = Catalog::new("Inside", &[CatalogItem::Entry(&ENTRY)]);
    static WITH_BODY: Catalog =
        Catalog::new("WithBody", &[CatalogItem::Entry(&OTHER), CatalogItem::Catalog(&INSIDE)])
            .with_body(&OUTER);
    static WITHOUT: Catalog =
        Catalog::new("Without", &[CatalogItem::Catalog(Inner::CATALOG), CatalogItem::Entry(&ENTRY)]);
    static BOOK: Book = Book::new("With", &[&WITH_BODY]);
    static PLAIN: Book = Book::new("Without", &[&WITHOUT]);

    assert!(ptr::eq(BOOK.body_of(&ENTRY).unwrap(), &raw const OUTER));
    assert!(ptr::eq(BOOK.body_of(&OTHER).unwrap(), &raw const OUTER));
    assert!(ptr::eq(WITH_BODY.body().unwrap(), &raw const OUTER) && WITHOUT.body().is_none());
    check(&PLAIN, &Inner::Own);
    assert!(ptr::eq(PLAIN.body_of(&ENTRY).unwrap(), &raw const FLAT));
}

#[test]
fn of_no_entry_of_another_book() {
    static BOOK: Book = Book::new("Gone", &[Gone::CATALOG]);
    assert!(BOOK.body_of(Silent.entry()).is_none());
}

#[derive(Debug, ApiError)]
#[api(display, body = errbook::body::PROBLEM)]
enum Unseen {
    #[doc(hidden)]
    #[api(transparent)]
    Inner(Shared),
}

#[derive(Debug, ApiError)]
#[api(display)]
enum Seen {
    #[api(transparent)]
    Inner(Shared),
}

#[derive(Debug, ApiError)]
#[api(display, status = 404, code = "Shared")]
struct Shared;

#[test]
fn what_is_documented_counts_first() {
    static BOOK: Book = Book::new("Both", &[Unseen::CATALOG, Seen::CATALOG]);
    let _ = (Unseen::Inner(Shared), Seen::Inner(Shared));
    assert_eq!(BOOK.body_of(Shared.entry()).unwrap().content_type(), "application/json");
}
