//! The violations in each shipped format, to the letter of its specification; without any, the reply is as it always was.

use errbook::{ApiError, Body, Reply, Violation, body};
use serde_json::{Value, json};

#[derive(Debug, ApiError)]
#[api(display, meta(domain = "shop.example"), docs_url = "/errors/{code}", number = -32602)]
#[api(status = 400, code = "INVALID_ORDER", title = "Invalid order", message = "the order is invalid")]
struct Invalid {
    #[api(violations)]
    errors: Vec<Violation>,
    #[api(detail)]
    order: u8,
}

fn invalid() -> Invalid {
    let errors = vec![
        Violation::new("must be positive")
            .with_pointer("/items/0/unit price")
            .with_code("tooSmall")
            .with_detail("min", 1)
            .with_detail("detail", "x"),
        Violation::new("is unknown").with_parameter("sort").with_code("§"),
        Violation::new("is missing").with_header("If-Match"),
        Violation::new("is contradictory"),
    ];
    Invalid { errors, order: 7 }
}

fn reply(body: &Body) -> Value {
    let error = invalid();
    let reply = Reply::new(&error).body(body).trace_id("4bf9");
    let value = serde_json::from_slice(&reply.to_bytes()).unwrap();
    assert_eq!(serde_json::to_value(&reply).unwrap(), value);
    value
}

fn own_violations() -> Value {
    json!([
        {
            "pointer": "/items/0/unit price", "code": "tooSmall", "message": "must be positive",
            "details": { "min": 1, "detail": "x" },
        },
        { "parameter": "sort", "code": "§", "message": "is unknown" },
        { "header": "If-Match", "message": "is missing" },
        { "message": "is contradictory" },
    ])
}

#[test]
fn flat_and_nested() {
    let flat = json!({
        "code": "INVALID_ORDER", "message": "the order is invalid", "trace_id": "4bf9",
        "violations": own_violations(), "details": { "order": 7 },
    });
    assert_eq!(reply(&body::FLAT), flat);
    assert_eq!(reply(&body::NESTED), json!({ "error": flat }));
    assert_eq!(reply(&body::MESSAGE), json!({ "error": "the order is invalid" }));
}

/// RFC 9457 §3: `detail`, and `pointer` as the fragment of a URI (RFC 6901 §6).
#[test]
fn problem() {
    let problem = reply(&body::PROBLEM);
    assert_eq!(
        problem["errors"],
        json!([
            { "detail": "must be positive", "pointer": "#/items/0/unit%20price", "code": "tooSmall", "min": 1 },
            { "detail": "is unknown", "parameter": "sort", "code": "§" },
            { "detail": "is missing", "header": "If-Match" },
            { "detail": "is contradictory" },
        ])
    );
    assert_eq!(problem["detail"], "the order is invalid");
    assert_eq!(problem["order"], 7);
}

/// An error object for each, in place of the one, whose code is beside them.
#[test]
fn json_api() {
    let object = |code, detail: &str| {
        json!({
            "links": { "type": "/errors/INVALID_ORDER" },
            "status": "400", "code": code, "title": "Invalid order", "detail": detail,
        })
    };
    let mut errors = [
        object("tooSmall", "must be positive"),
        object("§", "is unknown"),
        object("INVALID_ORDER", "is missing"),
        object("INVALID_ORDER", "is contradictory"),
    ];
    errors[0]["source"] = json!({ "pointer": "/items/0/unit price" });
    errors[0]["meta"] = json!({ "min": 1, "detail": "x" });
    errors[1]["source"] = json!({ "parameter": "sort" });
    errors[2]["source"] = json!({ "header": "If-Match" });
    assert_eq!(
        reply(&body::JSON_API),
        json!({ "errors": errors, "meta": { "code": "INVALID_ORDER", "trace_id": "4bf9", "order": 7 } })
    );
}

/// AIP-193: a second detail; the reason is omitted if it cannot be in upper case.
#[test]
fn google() {
    let error_info = json!({
        "@type": "type.googleapis.com/google.rpc.ErrorInfo",
        "reason": "INVALID_ORDER", "domain": "shop.example", "metadata": { "order": "7" },
    });
    let bad_request = json!({
        "@type": "type.googleapis.com/google.rpc.BadRequest",
        "fieldViolations": [
            { "field": "items[0].`unit price`", "description": "must be positive", "reason": "TOO_SMALL" },
            { "field": "sort", "description": "is unknown" },
            { "field": "If-Match", "description": "is missing" },
            { "description": "is contradictory" },
        ],
    });
    assert_eq!(reply(&body::GOOGLE)["error"]["details"], json!([error_info, bad_request]));
}

/// `code` and `message` are required.
#[test]
fn odata() {
    let error = &reply(&body::ODATA)["error"];
    assert_eq!(
        error["details"],
        json!([
            { "code": "tooSmall", "message": "must be positive", "target": "items[0].`unit price`" },
            { "code": "§", "message": "is unknown", "target": "sort" },
            { "code": "INVALID_ORDER", "message": "is missing", "target": "If-Match" },
            { "code": "INVALID_ORDER", "message": "is contradictory" },
        ])
    );
    assert_eq!(error["innererror"], json!({ "order": 7 }));
}

#[test]
fn graphql_and_json_rpc() {
    let graphql = reply(&body::GRAPHQL);
    assert_eq!(
        graphql["errors"][0]["extensions"],
        json!({ "code": "INVALID_ORDER", "violations": own_violations(), "order": 7 })
    );
    let members: Vec<_> = graphql["errors"][0].as_object().unwrap().keys().collect();
    assert_eq!(members, ["extensions", "message"]);
    let json_rpc = reply(&body::JSON_RPC);
    assert_eq!(json_rpc["error"]["data"], json!({ "violations": own_violations(), "order": 7 }));
}

/// The same error without the key.
#[derive(Debug, ApiError)]
#[api(display, meta(domain = "shop.example"), docs_url = "/errors/{code}", number = -32602)]
#[api(status = 400, code = "INVALID_ORDER", title = "Invalid order", message = "the order is invalid")]
struct Plain {
    #[api(detail)]
    order: u8,
}

#[test]
fn an_empty_list_changes_nothing() {
    let empty = Invalid { errors: Vec::new(), order: 7 };
    for body in crate::shipped::SHIPPED {
        for trace_id in [None, Some("4bf9")] {
            let json = |error| {
                let reply = Reply::new(error).body(body);
                trace_id.map_or(reply.clone(), |id| reply.trace_id(id)).to_string()
            };
            assert_eq!(json(&empty), json(&Plain { order: 7 }));
        }
    }
}

/// A detail may have the name of a member that only violations have.
#[derive(Debug, ApiError)]
#[api(display, body = body::PROBLEM, status = 409, code = "Conflict")]
struct NamedLikeThem {
    #[api(detail)]
    errors: [u8; 2],
    #[api(detail)]
    violations: &'static str,
}

#[test]
fn names_are_free_without_violations() {
    let error = NamedLikeThem { errors: [1, 2], violations: "v" };
    let problem: Value = serde_json::from_slice(&Reply::new(&error).to_bytes()).unwrap();
    assert_eq!((&problem["errors"], &problem["violations"]), (&json!([1, 2]), &json!("v")));
    let reply = Reply::new(&error).body(&body::GRAPHQL);
    assert_eq!(serde_json::to_value(&reply).unwrap()["errors"][0]["extensions"]["violations"], "v");
    assert_eq!(serde_json::to_string(&reply).unwrap(), reply.to_string());
}
