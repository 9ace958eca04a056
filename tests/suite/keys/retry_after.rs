//! `retry_after` in all its forms: the `Retry-After` header (RFC 9110 §10.2.3) and the word of a body.

use std::time::{Duration, SystemTime};

use errbook::{ApiError, Reply, RetryAfter, RetryAfterValue};

#[derive(Debug, ApiError)]
#[api(display, status = 429, code = "Wait", body = WAIT, header("X-Other" = "1"))]
struct Wait<T: RetryAfterValue + std::fmt::Debug + Send + Sync>(#[api(retry_after)] T);

const WAIT: errbook::Body = errbook::body!({ "retry"?: retry_after });

/// The header, and the body of a reply made at second 1,000,000,000.
fn reply<T: RetryAfterValue + std::fmt::Debug + Send + Sync>(value: T) -> (String, String) {
    let error = Wait(value);
    let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    let reply = Reply::new(&error).timestamp(now).to_response();
    let header = reply.headers().get("retry-after").map(|value| value.to_str().unwrap().to_owned());
    (header.unwrap_or_default(), String::from_utf8(reply.into_body().into_owned()).unwrap())
}

fn expected(header: &str, body: &str) -> (String, String) {
    (header.to_owned(), body.to_owned())
}

#[test]
fn whole_seconds() {
    assert_eq!(reply(7_u64), expected("7", r#"{"retry":7}"#));
    assert_eq!(reply(7_u8), expected("7", r#"{"retry":7}"#));
    assert_eq!(reply(0_u32), expected("0", r#"{"retry":0}"#));
    assert_eq!(reply(RetryAfter::Seconds(9)), expected("9", r#"{"retry":9}"#));
}

#[test]
fn a_duration_is_rounded_up() {
    assert_eq!(reply(Duration::ZERO), expected("0", r#"{"retry":0}"#));
    assert_eq!(reply(Duration::from_nanos(1)), expected("1", r#"{"retry":1}"#));
    assert_eq!(reply(Duration::from_millis(1500)), expected("2", r#"{"retry":2}"#));
    assert_eq!(reply(Duration::from_secs(3)), expected("3", r#"{"retry":3}"#));
}

#[test]
fn a_time_is_an_http_date() {
    let at = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_060);
    assert_eq!(reply(at), expected("Sun, 09 Sep 2001 01:47:40 GMT", r#"{"retry":60}"#));
    let later = at + Duration::from_millis(1);
    assert_eq!(reply(later), expected("Sun, 09 Sep 2001 01:47:41 GMT", r#"{"retry":61}"#));
}

#[test]
fn a_time_that_has_passed_is_now() {
    let at = SystemTime::UNIX_EPOCH + Duration::from_secs(784_111_777);
    assert_eq!(reply(at), expected("Sun, 06 Nov 1994 08:49:37 GMT", r#"{"retry":0}"#));
}

#[test]
fn none_is_left_out() {
    assert_eq!(reply(None::<Duration>), expected("", "{}"));
    assert_eq!(reply(Some(None::<u8>)), expected("", "{}"));
    assert_eq!(reply(Some(Duration::from_secs(5))), expected("5", r#"{"retry":5}"#));
}

#[test]
fn a_reference_is_its_target() {
    assert_eq!(reply(Some(&7_u64)), expected("7", r#"{"retry":7}"#));
}

#[test]
fn the_entry_names_the_header() {
    let names: Vec<_> = Wait(1_u8).entry().headers().map(|header| header.name()).collect();
    assert_eq!(names, ["X-Other", "Retry-After"]);
}
