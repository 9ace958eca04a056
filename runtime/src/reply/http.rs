//! The headers of a reply.

use std::borrow::Cow;

use ::http::header::{
    CONTENT_ENCODING, CONTENT_LANGUAGE, CONTENT_LENGTH, CONTENT_TYPE, RETRY_AFTER, TRAILER, TRANSFER_ENCODING,
};
use ::http::{HeaderMap, HeaderName, HeaderValue};

use super::context::RenderContext;
use crate::body::Body;
use crate::retry_after::RetryAfter;
use crate::table::Compiled;

/// How many headers frameworks and layers add: a length, an identifier, and how a reply is cached.
const ROOM: usize = 5;

/// All headers of a reply. They are borrowed if every reply of a derived error in this format has the same.
pub(super) fn headers(
    context: &RenderContext<'_>,
    compiled: Option<&'static Compiled>,
) -> Cow<'static, HeaderMap> {
    let language = context.body.content_language().and_then(constant);
    let mut headers = match compiled {
        Some(compiled) if language.is_none() && !compiled.has_dynamic_headers => {
            return Cow::Borrowed(&compiled.headers);
        }
        Some(compiled) => copy(&compiled.headers),
        None => constant_headers(context),
    };
    context.error.headers(&mut headers);
    if let Some(value) = context.error.retry_after().and_then(RetryAfter::header_value) {
        headers.insert(RETRY_AFTER, value);
    }
    // The reply describes its own body: the derive refuses such headers, and those of a hand-written impl are replaced.
    if compiled.is_none() {
        for name in [CONTENT_ENCODING, CONTENT_LENGTH, TRAILER, TRANSFER_ENCODING] {
            headers.remove(name);
        }
        set_content_type(&mut headers, context.body);
    }
    if let Some(language) = language {
        headers.entry(CONTENT_LANGUAGE).or_insert(language);
    }
    Cow::Owned(headers)
}

/// A copy with room for the headers that frameworks and layers add. A clone would have none, and grow twice.
pub(super) fn copy(headers: &HeaderMap) -> HeaderMap {
    let mut copy = HeaderMap::with_capacity(headers.len() + ROOM);
    for (name, value) in headers {
        copy.append(name, value.clone());
    }
    copy
}

/// The headers that all replies of a derived error in this format have.
pub(super) fn static_headers(context: &RenderContext<'_>) -> HeaderMap {
    let mut headers = constant_headers(context);
    set_content_type(&mut headers, context.body);
    headers
}

fn constant_headers(context: &RenderContext<'_>) -> HeaderMap {
    let mut headers = HeaderMap::with_capacity(context.entry.headers().count() + 1 + ROOM);
    for header in context.entry.headers() {
        let name = HeaderName::try_from(header.name());
        if let (Ok(name), Some(value)) = (name, header.value().and_then(constant)) {
            headers.append(name, value);
        }
    }
    headers
}

fn set_content_type(headers: &mut HeaderMap, body: &Body) {
    // A reply without a body has none.
    if let Some(content_type) = constant(body.content_type()).filter(|value| !value.is_empty()) {
        headers.insert(CONTENT_TYPE, content_type);
    }
}

/// A value that is not copied; `None` for an invalid one, where `from_static` would panic.
fn constant(value: &'static str) -> Option<HeaderValue> {
    let valid = value.bytes().all(|byte| byte.is_ascii_graphic() || byte == b' ' || byte == b'\t');
    valid.then(|| HeaderValue::from_static(value))
}
