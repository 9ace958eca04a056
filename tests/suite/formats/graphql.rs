//! `body::GRAPHQL` keeps the rules of the GraphQL specification for a request error.

use errbook::{ApiError, Reply};
use serde_json::{Value, json};

#[derive(Debug, ApiError)]
#[api(display, rename_all = "SCREAMING_SNAKE_CASE", body = errbook::body::GRAPHQL)]
enum Request {
    #[api(status = 422, message = "no field `{field}`")]
    UnknownField {
        #[api(detail)]
        field: &'static str,
        #[api(detail)]
        message: &'static str,
    },
    #[api(status = 400)]
    ParseFailed,
}

fn body(reply: &Reply) -> Value {
    serde_json::from_slice(&reply.to_bytes()).unwrap()
}

/// Of the top level: `errors`, which is not empty, and for a request error no `data`.
#[test]
fn top_level() {
    let body = body(&Reply::new(&Request::ParseFailed).trace_id("unused").instance("/unused"));
    assert_eq!(
        body,
        json!({"errors": [{ "message": "Bad Request", "extensions": { "code": "PARSE_FAILED" } }]})
    );
}

/// Of an error: `message`, `locations`, `path`, `extensions`, and nothing else; the code lives in `extensions`.
#[test]
fn members() {
    let error = Request::UnknownField { field: "nmae", message: "m" };
    let reply = Reply::new(&error)
        .extra("locations", json!([{ "line": 1, "column": 3 }]))
        .extra("path", json!(["orders", 0, "nmae"]));
    assert_eq!(
        body(&reply),
        json!({"errors": [{
            "message": "no field `nmae`",
            "locations": [{ "line": 1, "column": 3 }],
            "path": ["orders", 0, "nmae"],
            "extensions": { "code": "UNKNOWN_FIELD", "field": "nmae", "message": "m" },
        }]})
    );
}

/// A detail named like the code does not take its place.
#[test]
fn the_code_stays() {
    #[derive(Debug, ApiError)]
    #[api(display, status = 400, code = "CODE")]
    struct Code(#[api(detail = "code")] u8);
    let body = body(&Reply::new(&Code(7)).body(&errbook::body::GRAPHQL));
    assert_eq!(body["errors"][0]["extensions"], json!({ "code": "CODE" }));
}

/// Over HTTP, a response without data has the media type of GraphQL and an error status.
#[test]
fn over_http() {
    let reply = Reply::new(&Request::ParseFailed).to_response();
    assert_eq!(reply.headers()["content-type"], "application/graphql-response+json");
    assert_eq!(reply.status(), 400);
}
