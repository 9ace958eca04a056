//! The responses of actix-web, whose types are those of `http` 0.2.

use std::error::Error;

use actix_web::HttpResponse;
use actix_web::body::{BoxBody, MessageBody};
use actix_web::http::header;
use errbook::{ApiError, Context, Occurrence, Reply, Scope};
use errbook_server::Head;
use http::header::{CACHE_CONTROL, CONTENT_TYPE, VARY, X_CONTENT_TYPE_OPTIONS};
use http::{HeaderName, HeaderValue, StatusCode};

/// A longer text is not read.
const LONGEST: usize = 4096;

/// The response to the current request, with the mark that a middleware reads if there is one.
pub(crate) fn respond(error: &dyn ApiError, occurrence: impl FnOnce() -> Occurrence) -> HttpResponse {
    if !Scope::is_in_use() {
        return to_actix(&Reply::new(error));
    }
    Context::with_current(|context| {
        let mut response = to_actix(&context.reply(error));
        response.extensions_mut().insert(occurrence().with_trace_id(context.trace_id().cloned()));
        response
    })
}

fn to_actix(reply: &Reply<'_>) -> HttpResponse {
    let (status, headers, body) = reply.to_parts();
    let mut response = HttpResponse::with_body(to_actix_status(status), BoxBody::new(body));
    for (name, value) in headers.iter() {
        if let Some((name, value)) = to_actix_header(name, value) {
            response.headers_mut().append(name, value);
        }
    }
    response
}

pub(crate) fn to_actix_status(status: StatusCode) -> actix_web::http::StatusCode {
    // Both versions accept 100 to 999.
    actix_web::http::StatusCode::from_u16(status.as_u16())
        .unwrap_or(actix_web::http::StatusCode::INTERNAL_SERVER_ERROR)
}

pub(crate) fn to_status(status: actix_web::http::StatusCode) -> StatusCode {
    StatusCode::from_u16(status.as_u16()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

fn to_actix_header(
    name: &HeaderName,
    value: &HeaderValue,
) -> Option<(header::HeaderName, header::HeaderValue)> {
    Some((to_actix_name(name)?, header::HeaderValue::from_bytes(value.as_bytes()).ok()?))
}

fn to_actix_name(name: &HeaderName) -> Option<header::HeaderName> {
    // Those of error replies are not parsed again.
    static KNOWN: [(HeaderName, header::HeaderName); 5] = [
        (CONTENT_TYPE, header::CONTENT_TYPE),
        (CACHE_CONTROL, header::CACHE_CONTROL),
        (VARY, header::VARY),
        (X_CONTENT_TYPE_OPTIONS, header::X_CONTENT_TYPE_OPTIONS),
        (HeaderName::from_static("x-request-id"), header::HeaderName::from_static("x-request-id")),
    ];
    let known = KNOWN.iter().find(|(known, _)| known == name).map(|(_, known)| known.clone());
    known.or_else(|| header::HeaderName::from_bytes(name.as_str().as_bytes()).ok())
}

/// The text of a body that is there already, if it is short and UTF-8. A stream is not read.
pub(crate) fn read_text(body: BoxBody) -> Option<String> {
    let bytes = body.try_into_bytes().ok()?;
    (bytes.len() <= LONGEST).then(|| String::from_utf8(bytes.to_vec()).ok()).flatten()
}

/// All of a response but its body, and the error that it was made from.
pub(crate) struct ResponseHead<'a> {
    pub(crate) response: &'a mut HttpResponse<()>,
    /// An error that actix-web does not keep in the response.
    pub(crate) error: Option<&'a actix_web::Error>,
}

impl Head for ResponseHead<'_> {
    fn status(&self) -> StatusCode {
        to_status(self.response.status())
    }

    fn set_status(&mut self, status: StatusCode) {
        *self.response.status_mut() = to_actix_status(status);
    }

    fn header(&self, name: &HeaderName) -> Option<HeaderValue> {
        let value = self.response.headers().get(to_actix_name(name)?)?;
        HeaderValue::from_bytes(value.as_bytes()).ok()
    }

    fn has(&self, name: &HeaderName, is_like: impl Fn(&[u8]) -> bool) -> bool {
        let Some(name) = to_actix_name(name) else { return false };
        self.response.headers().get_all(name).any(|value| is_like(value.as_bytes()))
    }

    fn insert(&mut self, name: &HeaderName, value: HeaderValue) {
        if let Some((name, value)) = to_actix_header(name, &value) {
            self.response.headers_mut().insert(name, value);
        }
    }

    fn append(&mut self, name: &HeaderName, value: HeaderValue) {
        if let Some((name, value)) = to_actix_header(name, &value) {
            self.response.headers_mut().append(name, value);
        }
    }

    fn remove(&mut self, name: &HeaderName) {
        self.response.headers_mut().remove(name.as_str());
    }

    fn occurrence(&self) -> Option<Occurrence> {
        self.response.extensions().get::<Occurrence>().cloned()
    }

    fn mark(&mut self, occurrence: Occurrence) {
        self.response.extensions_mut().insert(occurrence);
    }

    fn source(&self) -> Option<Box<dyn Error + Send + Sync>> {
        // An error of actix-web stays on its thread, so that its text goes to the log.
        let error = self.error.or_else(|| self.response.error())?;
        Some(error.to_string().into())
    }
}
