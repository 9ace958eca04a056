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
