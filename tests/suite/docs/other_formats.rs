//! A type that names another wire format than the book is an error of the documentation, unless it is allowed.

use errbook::{ApiError, Book, body};
use errbook_docgen::Docs;

use crate::scratch::Text;

#[derive(Debug, ApiError)]
#[api(display, body = body::NESTED, status = 404, code = "NoOrder")]
struct NoOrder;

#[derive(Debug, ApiError)]
#[api(display, status = 401, code = "NoToken")]
struct NoToken;

static BOOK: Book = Book::new("Orders", &[NoOrder::CATALOG, NoToken::CATALOG]).with_body(&body::PROBLEM);

fn docs(root: &std::path::Path) -> Docs<'static> {
    Docs::new(&BOOK, root).file("page.md", Text("new\n"))
}

#[test]
fn each_type_is_an_error() {
    assert_eq!((NoOrder.code(), NoToken.code()), ("NoOrder", "NoToken"));
    let folder = tempfile::tempdir().unwrap();
    let errors = docs(folder.path()).write().unwrap_err();
    assert_eq!(
        errors.to_string(),
        "`NoOrder` names another wire format than the book: remove its `body`, or call `Docs::allow_other_formats`"
    );
}

#[test]
fn may_be_allowed() {
    let folder = tempfile::tempdir().unwrap();
    docs(folder.path()).allow_other_formats().write().unwrap();
    assert_eq!(std::fs::read_to_string(folder.path().join("page.md")).unwrap(), "new\n");
}
