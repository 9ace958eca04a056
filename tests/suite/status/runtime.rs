//! `status` on a field: the status of this instance, unless it is not an error status.

use errbook::{ApiError, Reply, StatusValue};
use http::StatusCode;

#[derive(Debug, ApiError)]
#[api(display, status = 502, code = "Upstream", body = UPSTREAM)]
struct Upstream<T: StatusValue + std::fmt::Debug>(#[api(status)] T);

const UPSTREAM: errbook::Body = errbook::body!({ "status": status, "text": "{status}" });

fn status<T: StatusValue + std::fmt::Debug + Send + Sync>(value: T) -> u16 {
    let error = Upstream(value);
    let reply = Reply::new(&error).to_response();
    let status = reply.status().as_u16();
    assert_eq!(error.status(), reply.status());
    assert_eq!(error.entry().status(), 502);
    assert_eq!(**reply.body(), *format!(r#"{{"status":{status},"text":"{status}"}}"#).as_bytes());
    status
}

#[test]
fn any_error_status() {
    assert_eq!(status(400_u16), 400);
    assert_eq!(status(StatusCode::NOT_FOUND), 404);
    assert_eq!(status(Some(StatusCode::IM_A_TEAPOT)), 418);
    assert_eq!(status(Some(&599_u16)), 599);
}

#[test]
fn anything_else_is_the_declared_one() {
    for number in [0_u16, 99, 100, 200, 302, 399, 600, 999, 1000, u16::MAX] {
        assert_eq!(status(number), 502, "{number}");
    }
    assert_eq!(status(StatusCode::OK), 502);
    assert_eq!(status(StatusCode::from_u16(999).unwrap()), 502);
    assert_eq!(status(None::<u16>), 502);
}
