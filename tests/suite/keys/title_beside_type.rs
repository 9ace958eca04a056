//! Beside a type of `about:blank`, anywhere in a body, the title is the phrase of the status (RFC 9457 §4.2.1).

use errbook::{ApiError, Body, Reply};

#[derive(Debug, ApiError)]
#[api(display, status = 409, code = "Taken", title = "Taken by somebody")]
struct Taken;

#[derive(Debug, ApiError)]
#[api(display, status = 409, code = "Linked", title = "Taken by somebody", docs_url = "/taken")]
struct Linked;

fn reply(error: &dyn ApiError, body: &'static Body) -> String {
    Reply::new(error).body(body).to_string()
}

#[test]
fn as_a_member() {
    const BODY: Body = errbook::body!({ "about": { "type": type }, "title": title });
    assert_eq!(reply(&Taken, &BODY), r#"{"about":{"type":"about:blank"},"title":"Conflict"}"#);
    assert_eq!(reply(&Linked, &BODY), r#"{"about":{"type":"/taken"},"title":"Taken by somebody"}"#);
}

#[test]
fn within_a_string() {
    const BODY: Body = errbook::body!({ "about": "see {type}", "title": title });
    assert_eq!(reply(&Taken, &BODY), r#"{"about":"see about:blank","title":"Conflict"}"#);
}

#[test]
fn within_an_array() {
    const BODY: Body = errbook::body!({ "about": [code, type], "title": title });
    assert_eq!(reply(&Taken, &BODY), r#"{"about":["Taken","about:blank"],"title":"Conflict"}"#);
}

#[test]
fn without_a_type() {
    const BODY: Body = errbook::body!({ "about": [code], "title": title });
    assert_eq!(reply(&Taken, &BODY), r#"{"about":["Taken"],"title":"Taken by somebody"}"#);
}

#[derive(Debug, ApiError)]
#[api(display, status = 502, rename_all = "PascalCase")]
enum Upstream {
    Untitled(#[api(status)] u16),
    #[api(title = "Upstream failed")]
    Titled(#[api(status)] u16),
    #[api(docs_url = "/upstream")]
    Linked(#[api(status)] u16),
}

/// RFC 9457 §3.1.3: a title is the same for every occurrence. §4.2.1: beside `about:blank` it is that of the status.
#[test]
fn a_title_does_not_change_with_the_status() {
    const BODY: Body = errbook::body!({ "title": title });
    assert_eq!(reply(&Upstream::Untitled(503), &BODY), r#"{"title":"Bad Gateway"}"#);
    assert_eq!(reply(&Upstream::Titled(503), &BODY), r#"{"title":"Upstream failed"}"#);
    let problem = |error: &dyn ApiError| {
        let json = Reply::new(error).body(&errbook::body::PROBLEM).to_bytes();
        let json: serde_json::Value = serde_json::from_slice(&json).unwrap();
        (json["title"].clone(), json["status"].clone())
    };
    assert_eq!(problem(&Upstream::Untitled(503)), ("Service Unavailable".into(), 503.into()));
    assert_eq!(problem(&Upstream::Titled(503)), ("Service Unavailable".into(), 503.into()));
    assert_eq!(problem(&Upstream::Linked(503)), ("Bad Gateway".into(), 503.into()));
    // There is no phrase for it.
    assert_eq!(problem(&Upstream::Titled(599)), ("Upstream failed".into(), 599.into()));
}
