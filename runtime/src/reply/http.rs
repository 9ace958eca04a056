//! A reply as a whole HTTP response.

use std::borrow::Cow;

use ::http::header::{
    CONTENT_ENCODING, CONTENT_LANGUAGE, CONTENT_LENGTH, CONTENT_TYPE, RETRY_AFTER, TRAILER, TRANSFER_ENCODING,
};
use ::http::{HeaderMap, HeaderName, HeaderValue, Response};

use super::facts::Facts;
use super::json;

pub(super) fn response<B: From<Cow<'static, [u8]>>>(facts: &Facts<'_>) -> Response<B> {
    let mut response = Response::new(json::write(facts).into());
    *response.status_mut() = facts.status;
    *response.headers_mut() = headers(facts);
    response
}

fn headers(facts: &Facts<'_>) -> HeaderMap {
    let error = facts.reply.error;
    let mut headers = match facts.prepared {
        Some(prepared) => prepared.headers.clone(),
        None => constant_headers(facts),
    };
    error.headers(&mut headers);
    if let Some(value) = error.retry_after().and_then(crate::RetryAfter::header_value) {
        headers.insert(RETRY_AFTER, value);
    }
    // What describes the body is not for errors to say: the derive refuses it, and an implementation by hand is not heard.
    if facts.prepared.is_none() {
        for name in [CONTENT_ENCODING, CONTENT_LENGTH, TRAILER, TRANSFER_ENCODING] {
            headers.remove(name);
        }
        insert(&mut headers, CONTENT_TYPE, facts.body.media_type());
    }
    headers
}

/// The headers that all replies of this error in this format have, unless an occurrence says something else.
pub(super) fn constant_headers(facts: &Facts<'_>) -> HeaderMap {
    let (constant, body) = (facts.entry.headers(), facts.body);
    let mut headers = HeaderMap::with_capacity(constant.len() + 2);
    if let Some(language) = body.language() {
        insert(&mut headers, CONTENT_LANGUAGE, language);
    }
    for header in constant {
        if let (Ok(name), Some(value)) = (HeaderName::try_from(header.name()), header.value()) {
            insert(&mut headers, name, value);
        }
    }
    insert(&mut headers, CONTENT_TYPE, body.media_type());
    headers
}

/// Inserts a value that is not copied; none that is not legal, where `from_static` would panic.
fn insert(headers: &mut HeaderMap, name: HeaderName, value: &'static str) {
    if value.bytes().all(|byte| byte.is_ascii_graphic() || byte == b' ' || byte == b'\t') {
        headers.insert(name, HeaderValue::from_static(value));
    }
}
