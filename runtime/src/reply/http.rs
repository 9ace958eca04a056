//! A reply as a whole HTTP response.

use ::http::header::{CONTENT_LANGUAGE, CONTENT_TYPE, RETRY_AFTER};
use ::http::{HeaderMap, HeaderName, HeaderValue, Response};

use super::Reply;
use crate::body::Body;

pub(super) fn response(reply: &Reply<'_>) -> Response<Vec<u8>> {
    let body = reply.body.unwrap_or_else(|| reply.error.body());
    let mut response = Response::new(reply.to_json());
    *response.status_mut() = reply.error.status();
    headers(reply, body, response.headers_mut());
    response
}

fn headers(reply: &Reply<'_>, body: &Body, headers: &mut HeaderMap) {
    for header in reply.error.entry().headers() {
        let name = HeaderName::try_from(header.name());
        if let (Ok(name), Some(value)) = (name, header.value().and_then(constant)) {
            headers.insert(name, value);
        }
    }
    reply.error.headers(headers);
    if let Some(value) = reply.error.retry_after().and_then(crate::RetryAfter::header_value) {
        headers.insert(RETRY_AFTER, value);
    }
    if let Some(language) = body.language().and_then(constant) {
        headers.entry(CONTENT_LANGUAGE).or_insert(language);
    }
    if let Some(media_type) = constant(body.media_type()) {
        headers.insert(CONTENT_TYPE, media_type);
    }
}

/// A value that is not copied; `None` for one that is not legal, where `from_static` would panic.
fn constant(value: &'static str) -> Option<HeaderValue> {
    let legal = value.bytes().all(|byte| byte.is_ascii_graphic() || byte == b' ' || byte == b'\t');
    legal.then(|| HeaderValue::from_static(value))
}
