//! `body::PROBLEM` keeps the rules that RFC 9457 has for producers.

use errbook::{ApiError, Reply};
use serde_json::{Value, json};

#[derive(Debug, ApiError)]
#[api(display, rename_all = "snake_case", body = errbook::body::PROBLEM)]
enum Problem {
    #[api(status = 403, docs_url = "https://example.com/problems/{code}", title = "Not enough credit")]
    #[api(message = "the balance is {balance}")]
    OutOfCredit {
        #[api(detail)]
        balance: i32,
        #[api(detail)]
        accounts: Vec<&'static str>,
    },
    #[api(status = 422)]
    Blank,
    #[api(status = 404, title = "No such order", message = "order {0} is gone")]
    TitledBlank(u8),
    #[api(status = 502, title = "Upstream failed")]
    Upstream(#[api(status)] u16),
    #[api(status = 499, title = "Client closed request")]
    Unregistered,
}

/// Nothing is wrong with these names where the details are an object of their own.
#[derive(Debug, ApiError)]
#[api(display, status = 409, code = "overwriting", message = "taken")]
struct Overwriting {
    #[api(detail = "type")]
    kind: &'static str,
    #[api(detail)]
    title: &'static str,
    #[api(detail)]
    status: u8,
    #[api(detail = "detail")]
    text: &'static str,
    #[api(detail)]
    instance: &'static str,
    #[api(detail)]
    code: &'static str,
    #[api(detail)]
    trace_id: &'static str,
    #[api(detail)]
    extension: u8,
}

fn body(error: &Problem) -> Value {
    serde_json::from_slice(&Reply::new(error).to_bytes()).unwrap()
}

fn out_of_credit() -> Problem {
    Problem::OutOfCredit { balance: 30, accounts: vec!["/a/1", "/a/2"] }
}

/// Rule 1: the media type.
#[test]
fn content_type() {
    let reply = Reply::new(&Problem::Blank).to_response();
    let types: Vec<_> = reply.headers().get_all("content-type").iter().collect();
    assert_eq!(types, ["application/problem+json"]);
}

/// Rules 2, 7, 8, 9, 10: the types of members.
#[test]
fn member_types() {
    let error = out_of_credit();
    let reply = Reply::new(&error).instance("/account/7/log").trace_id("4bf9").to_bytes();
    assert_eq!(
        serde_json::from_slice::<Value>(&reply).unwrap(),
        json!({
            "type": "https://example.com/problems/out_of_credit",
            "title": "Not enough credit",
            "status": 403,
            "detail": "the balance is 30",
            "instance": "/account/7/log",
            "code": "out_of_credit",
            "trace_id": "4bf9",
            "balance": 30,
            "accounts": ["/a/1", "/a/2"],
        })
    );
}

/// Rule 7: the member `status` is that of the response.
#[test]
fn status_is_that_of_the_response() {
    let all = [
        out_of_credit(),
        Problem::Blank,
        Problem::Upstream(503),
        Problem::Upstream(7),
        Problem::Unregistered,
    ];
    for error in all {
        let reply = Reply::new(&error).to_response();
        let body: Value = serde_json::from_slice(reply.body()).unwrap();
        assert_eq!(body["status"], reply.status().as_u16());
        assert!(body["status"].is_u64());
    }
}

/// Rule 8: the title is the same in every instance.
#[test]
fn title_does_not_vary() {
    let other = Problem::OutOfCredit { balance: -5, accounts: Vec::new() };
    assert_eq!(body(&other)["title"], body(&out_of_credit())["title"]);
    assert_ne!(body(&other)["detail"], body(&out_of_credit())["detail"]);
}

/// Rule 10: no `instance` where none is known.
#[test]
fn absent_members_are_left_out() {
    assert_eq!(
        body(&Problem::Blank),
        json!({
            "type": "about:blank",
            "title": "Unprocessable Content",
            "status": 422,
            "detail": "Unprocessable Content",
            "code": "blank",
        })
    );
}

/// Rules 11 and 12: details are extension members, and none of them takes the place of a standard one.
#[test]
fn extensions_overwrite_nothing() {
    let error = Overwriting {
        kind: "x",
        title: "x",
        status: 1,
        text: "x",
        instance: "x",
        code: "x",
        trace_id: "x",
        extension: 1,
    };
    let text = Reply::new(&error).body(&errbook::body::PROBLEM).to_string();
    assert_eq!(
        text,
        concat!(
            r#"{"type":"about:blank","title":"Conflict","status":409,"detail":"taken","code":"overwriting","#,
            r#""extension":1}"#
        )
    );
}

/// Rule 15: beside `about:blank`, the title is the phrase of the status, whatever the variant calls itself.
#[test]
fn about_blank_has_the_phrase() {
    for (error, title) in [
        (Problem::TitledBlank(1), "Not Found"),
        (Problem::Upstream(0), "Bad Gateway"),
        (Problem::Upstream(429), "Too Many Requests"),
        (Problem::Upstream(413), "Content Too Large"),
    ] {
        let body = body(&error);
        assert_eq!(body["type"], "about:blank");
        assert_eq!(body["title"], title);
    }
    assert_eq!(body(&Problem::TitledBlank(1))["detail"], "order 1 is gone");
}

/// Rule 15, where there is no phrase to recommend.
#[test]
fn about_blank_without_a_phrase() {
    assert_eq!(body(&Problem::Unregistered)["title"], "Client closed request");
}
