//! `details.NAME`: one detail in a place of its own, and then not among the others.

use errbook::{ApiError, Body, Reply};

static PLACED: Body = errbook::body!({
    "code": code,
    "source"?: { "pointer"?: details.pointer, "parameter"?: details.parameter },
    "limit": details.limit,
    "text"?: "at {details.pointer}, {details.limit} of {details.list}",
    "meta"?: details,
});

static SPREAD: Body = errbook::body!({ "pointer"?: details.pointer, ..details });
static WHOLE: Body = errbook::body!(details.whole);
static METADATA: Body = errbook::body!({ "limit"?: details.limit, "metadata"?: metadata });

#[derive(Debug, ApiError)]
#[api(display, status = 400, rename_all = "PascalCase")]
enum Problem {
    All {
        #[api(detail)]
        pointer: &'static str,
        #[api(detail)]
        limit: u8,
        #[api(detail)]
        list: Vec<u8>,
        #[api(detail)]
        other: bool,
    },
    Maybe {
        #[api(detail)]
        pointer: Option<&'static str>,
        #[api(detail)]
        whole: Vec<u8>,
    },
    #[api(detail("limit" = 3, "pointer" = "/constant"))]
    Constant,
    Nothing,
}

/// By both writers, before and after it is compiled, with and without a trace.
#[track_caller]
fn check(error: &Problem, body: &Body, expected: &str) {
    for _ in 0..2 {
        assert_eq!(Reply::new(error).body(body).to_string(), expected);
        assert_eq!(Reply::new(error).body(body).trace_id("t").to_string(), expected);
    }
    assert_eq!(serde_json::to_string(&Reply::new(error).body(body)).unwrap(), expected);
}

#[test]
fn has_its_own_place() {
    let all = Problem::All { pointer: "/name", limit: 3, list: vec![1, 2], other: true };
    check(
        &all,
        &PLACED,
        r#"{"code":"All","source":{"pointer":"/name"},"limit":3,"text":"at /name, 3 of [1,2]","meta":{"other":true}}"#,
    );
    check(&all, &SPREAD, r#"{"pointer":"/name","limit":3,"list":[1,2],"other":true}"#);
    check(&all, &METADATA, r#"{"limit":3,"metadata":{"pointer":"/name","list":"[1,2]","other":"true"}}"#);
    check(&Problem::Constant, &SPREAD, r#"{"pointer":"/constant","limit":3}"#);
    check(&Problem::Constant, &PLACED, r#"{"code":"Constant","source":{"pointer":"/constant"},"limit":3}"#);
}

#[test]
fn is_null_where_it_is_absent() {
    let maybe = |pointer| Problem::Maybe { pointer, whole: vec![7] };
    check(&maybe(None), &PLACED, r#"{"code":"Maybe","limit":null,"meta":{"whole":[7]}}"#);
    check(&maybe(Some("/x")), &SPREAD, r#"{"pointer":"/x","whole":[7]}"#);
    check(&maybe(None), &SPREAD, r#"{"whole":[7]}"#);
    check(&Problem::Nothing, &PLACED, r#"{"code":"Nothing","limit":null}"#);
}

#[test]
fn may_be_the_whole_body() {
    check(&Problem::Maybe { pointer: None, whole: vec![1, 2] }, &WHOLE, "[1,2]");
    check(&Problem::Nothing, &WHOLE, "null");
}

/// A member that a detail has by its name is not a duplicate of the spread detail.
#[derive(Debug, ApiError)]
#[api(display, body = SPREAD, status = 400, code = "Named")]
struct Named {
    #[api(detail)]
    pointer: &'static str,
}

#[test]
fn is_not_a_duplicate_member() {
    assert_eq!(Reply::new(&Named { pointer: "/a" }).to_string(), r#"{"pointer":"/a"}"#);
}

static QUOTED: Body = errbook::body!({
    "max"?: details."max-items", "type"?: details.r#type, "text": "{details.max-items}", "rest"?: details,
});

#[derive(Debug, ApiError)]
#[api(display, status = 400, code = "TooMany", rename_details = "kebab-case")]
struct TooMany {
    #[api(detail)]
    max_items: u8,
    #[api(detail)]
    r#type: u8,
    #[api(detail)]
    r#in: u8,
}

#[test]
fn may_have_a_name_that_is_not_an_identifier() {
    let error = TooMany { max_items: 3, r#type: 4, r#in: 5 };
    let expected = r#"{"max":3,"type":4,"text":"3","rest":{"in":5}}"#;
    let reply = Reply::new(&error).body(&QUOTED);
    assert_eq!(reply.to_string(), expected);
    assert_eq!(serde_json::to_string(&reply).unwrap(), expected);
}
