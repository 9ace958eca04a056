//! `#[doc(hidden)]` keeps an error out of documentation, not out of the API.

use errbook::{ApiError, Book, Catalogued, Reply};

#[derive(Debug, ApiError)]
#[api(display, status = 400, rename_all = "PascalCase")]
enum Partly {
    Public,
    #[doc(hidden)]
    Secret,
    #[doc(hidden, alias = "other")]
    AlsoSecret,
    #[doc(alias = "hidden")]
    Alias,
}

static BOOK: Book = Book::new("Partly", &[Partly::CATALOG]);

#[test]
fn is_said_by_the_entry() {
    let all = [Partly::Public, Partly::Secret, Partly::AlsoSecret, Partly::Alias];
    let hidden: Vec<_> = all.iter().map(|error| error.entry().is_hidden()).collect();
    assert_eq!(hidden, [false, true, true, false]);
}

#[test]
fn replies_and_is_found() {
    assert_eq!(Reply::new(&Partly::Secret).to_string(), r#"{"code":"Secret","message":"Bad Request"}"#);
    assert!(BOOK.by_code("Secret").is_some());
    assert_eq!(BOOK.entries().count(), 4);
    let documented: Vec<_> = BOOK.documented().map(errbook::Entry::code).collect();
    assert_eq!(documented, ["Public", "Alias"]);
}
