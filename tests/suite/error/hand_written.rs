//! An implementation by hand: the entry alone, and everything overridden.

use std::fmt;

use errbook::{ApiError, Book, Catalog, Catalogued, Detail, Entry, Header, Item, Reply, RetryAfter, Section};
use errbook::{Deprecation, VisitDetails};

macro_rules! error {
    ($ty:ident) => {
        impl fmt::Display for $ty {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("shown by hand")
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

static MOST: Entry = Entry::new("by_hand::Most", "Most", 409, "Most")
    .with_number(-7)
    .with_shared()
    .with_title("The most")
    .with_message("most of {all}")
    .with_retryable(true)
    .with_description("Everything.")
    .with_sections(&[Section::new("Cause", "You.")])
    .with_details(&[Detail::new("all", "u8", "All of it.")])
    .with_headers(&[Header::constant("X-A", "a"), Header::of_occurrence("X-B")])
    .with_meta(&[("owner", "me")])
    .with_docs_url("/most")
    .with_deprecated(Deprecation::new(Some("1.0.0"), None))
    .with_hidden();

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
    fn details(&self, visit: &mut VisitDetails<'_>) {
        visit("all", &7);
    }
    fn headers(&self, headers: &mut http::HeaderMap) {
        headers.insert("X-B", http::HeaderValue::from_static("b"));
        headers.append("Content-Language", http::HeaderValue::from_static("de"));
    }
    fn retry_after(&self) -> Option<RetryAfter> {
        Some(RetryAfter::Seconds(8))
    }
    fn body(&self) -> &'static errbook::Body {
        &errbook::body::NESTED
    }
}

static CATALOG: Catalog = Catalog::new("Most", &[Item::Entry(&MOST)]);

impl Catalogued for Most {
    const CATALOG: &'static Catalog = &CATALOG;
}

static BOOK: Book = Book::new("By hand", &[Most::CATALOG]);

#[test]
fn the_entry_is_enough() {
    static CLIENT: Entry = Entry::new("by_hand::Least", "Least", 404, "Least");
    static SERVER: Entry = Entry::new("by_hand::Least", "Server", 503, "Server");
    static EXPOSED: Entry = Entry::new("by_hand::Least", "Exposed", 500, "Exposed").with_exposed();
    static REDACTED: Entry = Entry::new("by_hand::Least", "Redacted", 404, "Redacted").with_redacted();
    let line = |entry| Reply::new(&Least(entry)).to_string();
    assert_eq!(line(&CLIENT), r#"{"code":"Least","message":"shown by hand"}"#);
    assert_eq!(line(&SERVER), r#"{"code":"Server","message":"Service Unavailable"}"#);
    assert_eq!(line(&EXPOSED), r#"{"code":"Exposed","message":"shown by hand"}"#);
    assert_eq!(line(&REDACTED), r#"{"code":"Redacted","message":"Not Found"}"#);
    assert!(SERVER.is_retryable() && !CLIENT.is_retryable());
    assert_eq!((CLIENT.type_name(), CLIENT.type_path()), ("Least", "by_hand::Least"));
}

#[test]
fn everything_can_be_overridden() {
    let reply = Reply::new(&Most).to_http();
    assert_eq!(reply.status(), 410);
    assert_eq!(reply.body(), br#"{"error":{"code":"Most","message":"most of 7","details":{"all":7}}}"#);
    let languages = Reply::new(&Most).body(&errbook::body::ODATA).to_http();
    assert!(languages.headers().get_all("content-language").iter().eq(["de"]));
    let headers = ["x-a", "x-b", "retry-after"].map(|name| reply.headers()[name].to_str().unwrap());
    assert_eq!(headers, ["a", "b", "8"]);
}

#[test]
fn the_builder_sets_every_fact() {
    let entry = BOOK.by_number(-7).unwrap();
    assert_eq!((entry.code(), entry.status().as_u16(), entry.phrase()), ("Most", 409, Some("Conflict")));
    assert_eq!((entry.title(), entry.message()), ("The most", Some("most of {all}")));
    assert!(entry.is_shared() && entry.is_retryable() && entry.is_hidden());
    assert_eq!((entry.description(), entry.section("Cause")), ("Everything.", Some("You.")));
    assert_eq!(entry.details()[0].description(), "All of it.");
    assert_eq!(
        (entry.headers().len(), entry.meta("owner"), entry.docs_url()),
        (2, Some("me"), Some("/most"))
    );
    assert_eq!(entry.deprecated().unwrap().since(), Some("1.0.0"));
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
    assert_eq!(Reply::new(&error).to_json(), Reply::new(&Most).to_json());
    assert_eq!(Derived::CATALOG.entries().count(), 1);
}
