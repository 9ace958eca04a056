//! The placeholders of a body: each one, its JSON type, what its value depends on, and the value itself.

use std::borrow::Cow;
use std::time::SystemTime;

use http::StatusCode;
use serde_json::Value as Json;

use super::ViolationPart;
use crate::entry::Entry;
use crate::retry_after::{RetryAfter, YEAR_10_000};
use crate::status;
use crate::violation::Violation;

/// A placeholder in the tree of a [`Body`](crate::Body); [`body!`](crate::body!) has the table of their values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Placeholder {
    /// `status`
    Status,
    /// `code`
    Code,
    /// `number`
    Number,
    /// `title`
    Title,
    /// `message`
    Message,
    /// `description`
    Description,
    /// `details`
    Details,
    /// `metadata`
    Metadata,
    /// `trace_id`
    TraceId,
    /// `instance`
    Instance,
    /// `type`
    Type,
    /// `type_name`
    TypeName,
    /// `docs_url`
    DocsUrl,
    /// `retryable`
    Retryable,
    /// `retry_after`
    RetryAfter,
    /// `timestamp`
    Timestamp,
    /// `grpc`
    Grpc,
    /// `details.NAME`
    Detail(&'static str),
    /// `meta.NAME`
    Meta(&'static str),
    /// `extra.NAME`
    Extra(&'static str),
    /// A value of one violation, inside [`Node::Violations`](super::Node::Violations); absent elsewhere.
    Violation(ViolationPart),
}

/// What decides the value of a placeholder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dependency {
    /// The entry alone.
    Entry,
    /// The message of the instance.
    Message,
    /// The details of the instance.
    Details,
    /// The detail of this name.
    Detail(&'static str),
    /// The field that says when to retry.
    RetryAfter,
    /// The request.
    Request,
    /// The present time.
    Time,
    /// The violations of the instance.
    Violations,
}

/// The value of a placeholder that has one.
pub(crate) enum Value<'r> {
    Bool(bool),
    Unsigned(u64),
    Signed(i64),
    Str(Cow<'r, str>),
    Json(&'r Json),
    /// What [`Source`] does not look up, because it is written straight into the reply.
    Message,
    Details,
    Detail(&'static str),
    Metadata,
    ViolationDetails,
}

/// Where values come from: an error and the request that it answers.
pub(crate) trait Source<'r> {
    fn entry(&self) -> &'static Entry;
    fn status(&self) -> StatusCode;
    fn code(&self) -> &'r str;
    fn retry_after(&self) -> Option<RetryAfter>;
    fn trace_id(&self) -> Option<&'r str>;
    fn instance(&self) -> Option<Cow<'r, str>>;
    fn extra(&self, name: &str) -> Option<&'r Json>;
    /// The time of the reply, if it is known.
    fn now(&self) -> Option<SystemTime>;
    /// The violation that is being written.
    fn violation(&self) -> Option<&'r Violation>;
    /// Whether the body says which type of problem it is, as RFC 9457 does.
    fn has_type(&self) -> bool;
}

impl Placeholder {
    /// All placeholders without an argument.
    pub const PLAIN: &[Self] = &[
        Self::Status,
        Self::Code,
        Self::Number,
        Self::Title,
        Self::Message,
        Self::Description,
        Self::Details,
        Self::Metadata,
        Self::TraceId,
        Self::Instance,
        Self::Type,
        Self::TypeName,
        Self::DocsUrl,
        Self::Retryable,
        Self::RetryAfter,
        Self::Timestamp,
        Self::Grpc,
    ];

    /// The name in a body and its argument, the type of the value in the terms of JSON Schema, and what decides the value.
    const fn row(self) -> (&'static str, &'static str, &'static str, Dependency) {
        match self {
            Self::Status => ("status", "", "integer", Dependency::Entry),
            Self::Code => ("code", "", "string", Dependency::Entry),
            Self::Number => ("number", "", "integer", Dependency::Entry),
            Self::Title => ("title", "", "string", Dependency::Entry),
            Self::Message => ("message", "", "string", Dependency::Message),
            Self::Description => ("description", "", "string", Dependency::Entry),
            Self::Details => ("details", "", "map<string, any>", Dependency::Details),
            Self::Metadata => ("metadata", "", "map<string, string>", Dependency::Details),
            Self::TraceId => ("trace_id", "", "string", Dependency::Request),
            Self::Instance => ("instance", "", "string", Dependency::Request),
            Self::Type => ("type", "", "string", Dependency::Entry),
            Self::TypeName => ("type_name", "", "string", Dependency::Entry),
            Self::DocsUrl => ("docs_url", "", "string", Dependency::Entry),
            Self::Retryable => ("retryable", "", "boolean", Dependency::Entry),
            Self::RetryAfter => ("retry_after", "", "integer", Dependency::RetryAfter),
            Self::Timestamp => ("timestamp", "", "string", Dependency::Time),
            Self::Grpc => ("grpc", "", "string", Dependency::Entry),
            Self::Detail(name) => ("details", name, "any", Dependency::Detail(name)),
            Self::Meta(name) => ("meta", name, "string", Dependency::Entry),
            Self::Extra(name) => ("extra", name, "any", Dependency::Request),
            Self::Violation(part) => (part.name(), part.argument(), part.json_type(), Dependency::Violations),
        }
    }

    /// The name in a body, without the argument.
    pub const fn name(self) -> &'static str {
        self.row().0
    }

    /// `NAME` of `details.NAME`, `meta.NAME` and `extra.NAME`; empty for all others.
    pub(super) const fn argument(self) -> &'static str {
        self.row().1
    }

    pub(super) const fn json_type(self) -> &'static str {
        self.row().2
    }

    pub(crate) const fn dependency(self) -> Dependency {
        self.row().3
    }

    /// The value; `None` if it is absent. Details may still turn out to be empty.
    pub(crate) fn value<'r>(self, source: &impl Source<'r>) -> Option<Value<'r>> {
        let entry = source.entry();
        Some(match self {
            Self::Status => Value::Unsigned(source.status().as_u16().into()),
            Self::Code => Value::Str(source.code().into()),
            Self::Number => Value::Signed(entry.number()?),
            Self::Title => Value::Str(title(source).into()),
            Self::Message => Value::Message,
            Self::Description => Value::Str(non_empty(entry.description())?.into()),
            Self::Details => Value::Details,
            Self::Metadata => Value::Metadata,
            Self::TraceId => Value::Str(source.trace_id()?.into()),
            Self::Instance => Value::Str(source.instance()?),
            Self::Type => Value::Str(entry.docs_url().unwrap_or("about:blank").into()),
            Self::TypeName => Value::Str(non_empty(entry.type_name())?.into()),
            Self::DocsUrl => Value::Str(entry.docs_url()?.into()),
            Self::Retryable => Value::Bool(entry.is_retryable_at(source.status())),
            Self::RetryAfter => Value::Unsigned(seconds(source)?),
            Self::Timestamp => Value::Str(timestamp(source.now()?).into()),
            Self::Grpc => Value::Str(grpc_code(source).into()),
            Self::Detail(name) => Value::Detail(name),
            Self::Meta(name) => Value::Str(entry.meta(name)?.into()),
            Self::Extra(name) => Value::Json(source.extra(name).filter(|value| !value.is_null())?),
            Self::Violation(part) => part.value(source.violation()?)?,
        })
    }
}

/// The title. Beside a type of `about:blank` it is the reason phrase (RFC 9457 §4.2.1).
fn title<'r>(source: &impl Source<'r>) -> &'static str {
    let (entry, status) = (source.entry(), source.status());
    match status::reason_phrase(status.as_u16()) {
        Some(phrase) if source.has_type() && entry.docs_url().is_none() => phrase,
        _ => entry.title(),
    }
}

/// The canonical code that maps to the status of the instance.
fn grpc_code<'r>(source: &impl Source<'r>) -> &'static str {
    let (entry, status) = (source.entry(), source.status());
    if status == entry.status() { entry.grpc_code() } else { status::grpc_code(status.as_u16()) }
}

/// The seconds until the client may retry. Only a time must be compared with the present.
fn seconds<'r>(source: &impl Source<'r>) -> Option<u64> {
    match source.retry_after()? {
        RetryAfter::Seconds(seconds) => Some(seconds),
        at @ RetryAfter::At(_) => Some(at.seconds(source.now()?)),
    }
}

/// To the second. RFC 3339 has no year 10,000; the epoch replaces what it cannot write.
fn timestamp(time: SystemTime) -> String {
    let writable =
        time.duration_since(SystemTime::UNIX_EPOCH).is_ok_and(|since| since.as_secs() < YEAR_10_000);
    let time = if writable { time } else { SystemTime::UNIX_EPOCH };
    humantime::format_rfc3339_seconds(time).to_string()
}

fn non_empty(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.is_empty())
}
