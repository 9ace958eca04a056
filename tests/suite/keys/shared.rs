//! `shared` lets several errors have one code or number, in a type and across a book.

use errbook::{ApiError, Book};

use crate::message_of;

#[derive(Debug, ApiError)]
#[api(display)]
enum OrderError {
    #[api(status = 404, code = "NotFound", number = 4, shared)]
    Order,
    #[api(status = 404, code = "NotFound", number = 4, shared, title = "No such item")]
    Item,
    #[api(status = 400, code = "Alone")]
    Alone,
}

#[derive(Debug, ApiError)]
#[api(display, status = 404, code = "NotFound", shared)]
struct NoUser;

static BOOK: Book = Book::new("Shared", &[OrderError::CATALOG, NoUser::CATALOG]);

#[derive(Debug, thiserror::Error, ApiError)]
#[api(status = 500, code = "Tool", shared, expose)]
#[error("for everybody")]
struct Tool;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("for everybody")]
#[api(status = 500, rename_all = "PascalCase", shared, expose)]
enum Tools {
    Tool,
    #[api(code = "Tool")]
    Same,
    #[api(redact)]
    Redacted,
    #[api(message = "a {0}")]
    #[allow(dead_code)]
    Message(String),
}

#[test]
fn on_the_type() {
    static BOOK: Book = Book::new("Tools", &[Tools::CATALOG, Tool::CATALOG]);
    assert!(BOOK.entries().all(errbook::Entry::is_shared));
    assert_eq!(BOOK.by_code("Tool").count(), 3);
    for error in [&Tool as &dyn ApiError, &Tools::Tool, &Tools::Same] {
        assert_eq!(message_of(error), "for everybody");
    }
    assert_eq!(message_of(&Tools::Redacted), "Internal Server Error");
    assert_eq!(message_of(&Tools::Message("b".to_owned())), "a b");
}

#[test]
fn is_said_by_the_entry() {
    assert!(OrderError::Order.entry().is_shared());
    assert!(NoUser.entry().is_shared());
    assert!(!OrderError::Alone.entry().is_shared());
}

#[test]
fn the_errors_stay_apart() {
    assert_eq!(OrderError::Item.code(), OrderError::Order.code());
    assert_eq!(message_of(&OrderError::Item), "No such item");
    assert_eq!(BOOK.entries().count(), 4);
}

#[test]
fn the_first_one_is_found() {
    assert_eq!(BOOK.by_code("NotFound").next().unwrap().variant(), "Order");
    assert_eq!(BOOK.by_number(4).next().unwrap().variant(), "Order");
}
