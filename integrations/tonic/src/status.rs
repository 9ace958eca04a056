//! The status of an error: its code, its message, and the standard details (AIP-193), in what fits into headers.

use std::collections::HashMap;

use errbook::body::{Body, Placeholder};
use errbook::{ApiError, Context, body};
use prost::Message;
use prost_types::{Any, Duration};
use serde::Deserialize;
use tonic::{Code, Status};
use tonic_types::pb;

/// What no type and no request says, from the argument of the plug-in or from the layer.
#[doc(hidden)]
#[derive(Debug, Clone, Copy, Default)]
pub struct Arguments {
    pub(crate) domain: Option<&'static str>,
    pub(crate) locale: Option<&'static str>,
}

impl Arguments {
    pub const NONE: Self = Self { domain: None, locale: None };

    #[must_use]
    pub fn domain(mut self, domain: &'static str) -> Self {
        self.domain = Some(domain);
        self
    }

    #[must_use]
    pub fn locale(mut self, locale: &'static str) -> Self {
        self.locale = Some(locale);
        self
    }

    pub(crate) fn or(self, other: Self) -> Self {
        Self { domain: self.domain.or(other.domain), locale: self.locale.or(other.locale) }
    }
}

/// The largest message and details together, as they are sent in headers. Some peers accept 8 KiB of headers only.
const LARGEST: usize = 6 * 1024;

/// The largest message, if it is sent beside other things than itself.
const LARGEST_MESSAGE: usize = 2 * 1024;

/// The longest reason (`google.rpc.ErrorInfo`).
const LONGEST_REASON: usize = 63;

/// The facts of an error, read from a reply in this format.
static FACTS: Body = body!({
    "grpc": grpc,
    "code": code,
    "message": message,
    "domain"?: meta.domain,
    "docs_url"?: docs_url,
    "title": title,
    "retry_after"?: retry_after,
    "trace_id"?: trace_id,
    "metadata"?: metadata,
    "violations"?: [..violations { "field"?: field, "description": message, "reason"?: reason }],
})
.with_required(&[Placeholder::Message]);

#[derive(Deserialize)]
struct Facts {
    grpc: String,
    code: String,
    message: String,
    domain: Option<String>,
    docs_url: Option<String>,
    title: String,
    retry_after: Option<u64>,
    trace_id: Option<String>,
    #[serde(default)]
    metadata: HashMap<String, String>,
    #[serde(default)]
    violations: Vec<FactsOfViolation>,
}

#[derive(Deserialize)]
struct FactsOfViolation {
    #[serde(default)]
    field: String,
    description: String,
    #[serde(default)]
    reason: String,
}

/// The status of an error, for a request.
pub(crate) fn of(error: &dyn ApiError, context: &Context, arguments: Arguments) -> Status {
    let json = context.reply(error).body(&FACTS).to_bytes();
    let Ok(mut facts) = serde_json::from_slice::<Facts>(&json) else {
        return Status::new(Code::Internal, "");
    };
    let mut arguments = arguments;
    for shorten in SHORTEN {
        let status = facts.status(arguments);
        if size(&status) <= LARGEST {
            return status;
        }
        shorten(&mut facts, &mut arguments);
    }
    facts.status(arguments)
}

/// What is left out of a status that is too large, one after the other.
const SHORTEN: [fn(&mut Facts, &mut Arguments); 6] = [
    |facts, _| facts.metadata.clear(),
    |facts, _| truncate(&mut facts.message, LARGEST_MESSAGE),
    |_, arguments| arguments.locale = None,
    |facts, _| facts.keep_violations(LARGEST / 4),
    |facts, _| facts.violations.clear(),
    |facts, _| facts.docs_url = None,
];

impl Facts {
    fn status(&self, arguments: Arguments) -> Status {
        let code = code_of_name(&self.grpc);
        let details =
            pb::Status { code: code as i32, message: self.message.clone(), details: self.details(arguments) };
        Status::with_details(code, &self.message, details.encode_to_vec().into())
    }

    /// The standard messages. Those of `tonic_types::ErrorDetails` lose the reasons of violations in tonic-types 0.14.5.
    fn details(&self, arguments: Arguments) -> Vec<Any> {
        let domain = self.domain.as_deref().or(arguments.domain).unwrap_or_default();
        let metadata = self.metadata.clone();
        let info = pb::ErrorInfo { reason: reason(&self.code), domain: domain.to_owned(), metadata };
        let mut details = vec![any("ErrorInfo", &info)];
        if let Some(seconds) = self.retry_after {
            let seconds = i64::try_from(seconds).unwrap_or(i64::MAX);
            details
                .push(any("RetryInfo", &pb::RetryInfo { retry_delay: Some(Duration { seconds, nanos: 0 }) }));
        }
        if !self.violations.is_empty() {
            let field_violations = self.violations.iter().map(FactsOfViolation::message).collect();
            details.push(any("BadRequest", &pb::BadRequest { field_violations }));
        }
        if let Some(id) = &self.trace_id {
            details
                .push(any("RequestInfo", &pb::RequestInfo { request_id: id.clone(), ..Default::default() }));
        }
        if let Some(url) = &self.docs_url {
            let link = pb::help::Link { description: self.title.clone(), url: url.clone() };
            details.push(any("Help", &pb::Help { links: vec![link] }));
        }
        if let Some(locale) = arguments.locale {
            let message = pb::LocalizedMessage { locale: locale.to_owned(), message: self.message.clone() };
            details.push(any("LocalizedMessage", &message));
        }
        details
    }

    /// Keeps the first violations that fit into this many bytes.
    fn keep_violations(&mut self, mut left: usize) {
        let fitting = self.violations.iter().take_while(|violation| {
            let text = violation.field.len() + violation.description.len() + violation.reason.len();
            let rest = left.checked_sub(text + LARGEST_FRAME);
            left = rest.unwrap_or_default();
            rest.is_some()
        });
        let count = fitting.count();
        self.violations.truncate(count);
    }
}

impl FactsOfViolation {
    fn message(&self) -> pb::bad_request::FieldViolation {
        pb::bad_request::FieldViolation {
            field: self.field.clone(),
            description: self.description.clone(),
            reason: self.reason.clone(),
            localized_message: None,
        }
    }
}

fn any(name: &str, message: &impl Message) -> Any {
    Any { type_url: format!("type.googleapis.com/google.rpc.{name}"), value: message.encode_to_vec() }
}

/// More than what Protocol Buffers add to the texts of a violation.
const LARGEST_FRAME: usize = 24;

/// The largest size that the message and the details have in headers: percent-encoded, and in Base64.
fn size(status: &Status) -> usize {
    status.message().chars().map(encoded_size).sum::<usize>() + status.details().len().div_ceil(3) * 4
}

fn encoded_size(c: char) -> usize {
    if c.is_ascii_alphanumeric() { 1 } else { 3 * c.len_utf8() }
}

/// Cuts a text so that it is at most this large in a header.
fn truncate(text: &mut String, largest: usize) {
    const MARK: char = '…';
    let mut size = encoded_size(MARK);
    let end = text.char_indices().find(|(_, c)| {
        size += encoded_size(*c);
        size > largest
    });
    if let Some((end, _)) = end {
        text.truncate(end);
        text.push(MARK);
    }
}

/// A code as the reason of `google.rpc.ErrorInfo`: `[A-Z0-9_]+`, at most 63 characters.
fn reason(code: &str) -> String {
    let mut reason = String::with_capacity(code.len());
    let mut is_after_lower = false;
    for c in code.chars() {
        if c.is_ascii_uppercase() && is_after_lower {
            reason.push('_');
        }
        is_after_lower = c.is_ascii_lowercase() || c.is_ascii_digit();
        reason.push(if c.is_ascii_alphanumeric() { c.to_ascii_uppercase() } else { '_' });
    }
    reason.truncate(LONGEST_REASON);
    reason
}

/// Each code with its canonical name and the HTTP status that `google/rpc/code.proto` maps it to.
const CODES: [(Code, &str, u16); 16] = [
    (Code::Cancelled, "CANCELLED", 499),
    (Code::Unknown, "UNKNOWN", 500),
    (Code::InvalidArgument, "INVALID_ARGUMENT", 400),
    (Code::DeadlineExceeded, "DEADLINE_EXCEEDED", 504),
    (Code::NotFound, "NOT_FOUND", 404),
    (Code::AlreadyExists, "ALREADY_EXISTS", 409),
    (Code::PermissionDenied, "PERMISSION_DENIED", 403),
    (Code::ResourceExhausted, "RESOURCE_EXHAUSTED", 429),
    (Code::FailedPrecondition, "FAILED_PRECONDITION", 400),
    (Code::Aborted, "ABORTED", 409),
    (Code::OutOfRange, "OUT_OF_RANGE", 400),
    (Code::Unimplemented, "UNIMPLEMENTED", 501),
    (Code::Internal, "INTERNAL", 500),
    (Code::Unavailable, "UNAVAILABLE", 503),
    (Code::DataLoss, "DATA_LOSS", 500),
    (Code::Unauthenticated, "UNAUTHENTICATED", 401),
];

fn code_of_name(name: &str) -> Code {
    CODES.iter().find(|(_, known, _)| *known == name).map_or(Code::Unknown, |(code, ..)| *code)
}

/// The HTTP status of a code; `None` for `OK`.
pub(crate) fn http_status(code: Code) -> Option<http::StatusCode> {
    let (.., status) = CODES.iter().find(|(known, ..)| *known == code)?;
    http::StatusCode::from_u16(*status).ok()
}

/// A status with another code, for a request that was refused with that code. Its details name the same code.
pub(crate) fn with_code(code: Code, status: &Status) -> Status {
    let details = pb::Status::decode(status.details()).unwrap_or_default();
    let details = pb::Status { code: code as i32, ..details };
    Status::with_details(code, status.message(), details.encode_to_vec().into())
}
