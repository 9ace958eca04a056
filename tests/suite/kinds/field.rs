//! `kind` on a field: it gives the entry, and everything else is said beside it or falls back to it.
#![allow(dead_code, reason = "some fields only hold what logs show")]

use std::error::Error as _;
use std::sync::Arc;
use std::time::Duration;

use errbook::{ApiError, DetailVisitor, HasCatalog as _, Reply};

use crate::message_of;

#[derive(Debug, ApiError)]
#[api(display, rename_all = "snake_case", docs_url = "https://example.com/{code}", header("X-Kind" = "k"))]
enum Code {
    /// There is no such index.
    #[api(status = 404, number = 7, title = "No index", message = "no index")]
    IndexNotFound,
    #[api(status = 429, message = "wait {seconds}")]
    Busy {
        #[api(detail, retry_after)]
        seconds: u32,
        #[api(detail)]
        limit: u8,
        #[api(header = "X-Busy")]
        header: u8,
        #[api(source)]
        cause: std::fmt::Error,
    },
    #[api(status = 500)]
    Internal,
    #[api(transparent)]
    Inner(Inner),
}

#[derive(Debug, ApiError)]
#[api(display, status = 409, code = "inner", message = "inner {0}", body = errbook::body::NESTED)]
struct Inner(#[api(detail = "inner")] u8);

fn busy() -> Code {
    Code::Busy { seconds: 3, limit: 9, header: 5, cause: std::fmt::Error }
}

/// Everything is said here.
#[derive(Debug, ApiError)]
#[api(display, message = "order {order} failed: {kind}", detail("live" = true), header("X-Own" = "o", "X-Kind" = "own"))]
struct Failure {
    #[api(kind)]
    kind: Code,
    #[api(detail)]
    order: u64,
    #[api(detail, header = "X-Busy")]
    limit: u8,
    #[api(source)]
    cause: std::io::Error,
    #[api(retry_after)]
    wait: Option<Duration>,
    #[api(status)]
    status: Option<u16>,
}

fn failure(kind: Code) -> Failure {
    let cause = std::io::Error::other("password=hunter2");
    Failure { kind, order: 7, limit: 1, cause, wait: None, status: None }
}

/// Nothing is said here.
#[derive(Debug, ApiError)]
#[api(display, serialize)]
enum Wrapped<K> {
    Plain(#[api(kind)] K),
    Boxed(#[api(kind)] Box<K>, u8),
    Shared {
        #[api(kind)]
        kind: Arc<K>,
    },
    Any(#[api(kind)] Box<dyn ApiError + Send + Sync>, u8),
    #[api(status = 400, code = "own")]
    Own,
}

#[derive(Debug, thiserror::Error, ApiError)]
enum Thiserror {
    #[error("for logs: {cause}")]
    Silent {
        #[api(kind)]
        kind: Code,
        cause: String,
    },
    #[error("for logs")]
    #[api(message = "sorry")]
    Speaking(#[api(kind)] Code),
    #[error("for everybody: {cause}")]
    #[api(expose)]
    Exposed {
        #[api(kind)]
        kind: Code,
        cause: String,
    },
    #[error("for logs")]
    #[api(redact)]
    Redacted(#[api(kind)] Code),
}

fn details(error: &dyn ApiError) -> Vec<(String, String)> {
    let mut details = Vec::new();
    let mut collect = |name: &str, value: errbook::DetailValue<'_>| {
        details.push((name.to_owned(), serde_json::to_string(&value).unwrap()));
    };
    error.details(&mut DetailVisitor::new(&mut collect));
    details
}

#[test]
fn the_kind_gives_the_entry() {
    let error = failure(Code::IndexNotFound);
    assert!(std::ptr::eq(error.entry(), Code::IndexNotFound.entry()));
    assert_eq!((error.code(), error.status().as_u16()), ("index_not_found", 404));
    assert_eq!(error.entry().description(), "There is no such index.");
    let inner = failure(Code::Inner(Inner(4)));
    assert!(std::ptr::eq(inner.entry(), Inner(4).entry()));
    assert_eq!(inner.code(), "inner");
}

#[test]
fn what_is_said_here_comes_first() {
    let error = failure(busy());
    assert_eq!(message_of(&error), "order 7 failed: wait 3");
    assert_eq!(error.to_string(), "order 7 failed: wait 3");
    assert_eq!(error.source().unwrap().to_string(), "password=hunter2");
    let expected = [("live", "true"), ("order", "7"), ("limit", "1"), ("seconds", "3")];
    assert_eq!(details(&error), expected.map(|(name, value)| (name.to_owned(), value.to_owned())));

    let response =
        Reply::new(&Failure { wait: Some(Duration::from_secs(9)), status: Some(503), ..error }).to_response();
    assert_eq!(response.status(), 503);
    let header = |name: &str| {
        let values = response.headers().get_all(name).iter();
        values.map(|value| value.to_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(header("x-own"), ["o"]);
    assert_eq!(header("x-kind"), ["own"]);
    assert_eq!(header("x-busy"), ["1"]);
    assert_eq!(header("retry-after"), ["9"]);
}

#[test]
fn what_is_not_said_falls_back() {
    let response = Reply::new(&failure(busy())).to_response();
    assert_eq!(response.status(), 429);
    assert_eq!(response.headers()["retry-after"], "3");
    assert_eq!(Reply::new(&Failure { status: Some(200), ..failure(busy()) }).to_response().status(), 429);

    let all = [
        Wrapped::Plain(busy()),
        Wrapped::Boxed(Box::new(busy()), 1),
        Wrapped::Shared { kind: Arc::new(busy()) },
        Wrapped::Any(Box::new(busy()), 1),
    ];
    let kind = busy();
    for error in &all {
        let (reply, expected) = (Reply::new(error).to_response(), Reply::new(&kind).to_response());
        assert_eq!(reply.status(), expected.status());
        assert_eq!(reply.headers(), expected.headers());
        assert_eq!(reply.body(), expected.body());
        assert_eq!(error.to_string(), kind.to_string());
        assert_eq!(error.source().unwrap().to_string(), kind.source().unwrap().to_string());
        assert_eq!(serde_json::to_string(error).unwrap().as_bytes(), &**expected.body());
    }
    assert_eq!(Wrapped::<Code>::Own.code(), "own");
    assert_eq!(Reply::new(&Wrapped::<Code>::Own).to_string(), r#"{"code":"own","message":"Bad Request"}"#);
}

#[test]
fn every_format_and_both_writers() {
    let error = failure(busy());
    for body in crate::shipped::SHIPPED {
        let reply = Reply::new(&error).body(body).extra("id", 1).trace_id("t");
        let json: serde_json::Value = serde_json::from_slice(&reply.to_bytes()).unwrap();
        assert_eq!(serde_json::to_value(&reply).unwrap(), json);
        assert!(!json.to_string().contains("hunter2"));
    }
    assert_eq!(
        Reply::new(&error).to_string(),
        r#"{"code":"busy","message":"order 7 failed: wait 3","details":{"live":true,"order":7,"limit":1,"seconds":3}}"#
    );
}

#[test]
fn the_format_is_that_of_the_kind_unless_the_type_names_one() {
    #[derive(Debug, ApiError)]
    #[api(display, body = errbook::body::MESSAGE)]
    struct Named(#[api(kind)] Inner);

    assert_eq!(Reply::new(&Named(Inner(4))).to_string(), r#"{"error":"inner 4"}"#);
    let wrapped = Wrapped::Plain(Inner(4));
    assert_eq!(Reply::new(&wrapped).to_string(), Reply::new(&Inner(4)).to_string());
    assert!(std::ptr::eq(Wrapped::Plain(Code::Inner(Inner(4))).body().unwrap(), Inner(4).body().unwrap()));
}

#[test]
fn beside_thiserror() {
    let silent = Thiserror::Silent { kind: Code::IndexNotFound, cause: "hunter2".to_owned() };
    assert_eq!(message_of(&silent), "no index");
    assert_eq!(silent.to_string(), "for logs: hunter2");
    assert_eq!(message_of(&Thiserror::Speaking(Code::Internal)), "sorry");
    let exposed = Thiserror::Exposed { kind: Code::Internal, cause: "it".to_owned() };
    assert_eq!(message_of(&exposed), "for everybody: it");
    assert_eq!(message_of(&Thiserror::Redacted(Code::IndexNotFound)), "No index");
}

static BOOK: errbook::Book =
    errbook::Book::new("API", &[Failure::CATALOG, Code::CATALOG, Thiserror::CATALOG]);

#[test]
fn the_catalog_has_the_errors_of_the_kind_once() {
    let codes = |catalog: &errbook::Catalog| catalog.entries().map(errbook::Entry::code).collect::<Vec<_>>();
    assert_eq!(codes(Failure::CATALOG), ["index_not_found", "busy", "internal", "inner"]);
    assert_eq!(codes(Thiserror::CATALOG), codes(Failure::CATALOG));
    assert_eq!(BOOK.entries().count(), 4);
    // `dyn ApiError` has no errors to list.
    assert_eq!(codes(Wrapped::<Inner>::CATALOG), ["inner", "own"]);
}

#[test]
fn violations_are_said_here_or_fall_back() {
    use errbook::Violation;

    #[derive(Debug, ApiError)]
    #[api(display, status = 422, code = "invalid")]
    struct Invalid(#[api(violations)] Vec<Violation>);

    #[derive(Debug, ApiError)]
    #[api(display)]
    enum Outer {
        Own(#[api(kind)] Invalid, #[api(violations)] Vec<Violation>),
        Kind(#[api(kind)] Invalid),
    }

    let list = |text: &'static str| vec![Violation::new(text)];
    let reply = |error: &dyn ApiError| {
        let json = Reply::new(error).to_bytes();
        let json: serde_json::Value = serde_json::from_slice(&json).unwrap();
        json["violations"].to_string()
    };
    let own = reply(&Outer::Own(Invalid(list("a")), list("b")));
    assert!(own.contains('b') && !own.contains("\"a\""), "{own}");
    assert_eq!(reply(&Outer::Kind(Invalid(list("a")))), reply(&Invalid(list("a"))));
}
