//! `..details` spreads the details into an object; they overwrite nothing, wherever the spread is.

use errbook::{ApiError, Body, Reply};

const FIRST: Body = errbook::body!({ ..details, "code": code, "a"?: trace_id });
const LAST: Body = errbook::body!({ "code": code, "a"?: trace_id, ..details });
const ALONE: Body = errbook::body!({ "x"?: { ..details }, "y": { ..details } });
const INNER: Body = errbook::body!({ "code": { ..details } });

#[derive(Debug, ApiError)]
#[api(display, status = 404, code = "Spread")]
struct Spread {
    #[api(detail)]
    b: u8,
    #[api(detail)]
    code: u8,
    #[api(detail)]
    a: Option<u8>,
}

fn json(body: &'static Body, b: u8, a: Option<u8>) -> String {
    Reply::new(&Spread { b, code: 2, a }).body(body).to_string()
}

#[test]
fn in_its_place() {
    assert_eq!(json(&FIRST, 1, None), r#"{"b":1,"code":"Spread"}"#);
    assert_eq!(json(&LAST, 1, None), r#"{"code":"Spread","b":1}"#);
}

#[test]
fn a_named_member_is_never_a_detail_even_when_absent() {
    assert_eq!(json(&FIRST, 1, Some(3)), r#"{"b":1,"code":"Spread"}"#);
    assert_eq!(json(&LAST, 1, Some(3)), r#"{"code":"Spread","b":1}"#);
}

#[test]
fn only_members_of_the_same_object_count() {
    assert_eq!(json(&INNER, 1, Some(3)), r#"{"code":{"b":1,"code":2,"a":3}}"#);
}

#[test]
fn without_details_the_object_is_empty() {
    #[derive(Debug, ApiError)]
    #[api(display, status = 404, code = "Bare")]
    struct Bare;
    assert_eq!(Reply::new(&Bare).body(&ALONE).to_string(), r#"{"y":{}}"#);
    assert_eq!(Reply::new(&Bare).body(&FIRST).to_string(), r#"{"code":"Bare"}"#);
}
