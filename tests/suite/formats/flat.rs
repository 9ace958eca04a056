//! `body::FLAT`: code and message, the trace and the details where there are any.

use errbook::{ApiError, Reply};

#[derive(Debug, ApiError)]
#[api(display, status = 400, code = "Invalid", message = "not valid")]
struct Invalid {
    #[api(detail)]
    param: Option<&'static str>,
}

#[test]
fn with_everything() {
    let error = Invalid { param: Some("size") };
    let reply = Reply::new(&error).trace_id("4bf9").instance("/not/here").to_response();
    assert_eq!(
        **reply.body(),
        *br#"{"code":"Invalid","message":"not valid","trace_id":"4bf9","details":{"param":"size"}}"#
    );
    assert_eq!(reply.headers()["content-type"], "application/json");
}

#[test]
fn without_what_is_absent() {
    assert_eq!(
        Reply::new(&Invalid { param: None }).to_string(),
        r#"{"code":"Invalid","message":"not valid"}"#
    );
}
