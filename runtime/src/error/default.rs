//! What the methods of the trait do by default. Derived impls call it for the variants that do not override anything.
#![allow(missing_docs, clippy::missing_errors_doc, reason = "documented at the methods of the trait")]

use std::fmt::{self, Display};

use http::{HeaderMap, StatusCode};

use super::ApiError;
use crate::body::Body;
use crate::detail::DetailVisitor;
use crate::retry_after::RetryAfter;
use crate::violation::Violation;

/// The error that says what this one does not: the one inside it, or its kind.
fn other<E: ApiError + ?Sized>(error: &E) -> Option<&dyn ApiError> {
    error.transparent().or_else(|| error.__kind())
}

pub fn status<E: ApiError + ?Sized>(error: &E) -> StatusCode {
    match other(error) {
        Some(inner) => inner.status(),
        None => error.entry().status(),
    }
}

pub fn code<E: ApiError + ?Sized>(error: &E) -> &str {
    match other(error) {
        Some(inner) => inner.code(),
        None => error.entry().code(),
    }
}

pub fn fmt_message<E: ApiError + ?Sized>(error: &E, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match (error.transparent(), error.__kind()) {
        (Some(inner), _) => return inner.fmt_message(f),
        (None, Some(kind)) => return fmt_kind(kind, error.status(), f),
        (None, None) => {}
    }
    let (entry, status) = (error.entry(), error.status());
    if entry.exposes_display(status) { Display::fmt(error, f) } else { f.write_str(entry.title()) }
}

/// Writes the message of a kind in a reply with this status.
///
/// What was written for a 404 does not become public because a field made it a 502.
pub(crate) fn fmt_kind(kind: &dyn ApiError, status: StatusCode, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let is_public = status.as_u16() < 500 || kind.status().as_u16() >= 500;
    if is_public { kind.fmt_message(f) } else { f.write_str(kind.entry().title()) }
}

pub fn details<E: ApiError + ?Sized>(error: &E, visitor: &mut DetailVisitor<'_>) {
    match (other(error), error.__row()) {
        (Some(inner), _) => inner.details(visitor),
        (None, Some(row)) => row.constants(visitor),
        (None, None) => {
            for detail in error.entry().details() {
                if let Some(value) = detail.value() {
                    visitor.add(detail.name(), &value);
                }
            }
        }
    }
}

pub fn violations<E: ApiError + ?Sized>(error: &E, visit: &mut dyn FnMut(&Violation)) {
    if let Some(inner) = other(error) {
        inner.violations(visit);
    }
}

pub fn headers<E: ApiError + ?Sized>(error: &E, headers: &mut HeaderMap) {
    if let Some(inner) = other(error) {
        inner.headers(headers);
    }
}

pub fn retry_after<E: ApiError + ?Sized>(error: &E) -> Option<RetryAfter> {
    other(error)?.retry_after()
}

pub fn body<E: ApiError + ?Sized>(error: &E) -> Option<&'static Body> {
    other(error)?.body()
}

/// The format of a derived error, if it has one of its own.
pub fn own_body<E: ApiError + ?Sized>(error: &E) -> Option<&'static Body> {
    error.__row()?.body
}

/// The entry of a derived error.
pub fn entry<E: ApiError + ?Sized>(error: &E) -> &'static crate::entry::Entry {
    match (other(error), error.__row()) {
        (Some(inner), _) => inner.entry(),
        (None, Some(row)) => row.entry(),
        (None, None) => unreachable!("a derived error has a row or a kind, or delegates"),
    }
}

/// `Display` of a derived error whose message has no fields: the message, or else the title.
pub fn fmt_constant<E: ApiError + ?Sized>(error: &E, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    error.__row().map_or(Ok(()), |row| row.fmt_constant(f))
}
