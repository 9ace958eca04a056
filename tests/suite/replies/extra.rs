//! `Reply::extra` gives values for the word `extra.NAME`: any of them, the last one of a name.

use std::collections::HashMap;

use errbook::{ApiError, Reply};
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
    assert_eq!(Reply::new(&Bare).extra("other", 1).to_string(), "{}");
}

#[test]
fn what_cannot_be_serialized_is_none() {
    let broken = HashMap::from([((1, 2), 3)]);
    assert_eq!(Reply::new(&Bare).extra("a", 1).extra("a", broken).extra("b", 2).to_string(), r#"{"b":2}"#);
}
