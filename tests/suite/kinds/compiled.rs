//! Replies of errors with a kind are compiled, and are what the error would be without that.

use std::borrow::Cow;

use errbook::{ApiError, Body, Catalog, CatalogItem, Entry, HasCatalog, Reply};

#[derive(Debug, Clone, Copy, ApiError)]
#[api(display, rename_all = "snake_case", header("X-Kind" = "k"))]
enum Code {
    #[api(status = 404, number = 4, title = "Nothing here", detail("live" = true))]
    NotFound,
    #[api(status = 400, message = "wrong")]
    Wrong,
    #[api(status = 503, message = "try later")]
    Later(#[api(status)] u16),
    #[api(status = 409, message = "held by {holder}", header("Retry-After" = "9"))]
    Held {
        #[api(detail)]
        holder: u8,
    },
}

#[derive(Debug, ApiError)]
#[api(display)]
enum Failure {
    #[api(kind = Code::Wrong)]
    Plain,
    #[api(kind = Code::NotFound, message = "gone", detail("live" = false), header("X-Kind" = "{code}"))]
    Constant,
    #[api(kind = Code::NotFound, redact)]
    Redacted,
    #[api(kind = Code::NotFound, expose)]
    Exposed,
    Any(#[api(kind)] Code),
    #[api(message = "{0}: {1:?}")]
    Said(#[api(kind)] Code, #[api(detail = "text")] Option<&'static str>, #[api(retry_after)] Option<u32>),
    Status(#[api(kind)] Code, #[api(status)] u16),
    HandWritten(#[api(kind)] HandWritten),
}

#[derive(Debug)]
struct HandWritten(&'static str);

impl std::fmt::Display for HandWritten {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0)
    }
}

impl std::error::Error for HandWritten {}

static HAND_WRITTEN: Entry = Entry::new(418, "teapot");
static TEAPOTS: Catalog = Catalog::new("HandWritten", &[CatalogItem::Entry(&HAND_WRITTEN)]);

impl ApiError for HandWritten {
    fn entry(&self) -> &'static Entry {
        &HAND_WRITTEN
    }

    fn code(&self) -> &str {
        self.0
    }
}

impl HasCatalog for HandWritten {
    const CATALOG: &'static Catalog = &TEAPOTS;
}

/// The same error without a row, so that nothing can be compiled.
#[derive(Debug)]
struct Rendered<'e>(&'e Failure);

impl std::fmt::Display for Rendered<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for Rendered<'_> {}

impl ApiError for Rendered<'_> {
    fn entry(&self) -> &'static Entry {
        self.0.entry()
    }
    fn status(&self) -> http::StatusCode {
        self.0.status()
    }
    fn code(&self) -> &str {
        self.0.code()
    }
    fn fmt_message(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt_message(f)
    }
    fn details(&self, visitor: &mut errbook::DetailVisitor<'_>) {
        self.0.details(visitor);
    }
    fn headers(&self, headers: &mut http::HeaderMap) {
        self.0.headers(headers);
    }
    fn retry_after(&self) -> Option<errbook::RetryAfter> {
        self.0.retry_after()
    }
    fn body(&self) -> Option<&'static Body> {
        self.0.body()
    }
}

fn all() -> Vec<Failure> {
    let kinds = [Code::NotFound, Code::Wrong, Code::Later(503), Code::Later(404), Code::Held { holder: 3 }];
    let mut all = vec![Failure::Plain, Failure::Constant, Failure::Redacted, Failure::Exposed];
    for kind in kinds {
        all.push(Failure::Any(kind));
        all.push(Failure::Said(kind, Some("a\"b"), Some(5)));
        all.push(Failure::Said(kind, None, None));
        all.extend([400, 404, 409, 503].map(|status| Failure::Status(kind, status)));
    }
    all.extend(["tea", "pot"].map(|code| Failure::HandWritten(HandWritten(code))));
    all
}

#[test]
fn they_are_the_same_as_without_it() {
    for error in all() {
        for body in crate::shipped::SHIPPED {
            let time = std::time::SystemTime::UNIX_EPOCH;
            let reply = |error| Reply::new(error).body(body).extra("id", 1).timestamp(time);
            let bare = |error| Reply::new(error).body(body).timestamp(time);
            let rendered = Rendered(&error);
            // What was compiled for the first reply serves the second.
            for _ in 0..2 {
                assert_eq!(reply(&error).to_string(), reply(&rendered).to_string(), "{error:?}");
                let (compiled, rendered) = (bare(&error).to_response(), bare(&rendered).to_response());
                assert_eq!(compiled.status(), rendered.status(), "{error:?}");
                assert_eq!(compiled.headers(), rendered.headers(), "{error:?}");
                assert_eq!(compiled.body(), rendered.body(), "{error:?}");
            }
        }
    }
}

#[test]
fn one_without_values_is_static() {
    let is_static = |error: &Failure| {
        // The first reply compiles it.
        let _ = Reply::new(error).to_bytes();
        matches!(Reply::new(error).to_bytes(), Cow::Borrowed(_))
    };
    assert!(is_static(&Failure::Plain));
    assert!(is_static(&Failure::Constant));
    assert!(is_static(&Failure::Redacted));
    assert!(is_static(&Failure::Any(Code::NotFound)));
    assert!(is_static(&Failure::Any(Code::Wrong)), "a variant may have several kinds");
    assert!(!is_static(&Failure::Said(Code::Wrong, None, None)));
    assert!(!is_static(&Failure::Any(Code::Held { holder: 3 })));
    assert!(!is_static(&Failure::HandWritten(HandWritten("tea"))));
}

#[test]
fn a_message_that_the_status_hides_stays_hidden() {
    let later = |kind, status| Reply::new(&Failure::Status(kind, status)).message();
    assert_eq!(later(Code::Later(503), 503), "try later");
    assert_eq!(later(Code::Later(404), 503), "Service Unavailable");
    assert_eq!(
        Reply::new(&Failure::Status(Code::Later(404), 503)).to_string(),
        r#"{"code":"later","message":"Service Unavailable"}"#
    );
}
