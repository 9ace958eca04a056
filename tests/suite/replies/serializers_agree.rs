//! `serde_json::to_vec(&reply)` is `reply.to_bytes()`, for every kind of error in every shipped format.

use std::collections::BTreeMap;
use std::time::{Duration, SystemTime};

use errbook::{ApiError, Body, Reply, Violation};
use serde::Serialize;
use serde_json::Value;

use crate::shipped::{SHIPPED, every_placeholder};

#[derive(Debug, Serialize)]
enum Shape {
    Unit,
    New(f64),
    Tuple(i64, char),
    Struct { a: Option<u8>, b: &'static str },
}

#[derive(Debug, ApiError)]
#[api(display, rename_all = "snake_case", meta(domain = "d", owner = "o"))]
enum Any {
    #[api(status = 404)]
    Bare,
    #[api(status = 429, number = -7, title = "Slow down", message = "wait {wait} \"s\" \\ \u{1} é 漢")]
    #[api(docs_url = "/{code}")]
    Full {
        #[api(detail, retry_after)]
        wait: u8,
        #[api(detail)]
        none: Option<u8>,
        #[api(detail)]
        shapes: Vec<Shape>,
        #[api(detail)]
        map: BTreeMap<i32, Vec<Value>>,
        #[api(detail)]
        broken: BTreeMap<Vec<u8>, u8>,
        #[api(detail = "a \"name\"")]
        text: &'static str,
        #[api(detail)]
        code: f64,
        #[api(detail)]
        bytes: serde_json::Number,
    },
    #[api(status = 400)]
    OnlyNone(#[api(detail = "none")] Option<u8>),
    #[api(status = 502)]
    Upstream(#[api(status)] u16),
    #[api(status = 422)]
    Invalid(#[api(violations)] Vec<Violation>, #[api(detail = "violations")] u8),
    #[api(transparent)]
    Boxed(Box<dyn ApiError>),
}

const ALL: Body = errbook::body!({
    "details": details, "metadata"?: metadata, "text"?: "{message}{number}", "list"?: [trace_id, { "a"?: instance }],
    "inner"?: { ..details }, "t": timestamp, "n": [1, -1, 1.5, true, null, "x"], "e"?: extra.e, "m": meta.owner,
    "v": [..violations { "p"?: pointer, "c": code else error.code, "d"?: details.min, "t": timestamp, ..details }],
    "w": if violations { "f": [..violations ["{field}", fragment, reason, details, metadata]] } else details,
    ..details
});

fn full() -> Any {
    Any::Full {
        wait: 3,
        none: None,
        shapes: vec![
            Shape::Unit,
            Shape::New(-0.5),
            Shape::Tuple(i64::MIN, '"'),
            Shape::Struct { a: None, b: "" },
        ],
        map: BTreeMap::from([(-1, vec![serde_json::json!({ "k": [null] })])]),
        broken: BTreeMap::from([(vec![1], 1)]),
        text: "\u{0}\n\"",
        code: 1e300,
        bytes: 7.into(),
    }
}

fn all() -> [Any; 8] {
    [
        Any::Bare,
        full(),
        Any::OnlyNone(None),
        Any::OnlyNone(Some(1)),
        Any::Upstream(503),
        Any::Invalid(
            vec![
                Violation::new("\"\n é")
                    .with_pointer("/a b/\"")
                    .with_code("c")
                    .with_detail("min", 1)
                    .with_detail("x", [1]),
                Violation::new("").with_parameter("p"),
            ],
            1,
        ),
        Any::Invalid(Vec::new(), 2),
        Any::Boxed(Box::new(Any::Boxed(Box::new(full())))),
    ]
}

fn check(reply: &Reply) {
    let json = reply.to_bytes();
    assert_eq!(String::from_utf8_lossy(&serde_json::to_vec(reply).unwrap()), String::from_utf8_lossy(&json));
    let value: Value = serde_json::from_slice(&json).unwrap();
    assert_eq!(serde_json::to_value(reply).unwrap(), value);
    assert_eq!(*reply.to_response().body(), json);
    assert_eq!(reply.to_string().as_bytes(), &*json);
}

#[test]
fn byte_for_byte() {
    let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    for error in all() {
        for body in SHIPPED.into_iter().chain([&ALL, every_placeholder()]) {
            let reply = Reply::new(&error).body(body).timestamp(now);
            check(&reply);
            check(&reply.clone().trace_id("4bf9"));
            check(
                &reply
                    .instance("/a?b=\"c\"")
                    .trace_id("t")
                    .extra("id", 5)
                    .extra("e", [1])
                    .extra("path", ["a"]),
            );
        }
    }
}
