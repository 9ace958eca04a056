//! The responses of Rocket, which have no extensions: the error of one is kept with its request.

use std::borrow::Cow;
use std::io::Cursor;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use errbook::{ApiError, Occurrence};
use errbook_server::Head;
use http::{HeaderName, HeaderValue, StatusCode};
use rocket::http::Status;
use rocket::response::Body;
use rocket::{Request, Response};

use crate::fairing;

/// A longer text is not read.
const LONGEST: usize = 4096;

/// The response to a request.
pub(crate) fn respond(error: impl Into<Occurrence>, request: &Request<'_>) -> Response<'static> {
    to_rocket(fairing::context(request).respond(error), request)
}

/// The response to a request, for an error that borrows.
pub(crate) fn respond_borrowed(error: &dyn ApiError, request: &Request<'_>) -> Response<'static> {
    to_rocket(fairing::context(request).respond_borrowed(error), request)
}

fn to_rocket(response: http::Response<Cow<'static, [u8]>>, request: &Request<'_>) -> Response<'static> {
    let (mut parts, body) = response.into_parts();
    let mut response = Response::new();
    response.set_status(to_rocket_status(parts.status));
    set_body(&mut response, body);
    let mut head = ResponseHead { response: &mut response, mark: None };
    for (name, value) in &parts.headers {
        head.append(name, value.clone());
    }
    if let Some(occurrence) = parts.extensions.remove::<Occurrence>() {
        fairing::keep_replied(request, occurrence, &mut response);
    }
    response
}

pub(crate) fn to_rocket_status(status: StatusCode) -> Status {
    Status::new(status.as_u16())
}

pub(crate) fn to_status(status: Status) -> StatusCode {
    StatusCode::from_u16(status.code).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

pub(crate) fn set_body(response: &mut Response<'_>, body: Cow<'static, [u8]>) {
    response.set_sized_body(body.len(), Cursor::new(body));
}

/// The text of a body that is there already, if it is short and UTF-8. A stream is not read.
pub(crate) fn read_text(body: &mut Body<'_>) -> Option<String> {
    body.preset_size().filter(|size| *size <= LONGEST)?;
    match pin!(body.to_string()).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(text) => text.ok(),
        Poll::Pending => None,
    }
}

/// All of a response but its body, and the error that it replies with.
pub(crate) struct ResponseHead<'a, 'r> {
    pub(crate) response: &'a mut Response<'r>,
    pub(crate) mark: Option<Occurrence>,
}

impl Head for ResponseHead<'_, '_> {
    fn status(&self) -> StatusCode {
        to_status(self.response.status())
    }

    fn set_status(&mut self, status: StatusCode) {
        self.response.set_status(to_rocket_status(status));
    }

    fn header(&self, name: &HeaderName) -> Option<HeaderValue> {
        HeaderValue::from_bytes(self.response.headers().get_one(name.as_str())?.as_bytes()).ok()
    }

    fn has(&self, name: &HeaderName, is_like: impl Fn(&[u8]) -> bool) -> bool {
        self.response.headers().get(name.as_str()).any(|value| is_like(value.as_bytes()))
    }

    fn insert(&mut self, name: &HeaderName, value: HeaderValue) {
        if let Some(value) = to_text(&value) {
            self.response.set_raw_header(name.as_str().to_owned(), value);
        }
    }

    fn append(&mut self, name: &HeaderName, value: HeaderValue) {
        if let Some(value) = to_text(&value) {
            self.response.adjoin_raw_header(name.as_str().to_owned(), value);
        }
    }

    fn remove(&mut self, name: &HeaderName) {
        self.response.remove_header(name.as_str());
    }

    fn occurrence(&self) -> Option<Occurrence> {
        self.mark.clone()
    }

    fn mark(&mut self, occurrence: Occurrence) {
        self.mark = Some(occurrence);
    }
}

/// The values of headers are text in Rocket.
fn to_text(value: &HeaderValue) -> Option<String> {
    std::str::from_utf8(value.as_bytes()).ok().map(str::to_owned)
}
