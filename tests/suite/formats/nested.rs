//! `body::NESTED`: everything under `error`.

use errbook::{ApiError, Reply};

#[derive(Debug, ApiError)]
#[api(display, status = 400, code = "Invalid", message = "not valid", body = errbook::body::NESTED)]
struct Invalid {
    #[api(detail)]
    param: Option<&'static str>,
}

#[test]
fn with_everything() {
    let error = Invalid { param: Some("size") };
    assert_eq!(
        Reply::new(&error).trace_id("4bf9").to_string(),
        r#"{"error":{"code":"Invalid","message":"not valid","trace_id":"4bf9","details":{"param":"size"}}}"#
    );
}

#[test]
fn without_what_is_absent() {
    let reply = Reply::new(&Invalid { param: None }).to_response();
    assert_eq!(**reply.body(), *br#"{"error":{"code":"Invalid","message":"not valid"}}"#);
    assert_eq!(reply.headers()["content-type"], "application/json");
}
