//! A hand-written impl: the entry alone, and everything overridden.

use std::fmt;

use errbook::{
    ApiError, Book, Catalog, CatalogItem, Deprecation, Detail, DetailVisitor, Entry, Fact, HasCatalog,
};
use errbook::{Header, Reply, RetryAfter};

macro_rules! error {
    ($ty:ident) => {
        impl fmt::Display for $ty {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("hand-written")
            }
        }

        impl std::error::Error for $ty {}
    };
}

#[derive(Debug)]
struct Least(&'static Entry);
error!(Least);

impl ApiError for Least {
    fn entry(&self) -> &'static Entry {
        self.0
    }
}

#[derive(Debug)]
struct Most;
error!(Most);

static MOST: Entry = Entry::new(409, "Most")
    .with_type("hand_written::Most", "Most")
    .with_message("most of {all}")
    .with_docs("Everything.\n\n# Cause\nYou.")
    .with_facts(&[
        Fact::Number(-7),
        Fact::Shared,
        Fact::Title("The most"),
        Fact::Retryable(true),
        Fact::Detail(Detail::new("all", "u8", "All of it.")),
        Fact::Header(Header::constant("X-A", "a")),
        Fact::Header(Header::dynamic("X-B")),
        Fact::Meta("owner", "me"),
        Fact::DocsUrl("/most"),
        Fact::Since("1.2"),
        Fact::Deprecated(Deprecation::new(Some("1.0.0"), None)),
        Fact::Hidden,
    ]);

impl ApiError for Most {
    fn entry(&self) -> &'static Entry {
        &MOST
    }
    fn status(&self) -> http::StatusCode {
        http::StatusCode::GONE
    }
    fn fmt_message(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("most of 7")
    }
    fn details(&self, visitor: &mut DetailVisitor<'_>) {
        visitor.add("all", &7);
    }
    fn headers(&self, headers: &mut http::HeaderMap) {
        headers.insert("X-B", http::HeaderValue::from_static("b"));
        headers.append("Content-Language", http::HeaderValue::from_static("de"));
    }
    fn retry_after(&self) -> Option<RetryAfter> {
        Some(RetryAfter::Seconds(8))
    }
    fn body(&self) -> Option<&'static errbook::Body> {
        Some(&errbook::body::NESTED)
    }
}

static CATALOG: Catalog = Catalog::new("Most", &[CatalogItem::Entry(&MOST)]);

impl HasCatalog for Most {
    const CATALOG: &'static Catalog = &CATALOG;
}

static BOOK: Book = Book::new("Hand-written", &[Most::CATALOG]);

#[test]
fn the_entry_is_enough() {
    static CLIENT: Entry = Entry::new(404, "Least").with_type("hand_written::Least", "Least");
    static SERVER: Entry = Entry::new(503, "Server").with_type("hand_written::Least", "Server");
    static EXPOSED: Entry =
        Entry::new(500, "Exposed").with_type("hand_written::Least", "Exposed").with_facts(&[Fact::Exposed]);
    static REDACTED: Entry = Entry::new(404, "Redacted")
        .with_type("hand_written::Least", "Redacted")
        .with_facts(&[Fact::Redacted]);
    let line = |entry| Reply::new(&Least(entry)).to_string();
    assert_eq!(line(&CLIENT), r#"{"code":"Least","message":"hand-written"}"#);
    assert_eq!(line(&SERVER), r#"{"code":"Server","message":"Service Unavailable"}"#);
    assert_eq!(line(&EXPOSED), r#"{"code":"Exposed","message":"hand-written"}"#);
    assert_eq!(line(&REDACTED), r#"{"code":"Redacted","message":"Not Found"}"#);
    assert!(SERVER.is_retryable() && !CLIENT.is_retryable());
    assert_eq!((CLIENT.type_name(), CLIENT.type_path()), ("Least", "hand_written::Least"));
}

#[test]
fn everything_can_be_overridden() {
    let reply = Reply::new(&Most).to_response();
    assert_eq!(reply.status(), 410);
    assert_eq!(**reply.body(), *br#"{"error":{"code":"Most","message":"most of 7","details":{"all":7}}}"#);
    let languages = Reply::new(&Most).body(&errbook::body::ODATA).to_response();
    assert!(languages.headers().get_all("content-language").iter().eq(["de"]));
    let headers = ["x-a", "x-b", "retry-after"].map(|name| reply.headers()[name].to_str().unwrap());
    assert_eq!(headers, ["a", "b", "8"]);
}

#[test]
fn the_entry_has_every_fact() {
    let entry = BOOK.by_number(-7).next().unwrap();
    assert_eq!(
        (entry.code(), entry.status().as_u16(), entry.reason_phrase()),
        ("Most", 409, Some("Conflict"))
    );
    assert_eq!((entry.title(), entry.message()), ("The most", Some("most of {all}")));
    assert!(entry.is_shared() && entry.is_retryable() && entry.is_hidden());
    assert_eq!((entry.description(), entry.section("Cause")), ("Everything.", Some("You.")));
    assert_eq!(entry.details().next().unwrap().description(), "All of it.");
    assert_eq!(
        (entry.headers().count(), entry.meta("owner"), entry.docs_url()),
        (2, Some("me"), Some("/most"))
    );
    assert_eq!(entry.deprecated().unwrap().since(), Some("1.0.0"));
    assert_eq!(entry.since(), Some("1.2"));
}

#[test]
fn a_derived_error_delegates_to_it() {
    #[derive(Debug, ApiError)]
    #[api(display)]
    enum Derived {
        #[api(transparent)]
        Most(Most),
    }
    let error = Derived::Most(Most);
    assert_eq!(Reply::new(&error).to_bytes(), Reply::new(&Most).to_bytes());
    assert_eq!(Derived::CATALOG.entries().count(), 1);
}
