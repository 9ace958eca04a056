//! A reply as a whole HTTP response.

use std::borrow::Cow;

use ::http::header::{
    CONTENT_ENCODING, CONTENT_LANGUAGE, CONTENT_LENGTH, CONTENT_TYPE, RETRY_AFTER, TRAILER, TRANSFER_ENCODING,
};
use ::http::{HeaderMap, HeaderName, HeaderValue, Response};

use super::facts::Facts;
use super::json;
use crate::body::Body;

pub(super) fn response<B: From<Cow<'static, [u8]>>>(facts: &Facts<'_>) -> Response<B> {
    let mut response = Response::new(json::write(facts).into());
    *response.status_mut() = facts.status;
    *response.headers_mut() = headers(facts);
    response
}

fn headers(facts: &Facts<'_>) -> HeaderMap {
    let prepared = facts.prepared();
    let mut headers = match prepared {
        Some(prepared) => prepared.headers.clone(),
        None => constant_headers(facts),
    };
    let error = facts.reply.error;
    error.headers(&mut headers);
    if let Some(value) = error.retry_after().and_then(crate::RetryAfter::header_value) {
        headers.insert(RETRY_AFTER, value);
    }
    // What describes the body is not for errors to say: the derive refuses it, and an implementation by hand is not heard.
    if prepared.is_none() {
        for name in [CONTENT_ENCODING, CONTENT_LENGTH, TRAILER, TRANSFER_ENCODING] {
            headers.remove(name);
        }
        describe_body(&mut headers, facts.body);
    }
    headers
}

/// The headers that all replies of a derived error in this format have, unless an occurrence says something else.
pub(super) fn prepared_headers(facts: &Facts<'_>) -> HeaderMap {
    let mut headers = constant_headers(facts);
    describe_body(&mut headers, facts.body);
    headers
}

fn constant_headers(facts: &Facts<'_>) -> HeaderMap {
    let all = facts.entry.headers();
    let mut headers = HeaderMap::with_capacity(all.len() + 2);
    for header in all {
        let name = HeaderName::try_from(header.name());
        if let (Ok(name), Some(value)) = (name, header.value().and_then(constant)) {
            headers.insert(name, value);
        }
    }
    headers
}

fn describe_body(headers: &mut HeaderMap, body: &Body) {
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
