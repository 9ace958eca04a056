//! `Reply::extra` gives values for the word `extra.NAME`: any of them, the last one of a name.

use std::collections::HashMap;

use errbook::{ApiError, Body, Reply};
use serde_json::json;

const EXTRA: errbook::Body = errbook::body!({ "a"?: extra.a, "b"?: extra.b });

#[derive(Debug, ApiError)]
#[api(display, status = 404, code = "Bare", body = EXTRA)]
struct Bare;

#[test]
fn any_value() {
    let reply = Reply::new(&Bare).extra("a", json!({ "x": [1, "y"] })).extra(String::from("b"), 1.5);
    assert_eq!(reply.to_string(), r#"{"a":{"x":[1,"y"]},"b":1.5}"#);
}

#[test]
fn the_last_one_counts() {
    assert_eq!(
        Reply::new(&Bare).extra("a", 1).extra("b", 2).extra("a", "3").to_string(),
        r#"{"a":"3","b":2}"#
    );
}

#[test]
fn what_nobody_asked_for_is_not_sent() {
    let reply = Reply::new(&Bare).extra("other", 1).extra("b", 2);
    assert_eq!(reply.to_string(), r#"{"b":2}"#);
    assert_eq!(reply.unused_extra(), ["other"]);
    assert_eq!(reply.body(&errbook::body::FLAT).unused_extra(), ["other", "b"]);
}

const NAMED: Body = errbook::body!({ "x": ["{extra.parameter}"], "id": extra.request_id, "k": extra.k });
const TEXT: Body = Body::text("{extra.parameter}");

fn panic_of(reply: &Reply<'_>) -> Option<String> {
    let made = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| drop(reply.to_response())));
    made.err().map(|panic| *panic.downcast::<String>().unwrap())
}

#[test]
#[cfg(debug_assertions)]
fn a_typo_is_found() {
    let typo = |body, name| panic_of(&Reply::new(&Bare).body(body).extra(name, 1));
    let meant =
        |name, meant| Some(format!("the format has no `extra.{name}`, did you mean `extra.{meant}`?"));
    assert_eq!(typo(&NAMED, "paramter"), meant("paramter", "parameter"));
    assert_eq!(typo(&TEXT, "paramter"), meant("paramter", "parameter"));
    assert_eq!(typo(&NAMED, "requestId"), meant("requestId", "request_id"));
}

/// A name that only resembles another may be for another format.
#[test]
fn what_is_no_typo_is_ignored() {
    for name in ["j", "region", "request"] {
        assert_eq!(panic_of(&Reply::new(&Bare).body(&NAMED).extra(name, 1)), None, "{name}");
    }
    let both = Reply::new(&Bare).body(&NAMED).extra("parameter", 1).extra("parameters", 2);
    assert_eq!(panic_of(&both), None);
}

#[test]
fn what_cannot_be_serialized_is_none() {
    let broken = HashMap::from([((1, 2), 3)]);
    assert_eq!(Reply::new(&Bare).extra("a", 1).extra("a", broken).extra("b", 2).to_string(), r#"{"b":2}"#);
}
