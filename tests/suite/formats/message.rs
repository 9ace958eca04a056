//! `body::MESSAGE`: the message alone.

use errbook::{ApiError, Reply};

#[derive(Debug, ApiError)]
#[api(display, status = 400, code = "Invalid", message = "`{param}` is not valid", body = errbook::body::MESSAGE)]
struct Invalid {
    #[api(detail)]
    param: &'static str,
}

#[test]
fn is_the_only_member() {
    let reply = Reply::new(&Invalid { param: "size" }).trace_id("4bf9").to_response();
    assert_eq!(**reply.body(), *br#"{"error":"`size` is not valid"}"#);
    assert_eq!(reply.headers()["content-type"], "application/json");
}
