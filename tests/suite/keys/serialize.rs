//! `serialize` makes the error serialize as its body.

use errbook::ApiError;
use serde::Serialize;

#[derive(Debug, ApiError)]
#[api(display, serialize, body = errbook::body::NESTED)]
enum Serialized {
    #[api(status = 400, code = "Bad", message = "{0} is bad")]
    Bad(#[api(detail = "value")] u8),
    #[api(transparent)]
    Inner(Inner),
}

#[derive(Debug, ApiError)]
#[api(display, status = 404, code = "Inner")]
struct Inner;

#[derive(Serialize)]
struct Response {
    id: u8,
    result: Result<(), Serialized>,
}

#[test]
fn alone() {
    let error = Serialized::Bad(3);
    assert_eq!(
        serde_json::to_string(&error).unwrap(),
        r#"{"error":{"code":"Bad","message":"3 is bad","details":{"value":3}}}"#
    );
    assert_eq!(serde_json::to_value(&error).unwrap()["error"]["details"]["value"], 3);
}

#[test]
fn inside_another_value() {
    let response = Response { id: 1, result: Err(Serialized::Inner(Inner)) };
    assert_eq!(
        serde_json::to_string(&response).unwrap(),
        r#"{"id":1,"result":{"Err":{"error":{"code":"Inner","message":"Not Found"}}}}"#
    );
}
