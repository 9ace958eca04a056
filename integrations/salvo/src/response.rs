//! The response of salvo, as errors are written to it and as the hoop reads it.

use std::borrow::Cow;

use errbook::{ApiError, Context, Occurrence};
use errbook_server::{Head, replace_head};
use http::{HeaderName, HeaderValue, StatusCode};
use salvo_core::Response;
use salvo_core::http::ResBody;

/// Writes an error to the response to the current request, in place of what is there.
pub fn write(response: &mut Response, error: impl Into<Occurrence>) {
    replace(response, Context::current().respond(error));
}

/// Writes an error that borrows to the response to the current request, in place of what is there.
pub fn write_borrowed(response: &mut Response, error: &dyn ApiError) {
    replace(response, Context::current().respond_borrowed(error));
}

fn replace(response: &mut Response, new: http::Response<Cow<'static, [u8]>>) {
    let (parts, body) = new.into_parts();
    replace_head(&mut ResponseHead(response), parts.status, parts.headers);
    response.extensions.extend(parts.extensions);
    response.body = from_bytes(body);
}

/// Creates a body of salvo.
pub(crate) fn from_bytes(bytes: Cow<'static, [u8]>) -> ResBody {
    match bytes {
        Cow::Borrowed(bytes) => bytes.into(),
        Cow::Owned(bytes) => bytes.into(),
    }
}

/// All of a response but its body.
pub(crate) struct ResponseHead<'a>(pub &'a mut Response);

impl Head for ResponseHead<'_> {
    fn status(&self) -> StatusCode {
        self.0.status_code.unwrap_or_default()
    }

    fn set_status(&mut self, status: StatusCode) {
        self.0.status_code = Some(status);
    }

    fn header(&self, name: &HeaderName) -> Option<HeaderValue> {
        self.0.headers.get(name).cloned()
    }

    fn has(&self, name: &HeaderName, is_like: impl Fn(&[u8]) -> bool) -> bool {
        self.0.headers.get_all(name).iter().any(|value| is_like(value.as_bytes()))
    }

    fn insert(&mut self, name: &HeaderName, value: HeaderValue) {
        self.0.headers.insert(name, value);
    }

    fn append(&mut self, name: &HeaderName, value: HeaderValue) {
        self.0.headers.append(name, value);
    }

    fn remove(&mut self, name: &HeaderName) {
        self.0.headers.remove(name);
    }

    fn occurrence(&self) -> Option<Occurrence> {
        self.0.extensions.get().cloned()
    }

    fn mark(&mut self, occurrence: Occurrence) {
        self.0.extensions.insert(occurrence);
    }
}
