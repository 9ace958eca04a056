//! An enum without variants is an error that never happens.

use errbook::{ApiError, Book};

/// Nothing goes wrong here.
#[derive(Debug, ApiError)]
#[api(display, serialize, body = errbook::body::PROBLEM, rename_all = "snake_case", status = 400)]
enum Never {}

#[derive(Debug, ApiError)]
#[api(display)]
enum Wrapper {
    #[api(transparent)]
    #[allow(dead_code, reason = "nobody can make one")]
    Never(Never),
    #[api(status = 400, code = "Real")]
    Real,
}

static BOOK: Book = Book::new("Nothing", &[Never::CATALOG]);

#[test]
fn has_an_empty_catalog() {
    assert_eq!(Never::CATALOG.name(), "Never");
    assert_eq!(Never::CATALOG.description(), "Nothing goes wrong here.");
    assert_eq!(Never::CATALOG.entries().count(), 0);
    assert_eq!(BOOK.entries().count(), 0);
    assert!(BOOK.by_code("").next().is_none());
}

#[test]
fn implements_what_it_says() {
    fn check<T: ApiError + serde::Serialize + std::fmt::Display>() {}
    check::<Never>();
}

#[test]
fn adds_nothing_where_it_is_transparent() {
    let entries: Vec<_> = Wrapper::CATALOG.entries().map(errbook::Entry::code).collect();
    assert_eq!(entries, ["Real"]);
    assert_eq!(Wrapper::Real.code(), "Real");
}
