//! Times that cannot be written leave `Retry-After` out, and nothing panics.

use std::time::{Duration, SystemTime};

use errbook::{ApiError, Reply, RetryAfterValue};

const WAIT: errbook::Body = errbook::body!({ "retry": retry_after });

#[derive(Debug, ApiError)]
#[api(display, status = 429, code = "Wait", body = WAIT)]
struct Wait<T: RetryAfterValue + std::fmt::Debug>(#[api(retry_after)] T);

fn header<T: RetryAfterValue + std::fmt::Debug + Send + Sync>(value: T) -> Option<String> {
    let error = Wait(value);
    let reply = Reply::new(&error).to_response();
    assert_eq!(reply.status(), 429);
    let body: serde_json::Value = serde_json::from_slice(reply.body()).unwrap();
    assert!(body["retry"].is_u64());
    reply.headers().get("retry-after").map(|value| value.to_str().unwrap().to_owned())
}

fn at(seconds: u64) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(seconds)
}

#[test]
fn the_longest_duration() {
    assert_eq!(header(Duration::MAX), Some(u64::MAX.to_string()));
    assert_eq!(header(u64::MAX), Some(u64::MAX.to_string()));
}

#[test]
fn far_times() {
    assert_eq!(header(at(253_402_300_799)).unwrap(), "Fri, 31 Dec 9999 23:59:59 GMT");
    assert_eq!(header(at(253_402_300_799) + Duration::from_millis(1)), None);
    assert_eq!(header(at(253_402_300_800)), None);
    assert_eq!(header(at(568_971_820_800)), None);
    assert_eq!(header(at(1 << 62)), None);
}

#[test]
fn times_before_1970() {
    assert_eq!(header(at(0)).unwrap(), "Thu, 01 Jan 1970 00:00:00 GMT");
    assert_eq!(header(at(0) - Duration::from_secs(1)).unwrap(), "0");
    assert_eq!(header(at(0) - Duration::from_secs(1 << 61)).unwrap(), "0");
}
