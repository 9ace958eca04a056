//! `Book::with_body`: the format of the API, in which types that name none answer.

use errbook::{ApiError, Body, Book, Reply, body};

static ENVELOPE: Body = errbook::body!({ "oops": code });

#[derive(Debug, ApiError)]
#[api(display, status = 400, code = "Silent")]
struct Silent;

#[derive(Debug, ApiError)]
#[api(display)]
enum Between {
    #[api(status = 400, code = "OfBetween")]
    Own,
    #[api(transparent)]
    Silent(Silent),
    #[api(transparent)]
    Other(Other),
}

#[derive(Debug, ApiError)]
#[api(display, body = body::PROBLEM)]
enum Other {
    #[api(status = 410, code = "Gone")]
    Gone,
}

#[derive(Debug, ApiError)]
#[api(display, body = ENVELOPE, status = 409, code = "Same")]
struct Same;

static BOOK: Book = Book::new("Orders", &[Between::CATALOG, Same::CATALOG]).with_body(&ENVELOPE);
static PLAIN: Book = Book::new("Orders", &[Between::CATALOG, Same::CATALOG]);

fn all() -> [Box<dyn ApiError>; 4] {
    let silent = Between::Silent(Silent);
    [Box::new(Between::Own), Box::new(silent), Box::new(Between::Other(Other::Gone)), Box::new(Same)]
}

#[test]
fn is_that_of_types_that_name_none() {
    let formats = all().map(|error| BOOK.body_of(error.entry()).unwrap().content_type());
    assert_eq!(
        formats,
        ["application/json", "application/json", "application/problem+json", "application/json"]
    );
    assert!(std::ptr::eq(BOOK.body_of(Silent.entry()).unwrap(), &raw const ENVELOPE));
    assert!(std::ptr::eq(PLAIN.body_of(Silent.entry()).unwrap(), &raw const body::FLAT));
    assert!(std::ptr::eq(BOOK.body().unwrap(), &raw const ENVELOPE) && PLAIN.body().is_none());
}

/// Documentation and replies agree.
#[test]
fn is_that_of_replies_that_have_it_as_default() {
    for error in all() {
        let documented = BOOK.body_of(error.entry()).unwrap();
        let sent = Reply::new(&*error).default_body(BOOK.body().unwrap()).to_string();
        assert_eq!(sent, Reply::new(&*error).body(documented).to_string());
    }
    let asked = Reply::new(&Silent).default_body(&ENVELOPE).body(&body::MESSAGE).to_string();
    assert_eq!(asked, r#"{"error":"Bad Request"}"#);
}

static OUTER: Book = Book::new("Orders", &[Other::CATALOG, Same::CATALOG]).with_body(&body::PROBLEM);

#[test]
fn other_formats_are_found() {
    assert_eq!(BOOK.other_formats(), ["Other"]);
    assert!(PLAIN.other_formats().is_empty());
    assert_eq!(OUTER.other_formats(), ["Same"]);
}

#[test]
fn what_the_format_requires_is_checked() {
    let made =
        std::panic::catch_unwind(|| Book::new("Orders", &[Between::CATALOG]).with_body(&body::JSON_RPC));
    let panic = made.unwrap_err();
    assert_eq!(*panic.downcast_ref::<String>().unwrap(), "`Own` needs `number = 1` for its body");
    // A type that names a format is checked for that one.
    let _ = Book::new("Orders", &[Other::CATALOG]).with_body(&body::JSON_RPC);
}
