//! What the methods of the trait do unless they are overridden; the derive calls it for the variants it has nothing to say of.
#![allow(missing_docs, clippy::missing_errors_doc, reason = "documented at the methods of the trait")]

use std::fmt::{self, Display, Write as _};

use http::{HeaderMap, StatusCode};

use super::ApiError;
use crate::body::{self, Body};
use crate::detail::VisitDetails;
use crate::retry_after::RetryAfter;

pub fn status<E: ApiError + ?Sized>(error: &E) -> StatusCode {
    match error.transparent() {
        Some(inner) => inner.status(),
        None => error.entry().status(),
    }
}

pub fn fmt_message<E: ApiError + ?Sized>(error: &E, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    if let Some(inner) = error.transparent() {
        return inner.fmt_message(f);
    }
    let entry = error.entry();
    if entry.exposes_display(error.status()) {
        Display::fmt(error, f)
    } else {
        f.write_str(entry.title_at(error.status()))
    }
}

pub fn message<E: ApiError + ?Sized>(error: &E) -> String {
    let mut text = String::new();
    let written = write!(text, "{}", Message(error));
    if written.is_err() || text.is_empty() {
        error.entry().title_at(error.status()).clone_into(&mut text);
    }
    text
}

/// The message, as `Display`.
pub(crate) struct Message<'e, E: ?Sized>(pub(crate) &'e E);

impl<E: ApiError + ?Sized> Display for Message<'_, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt_message(f)
    }
}

pub fn details<E: ApiError + ?Sized>(error: &E, visit: &mut VisitDetails<'_>) {
    if let Some(inner) = error.transparent() {
        inner.details(visit);
    }
}

pub fn headers<E: ApiError + ?Sized>(error: &E, headers: &mut HeaderMap) {
    if let Some(inner) = error.transparent() {
        inner.headers(headers);
    }
}

pub fn retry_after<E: ApiError + ?Sized>(error: &E) -> Option<RetryAfter> {
    error.transparent()?.retry_after()
}

/// The format of an error that names none, at one address, by which it is known again.
pub(crate) static BODY: Body = body::FLAT;

pub fn body<E: ApiError + ?Sized>(error: &E) -> &'static Body {
    match error.transparent() {
        Some(inner) => inner.body(),
        None => &BODY,
    }
}
