//! `body::JSON_RPC` keeps the rules of JSON-RPC 2.0 for a response object with an error.

use errbook::{ApiError, Reply};
use serde_json::{Value, json};

#[derive(Debug, ApiError)]
#[api(display, rename_all = "PascalCase", body = errbook::body::JSON_RPC)]
enum Call {
    #[api(status = 404, number = -32601, title = "Method not found")]
    NoMethod,
    #[api(status = 400, number = 17, message = "`{param}` is missing")]
    NoParam {
        #[api(detail)]
        param: &'static str,
    },
}

fn body(reply: &Reply) -> Value {
    serde_json::from_slice(&reply.to_bytes()).unwrap()
}

/// `jsonrpc`, `error` and `id`, and never `result`.
#[test]
fn members() {
    let error = Call::NoParam { param: "to" };
    assert_eq!(
        Reply::new(&error).extra("id", "abc").trace_id("unused").to_string(),
        concat!(
            r#"{"jsonrpc":"2.0","error":{"code":17,"message":"`to` is missing","data":{"param":"to"}},"#,
            r#""id":"abc"}"#
        )
    );
}

/// `code` is an integer, `message` a string, `data` left out where there is none.
#[test]
fn error_object() {
    let error = body(&Reply::new(&Call::NoMethod))["error"].clone();
    assert_eq!(error, json!({ "code": -32601, "message": "Method not found" }));
    assert!(error["code"].is_i64());
}

/// `id` is that of the request, of the same type, and `null` where it is not known.
#[test]
fn id_is_always_there() {
    let id = |reply: Reply| body(&reply).get("id").cloned();
    assert_eq!(id(Reply::new(&Call::NoMethod)), Some(Value::Null));
    assert_eq!(id(Reply::new(&Call::NoMethod).extra("id", 5)), Some(json!(5)));
    assert_eq!(id(Reply::new(&Call::NoMethod).extra("id", "5")), Some(json!("5")));
    assert_eq!(id(Reply::new(&Call::NoMethod).extra("id", None::<u8>)), Some(Value::Null));
}
