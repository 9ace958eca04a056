//! What only the request knows, borrowed or owned; a reply can be made any number of times.

use errbook::{ApiError, Reply};

const REQUEST: errbook::Body = errbook::body!({ "trace"?: trace_id, "instance"?: instance });

#[derive(Debug, ApiError)]
#[api(display, status = 404, code = "Bare", body = REQUEST)]
struct Bare;

#[test]
fn borrowed_or_owned() {
    let trace = String::from("4bf9");
    let reply = Reply::new(&Bare).trace_id(&trace).instance(format!("/orders/{}", 7));
    assert_eq!(reply.to_string(), r#"{"trace":"4bf9","instance":"/orders/7"}"#);
    assert_eq!(reply.clone().to_bytes(), reply.to_bytes());
    assert_eq!(reply.trace_id("other").to_string(), r#"{"trace":"other","instance":"/orders/7"}"#);
}

#[test]
fn any_text_is_escaped() {
    let reply = Reply::new(&Bare).trace_id("a\"b\\\n\u{0}").to_bytes();
    let body: serde_json::Value = serde_json::from_slice(&reply).unwrap();
    assert_eq!(body["trace"], "a\"b\\\n\u{0}");
}
