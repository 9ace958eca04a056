//! Types that hold `dyn ApiError`: their errors cannot be enumerated, and the book names them.
#![allow(dead_code, reason = "only the catalogs are looked at")]

use std::sync::Arc;

use errbook::{ApiError, Book};

#[derive(Debug, ApiError)]
#[api(display, status = 404, code = "Known")]
struct Known;

#[derive(Debug, ApiError)]
#[api(display)]
enum Plugin {
    #[api(transparent)]
    Dyn(Box<dyn ApiError>),
    #[api(transparent)]
    Known(Known),
}

#[derive(Debug, ApiError)]
#[api(display)]
enum Shared {
    #[api(transparent)]
    Dyn(Arc<dyn ApiError + Send + Sync>),
}

#[derive(Debug, ApiError)]
#[api(display)]
enum Outer {
    #[api(transparent)]
    Plugin(Plugin),
    #[api(transparent)]
    Again(Plugin),
    #[doc(hidden)]
    #[api(transparent)]
    Hidden(Shared),
}

static BOOK: Book = Book::new("Incomplete", &[Outer::CATALOG, Known::CATALOG]);
static SHARED: Book = Book::new("Shared", &[Shared::CATALOG, <dyn ApiError as errbook::HasCatalog>::CATALOG]);
static COMPLETE: Book = Book::new("Complete", &[Known::CATALOG]);

#[test]
fn are_named_once() {
    assert_eq!(BOOK.incomplete_types(), ["Plugin"]);
    assert_eq!(SHARED.incomplete_types(), ["Shared", "dyn ApiError"]);
    assert!(COMPLETE.incomplete_types().is_empty());
}

#[test]
fn their_other_errors_are_there() {
    assert_eq!(BOOK.entries().map(errbook::Entry::code).collect::<Vec<_>>(), ["Known"]);
}
