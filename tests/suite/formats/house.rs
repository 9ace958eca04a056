//! Formats that companies have made for themselves, byte for byte.

use errbook::{ApiError, Body, Reply};

const SUCCESS_FLAG: Body = errbook::body!({
    "success": false, "errors": [{ "code": number, "message": message }], "messages": [], "result": null,
});
const RESPONSE: Body = errbook::body!({
    "Response": { "Error": { "Code": code, "Message": message }, "RequestId": trace_id },
});
const LINKED: Body =
    errbook::body!({ "message": message, "code": code, "type": meta.class, "link": docs_url });
const NUMBERED: Body = errbook::body!({
    "error": true, "code": status, "errorNum": number, "errorMessage": message,
});
const DETAIL: Body = errbook::body!({ "detail": message });

#[derive(Debug, ApiError)]
#[api(
    display,
    status = 404,
    code = "document_missing",
    number = 1202,
    message = "there is no document `{0}`"
)]
#[api(meta(class = "client"), docs_url = "https://example.com/errors#{code}")]
struct Missing(&'static str);

fn json(body: &'static Body) -> String {
    Reply::new(&Missing("a")).body(body).trace_id("4bf9").to_string()
}

#[test]
fn a_flag_and_empty_lists() {
    assert_eq!(
        json(&SUCCESS_FLAG),
        concat!(
            r#"{"success":false,"errors":[{"code":1202,"message":"there is no document `a`"}],"#,
            r#""messages":[],"result":null}"#
        )
    );
}

#[test]
fn two_levels_in_capitals() {
    assert_eq!(
        json(&RESPONSE),
        concat!(
            r#"{"Response":{"Error":{"Code":"document_missing","Message":"there is no document `a`"},"#,
            r#""RequestId":"4bf9"}}"#
        )
    );
}

#[test]
fn class_and_link() {
    assert_eq!(
        json(&LINKED),
        concat!(
            r#"{"message":"there is no document `a`","code":"document_missing","type":"client","#,
            r#""link":"https://example.com/errors#document_missing"}"#
        )
    );
}

#[test]
fn status_and_number() {
    assert_eq!(
        json(&NUMBERED),
        r#"{"error":true,"code":404,"errorNum":1202,"errorMessage":"there is no document `a`"}"#
    );
}

#[test]
fn one_text() {
    assert_eq!(json(&DETAIL), r#"{"detail":"there is no document `a`"}"#);
}
