//! Every placeholder of `body!`, with a value and without.

use std::time::{Duration, SystemTime};

use errbook::{ApiError, Body, Reply};
use serde_json::{Value, json};

const ALL: Body = errbook::body!({
    "status": status, "code": code, "number": number, "title": title, "message": message,
    "description": description, "details": details, "metadata": metadata, "trace_id": trace_id,
    "instance": instance, "docs_url": docs_url, "retryable": retryable, "retry_after": retry_after,
    "timestamp": timestamp, "grpc": grpc, "type_name": type_name, "meta": meta.owner, "meta_type": meta.type, "extra": extra.id,
});
const OPTIONAL: Body = errbook::body!({
    "status"?: status, "code"?: code, "number"?: number, "title"?: title, "message"?: message,
    "description"?: description, "details"?: details, "metadata"?: metadata, "trace_id"?: trace_id,
    "instance"?: instance, "docs_url"?: docs_url, "retryable"?: retryable, "retry_after"?: retry_after,
    "timestamp"?: timestamp, "grpc"?: grpc, "type_name"?: type_name, "meta"?: meta.owner, "meta_type"?: meta.type, "extra"?: extra.id,
});
const TYPE: Body = errbook::body!({ "type": type });

/// It is full.
///
/// # Cause
/// Not part of the description.
#[derive(Debug, ApiError)]
#[api(display, status = 429, code = "Full", number = 9, title = "Quota used up", message = "wait {wait}")]
#[api(docs_url = "/full", meta(owner = "billing", type = "quota"))]
struct Full {
    #[api(detail, retry_after)]
    wait: u8,
}

#[derive(Debug, ApiError)]
#[api(display, status = 404, code = "Bare")]
struct Bare;

fn reply(error: &dyn ApiError, body: &'static Body) -> Value {
    let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    serde_json::from_slice(&Reply::new(error).body(body).timestamp(now).to_bytes()).unwrap()
}

#[test]
fn with_values() {
    let error = Full { wait: 3 };
    let now = SystemTime::UNIX_EPOCH + Duration::from_millis(1_000_000_000_999);
    let given = |body| {
        let reply = Reply::new(&error).body(body).timestamp(now).trace_id("4bf9");
        reply.instance("/orders/7").extra("id", json!([1, null])).to_bytes()
    };
    let expected = json!({
        "status": 429,
        "code": "Full",
        "number": 9,
        "title": "Quota used up",
        "message": "wait 3",
        "description": "It is full.",
        "details": { "wait": 3 },
        "metadata": { "wait": "3" },
        "trace_id": "4bf9",
        "instance": "/orders/7",
        "docs_url": "/full",
        "retryable": true,
        "retry_after": 3,
        "timestamp": "2001-09-09T01:46:40Z",
        "grpc": "RESOURCE_EXHAUSTED",
        "type_name": "Full",
        "meta": "billing",
        "meta_type": "quota",
        "extra": [1, null],
    });
    assert_eq!(serde_json::from_slice::<Value>(&given(&ALL)).unwrap(), expected);
    assert_eq!(serde_json::from_slice::<Value>(&given(&OPTIONAL)).unwrap(), expected);
}

#[test]
fn without_values_they_are_null() {
    assert_eq!(
        reply(&Bare, &ALL),
        json!({
            "status": 404,
            "code": "Bare",
            "number": null,
            "title": "Not Found",
            "message": "Not Found",
            "description": null,
            "details": null,
            "metadata": null,
            "trace_id": null,
            "instance": null,
            "docs_url": null,
            "retryable": false,
            "retry_after": null,
            "timestamp": "2001-09-09T01:46:40Z",
            "grpc": "NOT_FOUND",
            "type_name": "Bare",
            "meta": null,
            "meta_type": null,
            "extra": null,
        })
    );
}

#[test]
fn without_values_they_are_left_out() {
    assert_eq!(
        reply(&Bare, &OPTIONAL),
        json!({
            "status": 404,
            "code": "Bare",
            "title": "Not Found",
            "message": "Not Found",
            "retryable": false,
            "timestamp": "2001-09-09T01:46:40Z",
            "grpc": "NOT_FOUND",
            "type_name": "Bare",
        })
    );
}

#[test]
fn type_is_never_absent() {
    assert_eq!(reply(&Full { wait: 3 }, &TYPE), json!({ "type": "/full" }));
    assert_eq!(reply(&Bare, &TYPE), json!({ "type": "about:blank" }));
}
