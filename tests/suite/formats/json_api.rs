//! `body::JSON_API` keeps the rules of JSON:API 1.1 for error documents.

use errbook::{ApiError, Reply};
use serde_json::{Value, json};

#[derive(Debug, ApiError)]
#[api(display, rename_all = "snake_case", body = errbook::body::JSON_API)]
enum Document {
    #[api(status = 422, title = "Invalid attribute", message = "`{name}` is too short")]
    #[api(docs_url = "https://example.com/{code}")]
    Invalid {
        #[api(detail)]
        name: &'static str,
    },
    #[api(status = 404)]
    Missing,
    #[api(status = 502)]
    Upstream(#[api(status)] u16),
}

fn body(reply: &Reply) -> Value {
    serde_json::from_slice(&reply.to_bytes()).unwrap()
}

/// The media type, without parameters.
#[test]
fn content_type() {
    let reply = Reply::new(&Document::Missing).to_response();
    assert_eq!(reply.headers()["content-type"], "application/vnd.api+json");
}

/// `errors` is an array, always, and neither `data` nor `included` is beside it.
#[test]
fn top_level() {
    let body = body(&Reply::new(&Document::Missing));
    let members: Vec<_> = body.as_object().unwrap().keys().collect();
    assert_eq!(members, ["errors"]);
    assert_eq!(body["errors"].as_array().unwrap().len(), 1);
}

/// `status` is a string, and that of the response.
#[test]
fn status_is_a_string() {
    for number in [400, 503, 1] {
        let error = Document::Upstream(number);
        let reply = Reply::new(&error);
        let status = reply.to_response().status().as_u16().to_string();
        assert_eq!(body(&reply)["errors"][0]["status"], json!(status));
    }
}

/// The error object with every member that it may have.
#[test]
fn all_members() {
    let error = Document::Invalid { name: "title" };
    let reply = Reply::new(&error)
        .trace_id("4bf9")
        .instance("https://example.com/log/7")
        .extra("pointer", "/data/attributes/title");
    assert_eq!(
        body(&reply),
        json!({"errors": [{
            "id": "4bf9",
            "links": { "about": "https://example.com/log/7", "type": "https://example.com/invalid" },
            "status": "422",
            "code": "invalid",
            "title": "Invalid attribute",
            "detail": "`title` is too short",
            "source": { "pointer": "/data/attributes/title" },
            "meta": { "name": "title" },
        }]})
    );
}

/// What is absent is left out, together with the object that would hold it.
#[test]
fn no_empty_objects() {
    assert_eq!(
        Reply::new(&Document::Missing).to_string(),
        r#"{"errors":[{"status":"404","code":"missing","title":"Not Found","detail":"Not Found"}]}"#
    );
}

/// `source` has the members that apply.
#[test]
fn source_names_what_was_given() {
    let source = |name| body(&Reply::new(&Document::Missing).extra(name, "x"))["errors"][0]["source"].clone();
    assert_eq!(source("parameter"), json!({ "parameter": "x" }));
    assert_eq!(source("header"), json!({ "header": "x" }));
}

/// `title` does not vary between instances.
#[test]
fn title_does_not_vary() {
    let [one, other] = ["a", "b"].map(|name| body(&Reply::new(&Document::Invalid { name })));
    assert_eq!(one["errors"][0]["title"], other["errors"][0]["title"]);
    assert_ne!(one["errors"][0]["detail"], other["errors"][0]["detail"]);
}
