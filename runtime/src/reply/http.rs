//! A reply as a whole HTTP response.

use ::http::header::{
    CONTENT_ENCODING, CONTENT_LANGUAGE, CONTENT_LENGTH, CONTENT_TYPE, RETRY_AFTER, TRAILER, TRANSFER_ENCODING,
};
use ::http::{HeaderMap, HeaderName, HeaderValue, Response};

use super::facts::Facts;
use super::json;

pub(super) fn response(facts: &Facts<'_>) -> Response<Vec<u8>> {
    let mut response = Response::new(json::write(facts));
    *response.status_mut() = facts.status;
    headers(facts, response.headers_mut());
    response
}

fn headers(facts: &Facts<'_>, headers: &mut HeaderMap) {
    let error = facts.reply.error;
    for header in facts.entry.headers() {
        let name = HeaderName::try_from(header.name());
        if let (Ok(name), Some(value)) = (name, header.value().and_then(constant)) {
            headers.insert(name, value);
        }
    }
    error.headers(headers);
    if let Some(value) = error.retry_after().and_then(crate::RetryAfter::header_value) {
        headers.insert(RETRY_AFTER, value);
    }
    // What describes the body is not for errors to say: the derive refuses it, and an implementation by hand is not heard.
    for name in [CONTENT_ENCODING, CONTENT_LENGTH, TRAILER, TRANSFER_ENCODING] {
        headers.remove(name);
    }
    if let Some(language) = facts.body.language().and_then(constant) {
        headers.entry(CONTENT_LANGUAGE).or_insert(language);
    }
    if let Some(media_type) = constant(facts.body.media_type()) {
        headers.insert(CONTENT_TYPE, media_type);
    }
}

/// A value that is not copied; `None` for one that is not legal, where `from_static` would panic.
fn constant(value: &'static str) -> Option<HeaderValue> {
    let legal = value.bytes().all(|byte| byte.is_ascii_graphic() || byte == b' ' || byte == b'\t');
    legal.then(|| HeaderValue::from_static(value))
}
