//! `body::ODATA` keeps the rules of `OData` 4.01 for error responses.

use errbook::{ApiError, Body, Reply};
use serde_json::{Value, json};

const GERMAN: Body = errbook::body::ODATA.with_content_language("de-AT");

#[derive(Debug, thiserror::Error, ApiError)]
#[api(rename_all = "PascalCase", body = errbook::body::ODATA)]
enum Service {
    #[error("`{query}` is not supported")]
    #[api(status = 501, expose)]
    Unsupported {
        #[api(detail)]
        query: &'static str,
    },
    #[error("")]
    #[api(status = 400)]
    Empty,
    #[error("nicht gefunden")]
    #[api(status = 404, header("Content-Language" = "de"))]
    OwnLanguage,
}

fn body(reply: &Reply) -> Value {
    serde_json::from_slice(&reply.to_bytes()).unwrap()
}

/// The body is an object with the single member `error`.
#[test]
fn members() {
    let error = Service::Unsupported { query: "$search" };
    assert_eq!(
        body(&Reply::new(&error).extra("target", "query").trace_id("unused")),
        json!({"error": {
            "code": "Unsupported",
            "message": "`$search` is not supported",
            "target": "query",
            "innererror": { "query": "$search" },
        }})
    );
}

/// `code` and `message` are strings and not empty; what is absent is left out.
#[test]
fn code_and_message_are_not_empty() {
    assert_eq!(
        Reply::new(&Service::Empty).to_string(),
        r#"{"error":{"code":"Empty","message":"Bad Request"}}"#
    );
}

/// `Content-Language` names the language of the message.
#[test]
fn content_language() {
    let reply = Reply::new(&Service::Empty).to_response();
    assert_eq!(reply.headers()["content-language"], "en");
    assert_eq!(reply.headers()["content-type"], "application/json");
    let reply = Reply::new(&Service::Empty).body(&GERMAN).to_response();
    assert_eq!(reply.headers()["content-language"], "de-AT");
}

/// An error that says its language keeps it.
#[test]
fn own_content_language() {
    let reply = Reply::new(&Service::OwnLanguage).to_response();
    let languages: Vec<_> = reply.headers().get_all("content-language").iter().collect();
    assert_eq!(languages, ["de"]);
}
