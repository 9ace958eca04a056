//! The conformance API, asked over HTTP.

use errbook_conformance::Example;
use serde_json::{Value, json};

use crate::client::{Reply, ask};

const TRACE: &str = "4bf92f3577b34da6a3ce929d0e0e4736";

async fn traced(example: &Example, query: &str) -> Reply {
    let traceparent = format!("00-{TRACE}-00f067aa0ba902b7-01");
    ask(example.address(), query, ("traceparent", &traceparent)).await
}

#[tokio::test]
async fn errors_have_extensions() {
    let example = Example::start("graphql", true).unwrap();

    let reply = traced(&example, "{ order(id: 7) { id } }").await;
    assert_eq!(reply.body, json!({ "data": { "order": { "id": 7 } } }));

    let reply = traced(&example, "{ order(id: 8) { id } }").await;
    let expected = json!({
        "message": "there is no order 8",
        "locations": [{ "line": 1, "column": 3 }],
        "path": ["order"],
        "extensions": { "code": "NO_SUCH_ORDER", "trace_id": TRACE, "details": { "id": 8 } },
    });
    assert_eq!(reply.error(), &expected);
    assert_eq!(reply.headers["x-request-id"], TRACE);

    let reply = traced(&example, r#"{ create(item: "", quantity: 0) }"#).await;
    let violations = json!([
        { "pointer": "/item", "code": "EMPTY", "message": "must not be empty" },
        { "pointer": "/quantity", "code": "MIN", "message": "must be at least 1" },
    ]);
    assert_eq!(reply.error()["extensions"]["violations"], violations);

    let reply = traced(&example, "{ limited }").await;
    let expected = json!({ "code": "RATE_LIMITED", "trace_id": TRACE, "retry_after": 30 });
    assert_eq!(reply.error()["extensions"], expected);

    let cases = [
        ("{ secret }", "TOKEN_MISSING"),
        ("{ store }", "STORE_DOWN"),
        ("{ extended }", "STORE_DOWN"),
        ("{ upstream(status: 404) }", "UPSTREAM"),
        ("{ any(which: \"order\") }", "NO_SUCH_ORDER"),
        ("{ any(which: \"auth\") }", "TOKEN_MISSING"),
        ("{ slow(ms: 20) }", "LOCKED"),
        ("{ spawned }", "LOCKED"),
        ("{ panic }", "INTERNAL_SERVER_ERROR"),
        ("{ internal }", "INTERNAL_SERVER_ERROR"),
        ("{ order(id: -1) { id } }", "BAD_REQUEST"),
        ("query ($id: Int!) { order(id: $id) { id } }", "BAD_REQUEST"),
        ("{ nothing }", "BAD_REQUEST"),
        ("{ store", "BAD_REQUEST"),
    ];
    for (query, code) in cases {
        let reply = traced(&example, query).await;
        let extensions = &reply.error()["extensions"];
        assert_eq!((&extensions["code"], &extensions["trace_id"]), (&json!(code), &json!(TRACE)), "{query}");
    }

    let own = traced(&example, "{ own }").await;
    assert_eq!(
        (&own.error()["message"], &own.error()["extensions"]),
        (&json!("mine"), &json!({ "mine": true }))
    );
}

#[tokio::test]
async fn a_panic_of_a_field_leaves_the_others() {
    let example = Example::start("graphql", true).unwrap();

    let reply = traced(&example, "{ order(id: 7) { id next { id } } second: order(id: 8) { id } }").await;

    let errors = reply.body["errors"].as_array().unwrap();
    let find = |path: Value| {
        errors.iter().find(|error| error["path"] == path).unwrap()["extensions"]["code"].clone()
    };
    assert_eq!(errors.len(), 2);
    assert_eq!(find(json!(["order", "next", "id"])), "INTERNAL_SERVER_ERROR");
    assert_eq!(find(json!(["second"])), "NO_SUCH_ORDER");
}

#[tokio::test]
async fn each_error_is_logged_once() {
    let example = Example::start("graphql", true).unwrap();
    for query in ["{ store }", "{ extended }", "{ panic }", "{ internal }", "{ limited }"] {
        traced(&example, query).await;
    }
    let log = example.into_log().unwrap();
    let events = log.lines().filter(|line| line.contains(r#""target":"errbook""#)).collect::<Vec<_>>();
    assert_eq!(events.len(), 5, "{log}");
    let expected = [
        ("store", "STORE_DOWN", "ERROR"),
        ("extended", "STORE_DOWN", "ERROR"),
        ("panic", "INTERNAL_SERVER_ERROR", "ERROR"),
        ("internal", "INTERNAL_SERVER_ERROR", "ERROR"),
        ("limited", "RATE_LIMITED", "DEBUG"),
    ];
    for (event, (field, code, level)) in events.iter().zip(expected) {
        for word in [&format!("\"http.route\":\"{field}\""), code, level, TRACE] {
            assert!(event.contains(word), "`{word}` not in {event}");
        }
        assert_eq!(event.contains("hunter2"), level == "ERROR", "{event}");
        assert_eq!(event.contains("10.0.0.5"), code == "STORE_DOWN", "{event}");
    }
}

#[tokio::test]
async fn without_the_extension_boxed_errors_have_the_message_for_clients() {
    let example = Example::start("graphql", false).unwrap();

    let reply = traced(&example, "{ spawned }").await;
    assert_eq!(reply.error()["message"], "the order is locked");
    let reply = traced(&example, "{ extended }").await;
    assert_eq!(reply.error()["extensions"], json!({ "code": "STORE_DOWN" }));
}
