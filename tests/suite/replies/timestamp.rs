//! The word `timestamp`: the present, or what `Reply::timestamp` says, in the form of RFC 3339.

use std::time::{Duration, SystemTime};

use errbook::{ApiError, Reply};

const TIME: errbook::Body = errbook::body!({ "t": timestamp });

#[derive(Debug, ApiError)]
#[api(display, status = 404, code = "Bare", body = TIME)]
struct Bare;

fn at(seconds: u64) -> String {
    let time = SystemTime::UNIX_EPOCH + Duration::from_secs(seconds);
    Reply::new(&Bare).timestamp(time).to_string()
}

#[test]
fn of_a_given_time() {
    assert_eq!(at(0), r#"{"t":"1970-01-01T00:00:00Z"}"#);
    assert_eq!(at(951_782_400), r#"{"t":"2000-02-29T00:00:00Z"}"#);
    assert_eq!(at(253_402_300_799), r#"{"t":"9999-12-31T23:59:59Z"}"#);
}

#[test]
fn of_the_present() {
    let body: serde_json::Value = serde_json::from_slice(&Reply::new(&Bare).to_bytes()).unwrap();
    let text = body["t"].as_str().unwrap();
    assert_eq!(text.len(), "2000-02-29T00:00:00Z".len());
    assert!(text > "2024-01-01" && text < "9999");
}

#[test]
fn of_times_that_cannot_be_written() {
    assert_eq!(at(253_402_300_800), at(0));
    for time in [
        SystemTime::UNIX_EPOCH - Duration::from_secs(1),
        SystemTime::UNIX_EPOCH + Duration::from_secs(253_402_300_801),
        SystemTime::UNIX_EPOCH + Duration::from_secs(1 << 62),
    ] {
        let body = Reply::new(&Bare).timestamp(time).to_bytes();
        assert!(serde_json::from_slice::<serde_json::Value>(&body).unwrap()["t"].is_string());
    }
}
