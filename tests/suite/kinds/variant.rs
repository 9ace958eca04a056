//! `kind = Code::NotFound` on a variant: many variants, one entry.

use errbook::{ApiError, Book, Catalog, Entry, Reply};

use crate::message_of;

mod codes {
    use errbook::ApiError;

    #[derive(Debug, Clone, Copy, ApiError)]
    #[api(display, rename_all = "snake_case", body = errbook::body::NESTED)]
    pub enum Code {
        /// There is no such thing.
        #[api(status = 404, number = 4, message = "not found")]
        NotFound,
        #[api(status = 500)]
        Internal,
        #[api(status = 403)]
        #[allow(dead_code)]
        Unused,
    }

    #[derive(Debug, ApiError)]
    #[api(display, status = 410, code = "gone")]
    pub struct Gone;
}

use codes::{Code, Gone};

#[derive(Debug, ApiError)]
#[api(display)]
enum OrderError {
    #[api(kind = Code::NotFound)]
    Order,
    #[api(kind = codes::Code::NotFound, message = "no invoice {id}")]
    Invoice {
        #[api(detail)]
        id: u64,
    },
    #[api(status = 409, code = "own")]
    Own,
    #[api(kind = Code::Internal)]
    Database(#[api(from)] std::io::Error),
    #[api(kind = Gone)]
    Gone,
    #[api(kind = Code::Internal, expose)]
    #[allow(dead_code)]
    #[doc(hidden)]
    Hidden,
}

#[derive(Debug, ApiError)]
#[api(display, kind = Code::NotFound, detail("what" = "user"))]
#[api(header("X-Error" = "{code}={number}", "Link" = "</{{code}}>"))]
struct NoUser;

#[derive(Debug, thiserror::Error, ApiError)]
enum UserError {
    #[error("user {0} is not in tenant 4711")]
    #[api(kind = Code::NotFound)]
    User(u64),
    #[error("no group {0}")]
    #[api(kind = Code::NotFound, expose)]
    Group(u64),
    #[error(transparent)]
    #[api(kind = Code::Internal)]
    Io(#[from] std::io::Error),
}

fn codes_of(catalog: &Catalog) -> Vec<&'static str> {
    catalog.entries().map(Entry::code).collect()
}

#[test]
fn many_variants_have_one_entry() {
    let entry = Code::NotFound.entry();
    assert!(std::ptr::eq(OrderError::Order.entry(), entry));
    assert!(std::ptr::eq(OrderError::Invoice { id: 7 }.entry(), entry));
    assert!(std::ptr::eq(NoUser.entry(), entry));
    assert_eq!(OrderError::Gone.status(), 410);
    assert_eq!(OrderError::Own.code(), "own");
}

#[test]
fn the_rest_is_said_here_or_falls_back() {
    assert_eq!(message_of(&OrderError::Order), "not found");
    assert_eq!(OrderError::Order.to_string(), "not found");
    assert_eq!(
        Reply::new(&OrderError::Invoice { id: 7 }).body(&errbook::body::FLAT).to_string(),
        r#"{"code":"not_found","message":"no invoice 7","details":{"id":7}}"#
    );
    assert_eq!(
        Reply::new(&NoUser).to_string(),
        r#"{"error":{"code":"not_found","message":"not found","details":{"what":"user"}}}"#
    );
    let database = OrderError::from(std::io::Error::other("hunter2"));
    assert_eq!(message_of(&database), "Internal Server Error");
    assert_eq!(std::error::Error::source(&database).unwrap().to_string(), "hunter2");
}

#[test]
fn headers_name_the_code_and_the_number_of_the_kind() {
    #[derive(Debug, ApiError)]
    #[api(display, header("X-Code" = "{code}", "X-Number" = "{number}"))]
    struct Failure(#[api(kind)] Code);

    let response = Reply::new(&NoUser).to_response();
    assert_eq!(response.headers()["x-error"], "not_found=4");
    assert_eq!(response.headers()["link"], "</{code}>");
    let internal = Reply::new(&Failure(Code::Internal)).to_response();
    assert_eq!(internal.headers()["x-code"], "internal");
    assert!(!internal.headers().contains_key("x-number"), "it has none");
}

#[test]
fn headers_name_fields_beside_the_kind() {
    #[derive(Debug, ApiError)]
    #[api(display, header("Link" = "</{code}?{order}>; title=\"{order}\"", "X-Number" = "{order}/{number}"))]
    struct Failure {
        #[api(kind)]
        kind: Code,
        #[api(detail)]
        order: &'static str,
    }

    let internal = Reply::new(&Failure { kind: Code::Internal, order: "\"7\"" }).to_response();
    assert_eq!(internal.headers()["link"], r#"</internal?"7">; title="\"7\"""#);
    assert!(!internal.headers().contains_key("x-number"), "it has none");
}

#[test]
fn beside_thiserror() {
    assert_eq!(message_of(&UserError::User(1)), "not found");
    assert_eq!(message_of(&UserError::Group(1)), "no group 1");
    let io = UserError::from(std::io::Error::other("hunter2"));
    assert_eq!(message_of(&io), "Internal Server Error");
    assert_eq!(io.to_string(), "hunter2");
}

#[test]
fn a_book_has_each_entry_once() {
    static BOOK: Book = Book::new("API", &[OrderError::CATALOG, UserError::CATALOG, NoUser::CATALOG]);
    static ALL: Book = Book::new("API", &[Code::CATALOG, UserError::CATALOG, NoUser::CATALOG]);

    assert_eq!(codes_of(OrderError::CATALOG), ["not_found", "own", "internal", "gone"]);
    assert_eq!(BOOK.entries().map(Entry::code).collect::<Vec<_>>(), ["not_found", "own", "internal", "gone"]);
    assert_eq!(BOOK.by_code("not_found").count(), 1);
    assert_eq!(ALL.entries().count(), 3);
    let body = BOOK.body_of(Code::NotFound.entry()).unwrap();
    assert_eq!(Reply::new(&NoUser).body(body).to_string(), Reply::new(&NoUser).to_string());
}
