//! What is prepared of a derived error comes to the same as a reply made anew, the first time and ever after.

use std::fmt;
use std::time::{Duration, SystemTime};

use errbook::{ApiError, Body, DetailVisitor, Entry, Reply, RetryAfter, body};
use http::{HeaderMap, StatusCode};

use crate::shipped::{SHIPPED, every_placeholder};

/// A hand-written impl that answers the same, so that nothing can be prepared.
#[derive(Debug)]
struct HandWritten<'e>(&'e dyn ApiError);

impl fmt::Display for HandWritten<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self.0, f)
    }
}

impl std::error::Error for HandWritten<'_> {}

impl ApiError for HandWritten<'_> {
    fn entry(&self) -> &'static Entry {
        self.0.entry()
    }
    fn status(&self) -> StatusCode {
        self.0.status()
    }
    fn fmt_message(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt_message(f)
    }
    fn details(&self, visit: &mut DetailVisitor<'_>) {
        self.0.details(visit);
    }
    fn headers(&self, headers: &mut HeaderMap) {
        self.0.headers(headers);
    }
    fn retry_after(&self) -> Option<RetryAfter> {
        self.0.retry_after()
    }
    fn body(&self) -> Option<&'static Body> {
        self.0.body()
    }
}

#[derive(Debug, ApiError)]
#[api(display, rename_all = "snake_case", meta(domain = "d"), header("X-All" = "all"))]
enum Ours {
    #[api(status = 404)]
    Bare,
    #[api(status = 400, message = "constant \"text\"")]
    Constant,
    #[api(status = 400, message = "{{braces}}")]
    Braces,
    #[api(status = 409, redact)]
    Redacted,
    #[api(status = 429, number = 7, title = "A \"title\"", message = "{name} of {name:?}")]
    Full {
        #[api(detail, header = "X-Name")]
        name: String,
        #[api(detail)]
        none: Option<u8>,
        #[api(retry_after)]
        wait: Option<u64>,
    },
    #[api(status = 503)]
    Status(#[api(status)] u16),
    #[api(transparent)]
    Theirs(Theirs),
}

#[derive(Debug, thiserror::Error, ApiError)]
enum Theirs {
    #[error("shown {0}")]
    #[api(status = 400, code = "SHOWN")]
    Shown(u8),
    #[error("hidden {0}")]
    #[api(status = 400, code = "REDACTED", redact)]
    Redacted(u8),
    #[error("hidden {0}")]
    #[api(status = 500, code = "INTERNAL")]
    Internal(u8),
    #[error("shown {0}")]
    #[api(status = 502, code = "EXPOSED", expose)]
    Exposed(u8),
    #[error("hidden")]
    #[api(status = 500, code = "MESSAGE", message = "said")]
    Message,
    #[error("shown until it is a 5xx")]
    #[api(status = 404, code = "VARIES")]
    Varies(#[api(status)] u16),
}

const DYNAMIC_FIRST: Body = errbook::body!({
    "trace"?: trace_id, "code": code, "list"?: [instance, { "wait"?: retry_after }],
    "in"?: { "message"?: message, ..details }, "all": { ..details, "last": null }, "text"?: "{trace_id}/{code}",
});

const ALL: Body = errbook::body!([
    status, code, number, title, message, description, details, metadata, trace_id, instance, type, docs_url, retryable,
    retry_after, timestamp, grpc, meta.domain, extra.x, "{title}: {message}", { "message": message }, [[true, -1, 0.5]],
]);

const HOUSE: [&Body; 3] = [&DYNAMIC_FIRST, &ALL, &errbook::body!(["{message}"]).with_content_language("en")];

fn errors() -> Vec<Ours> {
    let full = |none, wait| Ours::Full { name: "a \"b\"\n".to_owned(), none, wait };
    let mut errors = vec![Ours::Bare, Ours::Constant, Ours::Braces, Ours::Redacted];
    errors.extend([
        full(None, None),
        full(Some(1), Some(2)),
        Ours::Status(503),
        Ours::Status(404),
        Ours::Status(1),
    ]);
    let theirs = [
        Theirs::Shown(1),
        Theirs::Redacted(2),
        Theirs::Internal(3),
        Theirs::Exposed(4),
        Theirs::Message,
        Theirs::Varies(404),
        Theirs::Varies(500),
    ];
    errors.extend(theirs.map(Ours::Theirs));
    errors
}

/// The reply to one of several requests.
fn reply(error: &dyn ApiError, request: usize) -> Reply<'_> {
    let reply = Reply::new(error).timestamp(SystemTime::UNIX_EPOCH + Duration::from_secs(1));
    match request {
        0 => reply,
        1 => reply.trace_id("4b\"f9"),
        2 => reply.instance("/orders/7").extra("x", [1, 2]).status(StatusCode::IM_A_TEAPOT),
        _ => reply.trace_id("t").instance("/").extra("id", "i").extra("pointer", "/p").extra("path", ["p"]),
    }
}

fn check(error: &dyn ApiError, body: Option<&'static Body>, request: usize) {
    let hand_written = HandWritten(error);
    let [ours, theirs] = [error, &hand_written].map(|error| {
        let reply = reply(error, request);
        body.map_or(reply.clone(), |body| reply.body(body))
    });
    let [prepared, anew] = [ours.to_response(), theirs.to_response()];

    assert_eq!(ours.to_string(), theirs.to_string(), "{error:?} {request}");
    assert_eq!(ours.to_bytes(), &*ours.to_bytes());
    assert_eq!(prepared.body(), &ours.to_bytes());
    assert_eq!(prepared.status(), anew.status());
    assert_eq!(prepared.headers(), anew.headers());
    assert_eq!(serde_json::to_vec(&ours).unwrap(), *ours.to_bytes());

    let (status, headers, body) = ours.to_parts();
    assert_eq!((status, &*headers, &body), (prepared.status(), prepared.headers(), prepared.body()));
    let (_, _, body) = theirs.to_parts();
    assert_eq!(&body, anew.body());
}

#[test]
fn in_the_format_of_the_error() {
    for request in [0, 1, 0, 2, 3, 1] {
        for error in errors() {
            check(&error, None, request);
        }
    }
}

#[test]
fn in_every_format_that_is_asked_for() {
    for request in [3, 0, 1, 2, 0] {
        // The ones that are hardest first: eight are prepared.
        for body in HOUSE.into_iter().chain(SHIPPED).chain([every_placeholder()]) {
            for error in errors() {
                check(&error, Some(body), request);
            }
        }
    }
}

#[test]
fn in_formats_made_at_run_time() {
    for _ in 0..20 {
        let body: &'static Body = Box::leak(Box::new(body::NESTED));
        check(&Ours::Constant, Some(body), 0);
        check(&Ours::Constant, Some(body), 1);
    }
}

#[test]
fn inside_of_a_type_that_has_a_format() {
    #[derive(Debug, ApiError)]
    #[api(display, body = body::PROBLEM)]
    enum Outer {
        #[api(transparent)]
        Inner(Ours),
    }

    for request in [0, 1, 0] {
        for error in errors() {
            check(&error, None, request);
            check(&Outer::Inner(error), None, request);
        }
    }
}

#[test]
fn a_constant_reply_is_not_copied() {
    let errors = [
        Ours::Constant,
        Ours::Bare,
        Ours::Redacted,
        Ours::Theirs(Theirs::Redacted(1)),
        Ours::Theirs(Theirs::Message),
    ];
    for error in errors {
        let first = Reply::new(&error).to_bytes();
        let [second, third] = [Reply::new(&error).to_bytes(), Reply::new(&error).to_bytes()];

        assert_eq!(first, second);
        assert!(matches!(third, std::borrow::Cow::Borrowed(_)), "{error:?}");
        assert_eq!(second.as_ptr(), third.as_ptr());
    }
}
