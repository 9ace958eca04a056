//! `body` names the wire format: a `const` or a `static`, by any path; a reply may ask for another.

use errbook::{ApiError, Body, Reply};

mod formats {
    pub static ENVELOPE: errbook::Body =
        errbook::body!({ "oops": code }).with_content_type("application/x-oops");
}

#[derive(Debug, ApiError)]
#[api(display, status = 400, code = "Own", body = formats::ENVELOPE)]
struct Own;

#[derive(Debug, ApiError)]
#[api(display, status = 400, code = "Default")]
struct Default;

#[test]
fn is_that_of_the_type() {
    let reply = Reply::new(&Own).to_response();
    assert_eq!(**reply.body(), *br#"{"oops":"Own"}"#);
    assert_eq!(reply.headers()["content-type"], "application/x-oops");
    assert!(std::ptr::eq(Own.body().unwrap(), &raw const formats::ENVELOPE));
}

#[test]
fn is_flat_without_the_key() {
    let reply = Reply::new(&Default).to_response();
    assert_eq!(**reply.body(), *br#"{"code":"Default","message":"Bad Request"}"#);
    assert_eq!(reply.headers()["content-type"], "application/json");
    assert!(Default.body().is_none());
}

#[test]
fn a_reply_may_ask_for_another() {
    static OTHER: Body = errbook::body!({ "other": status }).with_content_language("de");
    let reply = Reply::new(&Own).body(&OTHER).to_response();
    assert_eq!(**reply.body(), *br#"{"other":400}"#);
    assert_eq!(reply.headers()["content-type"], "application/json");
    assert_eq!(reply.headers()["content-language"], "de");
}
