//! A hand-written impl can add a detail twice. The members of an object are unique (RFC 8259 §4): the first value counts.

use errbook::{ApiError, Body, DetailVisitor, Entry, Reply};

#[derive(Debug, ApiError)]
#[api(display, status = 400, code = "Inner")]
struct Inner {
    #[api(detail)]
    id: u8,
}

/// Its details begin or end with those of a derived error.
#[derive(Debug)]
struct Twice {
    inner: Inner,
    inner_first: bool,
}

static ENTRY: Entry = Entry::new(409, "Twice").with_type("duplicate_details::Twice", "");

impl std::fmt::Display for Twice {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("twice")
    }
}

impl std::error::Error for Twice {}

impl ApiError for Twice {
    fn entry(&self) -> &'static Entry {
        &ENTRY
    }

    fn details(&self, visitor: &mut DetailVisitor<'_>) {
        if self.inner_first {
            self.inner.details(visitor);
        }
        visitor.add("id", "text");
        // What is absent is not the first value.
        visitor.add("other", &None::<u8>);
        visitor.add("other", &2);
        visitor.add("other", &3);
        if !self.inner_first {
            self.inner.details(visitor);
        }
    }
}

static BODY: Body = errbook::body!({
    "details": details, "metadata": metadata, "inside": { "other": 0, ..details },
});
static PLACED: Body = errbook::body!({ "id": details.id, "text": "{details.other}", "details": details });

#[track_caller]
fn check(inner_first: bool, body: &Body, expected: &str) {
    let error = Twice { inner: Inner { id: 7 }, inner_first };
    let reply = Reply::new(&error).body(body);
    assert_eq!(reply.to_string(), expected);
    assert_eq!(serde_json::to_string(&reply).unwrap(), expected);
}

#[test]
fn are_written_once() {
    check(
        true,
        &BODY,
        r#"{"details":{"id":7,"other":2},"metadata":{"id":"7","other":"2"},"inside":{"other":0,"id":7}}"#,
    );
    check(
        false,
        &BODY,
        r#"{"details":{"id":"text","other":2},"metadata":{"id":"text","other":"2"},"inside":{"other":0,"id":"text"}}"#,
    );
    check(true, &PLACED, r#"{"id":7,"text":"2","details":null}"#);
    check(false, &PLACED, r#"{"id":"text","text":"2","details":null}"#);
}
