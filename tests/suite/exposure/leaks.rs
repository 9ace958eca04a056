//! The text of a source never reaches the client of a 5xx: not in the body, not in a header, in no shipped format.
#![allow(dead_code, reason = "some fields only hold the secret")]

use std::error::Error;
use std::fmt;

use errbook::{
    ApiError, Body, Catalog, CatalogItem, DetailValue, DetailVisitor, Entry, HasCatalog, Reply, Violation,
};

use crate::shipped::{SHIPPED, every_placeholder};

use crate::message_of;

const SECRET: &str = "password=hunter2";

fn cause() -> Box<dyn Error + Send + Sync> {
    SECRET.into()
}

fn io() -> std::io::Error {
    std::io::Error::other(SECRET)
}

/// Every word, some of them in a string.
const ALL: Body = errbook::body!({
    "status": status, "code": code, "number": number, "title": title, "message": message,
    "description": description, "details": details, "metadata": metadata, "type": type, "docs_url": docs_url,
    "retryable": retryable, "retry_after": retry_after, "timestamp": timestamp, "grpc": grpc,
    "text": "{message} {title} {description}", "spread": { ..details },
    "wrong": [..violations { "message": message, "error": error.message, "pointer": pointer, ..details }],
});

/// A detail that only some of the errors have is no way to the others' fields.
static PLACED: Body =
    errbook::body!({ "m": message, "d": [details.dsn, details.token, "{details.cause}"], ..details });
static TEXT: Body = Body::text("{code} {message} {title} {description} {details.dsn} {details.token}\n");

/// What clients may read of a request.
fn wrong() -> Vec<Violation> {
    vec![Violation::new("is missing").with_pointer("/name").with_code("missing").with_detail("n", 1)]
}

fn is_secret(text: &str) -> bool {
    text == SECRET
}

#[derive(Debug, ApiError)]
#[api(display, status = 500, rename_all = "PascalCase", header("X-Constant" = "c"))]
enum Display {
    Source(#[api(source)] Box<dyn Error + Send + Sync>),
    From(#[api(from)] std::io::Error),
    Maybe(#[api(source)] Option<std::io::Error>),
    Private(String),
    #[api(message = "we will look into it")]
    Message(#[api(source)] std::io::Error),
    #[api(message = "query {id} failed", header("X-Query" = "{id} {code}"))]
    Beside {
        #[api(detail)]
        id: u8,
        #[api(header = "X-Id")]
        header: u8,
        #[api(source)]
        cause: std::io::Error,
        dsn: String,
    },
    #[api(message = "token {id} is not valid", detail("constant" = true))]
    Converted {
        #[api(detail)]
        id: u8,
        #[api(detail(with = String::len))]
        token: String,
        #[api(detail(skip_if = is_secret))]
        omitted: String,
        #[api(detail(with = String::clone, skip_if = is_secret))]
        both: String,
    },
    #[api(message("{} are wrong", .wrong.len()))]
    Violations {
        #[api(violations)]
        wrong: Vec<Violation>,
        #[api(source)]
        cause: std::io::Error,
        dsn: String,
    },
    #[api(body = TEXT)]
    Text(#[api(source)] std::io::Error),
    #[api(body = PLACED)]
    Placed(String),
    #[api(transparent)]
    Inner(Thiserror),
    #[api(status = 404, redact)]
    Redacted(#[api(source)] std::io::Error),
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(status = 503, rename_all = "PascalCase")]
enum Thiserror {
    #[error("db: {0}")]
    From(#[from] std::io::Error),
    #[error("db: {cause}")]
    Source {
        #[source]
        cause: Box<dyn Error + Send + Sync>,
    },
    #[error("db: {0}")]
    Text(String),
    #[error(transparent)]
    Transparent(Box<dyn Error + Send + Sync>),
    #[error("db: {0}")]
    #[api(message = "try again")]
    Message(#[source] std::io::Error),
    #[error("db: {0}")]
    #[api(status = 404, redact, header("X-Row" = "{1}"))]
    Redacted(#[source] std::io::Error, u8),
    #[error("upstream")]
    #[api(status = 404)]
    Upstream(#[api(status)] u16, #[source] std::io::Error),
    #[error("db: {1}")]
    DeclaredServer(#[api(status)] u16, #[source] std::io::Error),
    #[error("hand: {0}")]
    #[api(transparent)]
    Hand(ByHand),
    #[error("{0}")]
    #[api(transparent)]
    Dyn(Box<dyn ApiError + Send + Sync>),
}

/// `Display` shows the secret, and only the entry is hand-written.
#[derive(Debug)]
struct ByHand(std::io::Error);

impl fmt::Display for ByHand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "hand-written: {}", self.0)
    }
}

impl Error for ByHand {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.0)
    }
}

static BY_HAND: Entry = Entry::new(502, "ByHand").with_type("leaks::ByHand", "ByHand");

impl ApiError for ByHand {
    fn entry(&self) -> &'static Entry {
        &BY_HAND
    }
}

static CATALOG: Catalog = Catalog::new("ByHand", &[CatalogItem::Entry(&BY_HAND)]);

impl HasCatalog for ByHand {
    const CATALOG: &'static Catalog = &CATALOG;
}

/// Kinds whose `Display` shows the secret, and wrappers that hold it.
#[derive(Debug, ApiError)]
#[api(display)]
enum Kind {
    Alone(#[api(kind)] Thiserror),
    #[api(message = "order {2}: {0}")]
    Beside(#[api(kind)] ByHand, #[api(source)] std::io::Error, #[api(detail = "order")] u8, String),
    Any(#[api(kind, source)] Box<ByHand>, #[api(status)] u16),
    Status(#[api(kind)] NotFound, #[api(status)] u16),
    #[api(message = "{kind}")]
    Named {
        #[api(kind)]
        kind: NotFound,
        #[api(status)]
        status: u16,
    },
    Violations(#[api(kind)] ByHand, #[api(violations)] Vec<Violation>, String),
    #[api(kind = Unit)]
    Unit(#[api(from)] std::io::Error),
    #[api(transparent)]
    Thiserror(ThiserrorKind),
}

#[derive(Debug, thiserror::Error, ApiError)]
enum ThiserrorKind {
    #[error("db: {0}")]
    #[api(kind = Unit)]
    Unit(#[from] std::io::Error),
    #[error("db: {1}")]
    Field(#[api(kind)] Unit, #[source] std::io::Error),
    #[error(transparent)]
    #[api(kind = Unit, redact)]
    Redacted(Box<dyn Error + Send + Sync>),
}

#[derive(Debug, ApiError)]
#[api(display, status = 404, code = "Unit")]
struct Unit;

/// Its message is for a 404.
#[derive(Debug, ApiError)]
#[api(display, status = 404, code = "NotFound", message = "no {0}")]
struct NotFound(String);

fn kinds() -> [Kind; 10] {
    [
        Kind::Alone(Thiserror::Text(SECRET.to_owned())),
        Kind::Beside(ByHand(io()), io(), 7, SECRET.to_owned()),
        Kind::Violations(ByHand(io()), wrong(), SECRET.to_owned()),
        Kind::Any(Box::new(ByHand(io())), 404),
        Kind::Status(NotFound(SECRET.to_owned()), 502),
        Kind::Named { kind: NotFound(SECRET.to_owned()), status: 502 },
        Kind::Unit(io()),
        Kind::Thiserror(ThiserrorKind::Unit(io())),
        Kind::Thiserror(ThiserrorKind::Field(Unit, io())),
        Kind::Thiserror(ThiserrorKind::Redacted(cause())),
    ]
}

fn all() -> Vec<Box<dyn ApiError + Send + Sync>> {
    let display = [
        Display::Source(cause()),
        Display::From(io()),
        Display::Maybe(Some(io())),
        Display::Private(SECRET.to_owned()),
        Display::Message(io()),
        Display::Beside { id: 1, header: 2, cause: io(), dsn: SECRET.to_owned() },
        Display::Converted {
            id: 1,
            token: SECRET.to_owned(),
            omitted: SECRET.to_owned(),
            both: SECRET.to_owned(),
        },
        Display::Violations { wrong: wrong(), cause: io(), dsn: SECRET.to_owned() },
        Display::Text(io()),
        Display::Placed(SECRET.to_owned()),
        Display::Inner(Thiserror::Text(SECRET.to_owned())),
        Display::Inner(Thiserror::Hand(ByHand(io()))),
        Display::Redacted(io()),
    ];
    let thiserror = [
        Thiserror::From(io()),
        Thiserror::Source { cause: cause() },
        Thiserror::Text(SECRET.to_owned()),
        Thiserror::Transparent(cause()),
        Thiserror::Message(io()),
        Thiserror::Redacted(io(), 1),
        Thiserror::Upstream(500, io()),
        Thiserror::DeclaredServer(404, io()),
        Thiserror::Hand(ByHand(io())),
        Thiserror::Dyn(Box::new(Display::Source(cause()))),
        Thiserror::Dyn(Box::new(ByHand(io()))),
    ];
    let mut all: Vec<Box<dyn ApiError + Send + Sync>> = vec![Box::new(ByHand(io()))];
    all.extend(display.into_iter().map(|error| Box::new(error) as Box<_>));
    all.extend(thiserror.into_iter().map(|error| Box::new(error) as Box<_>));
    all.extend(kinds().into_iter().map(|error| Box::new(error) as Box<_>));
    all
}

#[track_caller]
fn is_clean(text: &str) {
    assert!(!text.contains("hunter2") && !text.contains("password"), "{text}");
}

#[test]
fn the_errors_hold_the_secret() {
    for error in all() {
        assert!(format!("{error:?}").contains(SECRET), "{error:?}");
    }
}

#[test]
fn no_format_shows_it() {
    for error in all() {
        let own = error.body().unwrap_or(&ALL);
        for body in SHIPPED.into_iter().chain([own, &ALL, &PLACED, &TEXT, every_placeholder()]) {
            let reply = Reply::new(&*error).body(body).trace_id("4bf9").instance("/orders/7");
            is_clean(&reply.to_string());
            is_clean(&serde_json::to_string(&reply).unwrap());
            let http = reply.to_response();
            is_clean(std::str::from_utf8(http.body()).unwrap());
            is_clean(&format!("{:?}", http.headers()));
        }
    }
}

#[test]
fn no_method_shows_it() {
    for error in all() {
        is_clean(&message_of(&*error));
        is_clean(&format!("{:?}", error.entry()));
        let mut visit = |name: &str, value: DetailValue<'_>| {
            is_clean(&format!("{name} {}", serde_json::to_string(&value).unwrap()));
        };
        error.details(&mut DetailVisitor::new(&mut visit));
        error.violations(&mut |violation| is_clean(&format!("{violation:?}")));
    }
}

#[test]
fn logs_do() {
    let error = Display::From(io());
    assert_eq!(error.source().unwrap().to_string(), SECRET);
    assert!(Thiserror::From(io()).to_string().contains(SECRET));
}
