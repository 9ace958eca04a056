//! `#[doc(hidden)]` keeps an error out of documentation, not out of the API.

use errbook::{ApiError, Book, Reply};

#[derive(Debug, ApiError)]
#[api(display, status = 400, rename_all = "PascalCase")]
enum Partly {
    Public,
    #[doc(hidden)]
    Secret,
    #[doc(hidden, alias = "other")]
    AlsoSecret,
    #[doc(alias = "x", hidden)]
    LastSecret,
    #[doc(alias = "hidden")]
    Alias,
}

#[derive(Debug, ApiError)]
#[api(display)]
enum Outer {
    #[doc(hidden)]
    #[api(transparent)]
    Partly(Partly),
}

#[test]
fn keeps_out_what_a_transparent_variant_delegates_to() {
    static OUTER: Book = Book::new("Outer", &[Outer::CATALOG]);
    assert_eq!(OUTER.documented_entries().count(), 0);
    assert_eq!(OUTER.entries().count(), 5);
    assert_eq!(Outer::Partly(Partly::Public).code(), "Public");
}

static BOOK: Book = Book::new("Partly", &[Partly::CATALOG]);

#[test]
fn is_said_by_the_entry() {
    let all = [Partly::Public, Partly::Secret, Partly::AlsoSecret, Partly::LastSecret, Partly::Alias];
    let hidden: Vec<_> = all.iter().map(|error| error.entry().is_hidden()).collect();
    assert_eq!(hidden, [false, true, true, true, false]);
}

#[test]
fn replies_and_is_found() {
    assert_eq!(Reply::new(&Partly::Secret).to_string(), r#"{"code":"Secret","message":"Bad Request"}"#);
    assert!(BOOK.by_code("Secret").next().is_some());
    assert_eq!(BOOK.entries().count(), 5);
    let documented: Vec<_> = BOOK.documented_entries().map(errbook::Entry::code).collect();
    assert_eq!(documented, ["Public", "Alias"]);
}
