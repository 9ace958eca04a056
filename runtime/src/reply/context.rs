//! A reply with everything looked up that several of its parts need.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::fmt::{self, Display, Write as _};
use std::time::SystemTime;

use http::StatusCode;
use serde_json::Value as Json;

use super::Reply;
use crate::body::{self, Body, Member, Node, Placeholder, Segment, Source, Template, Value, Wanted};
use crate::clock;
use crate::detail::{DetailValue, DetailVisitor};
use crate::entry::Entry;
use crate::error::ApiError;
use crate::retry_after::RetryAfter;
use crate::table::Row;
use crate::violation::Violation;

pub(super) struct RenderContext<'r> {
    pub(super) reply: &'r Reply<'r>,
    /// The innermost error.
    pub(super) error: &'r dyn ApiError,
    /// Its row, if it is derived.
    pub(super) row: Option<&'static Row>,
    pub(super) body: &'r Body,
    pub(super) entry: &'static Entry,
    pub(super) status: StatusCode,
    /// The violation that is being written.
    pub(super) violation: Option<&'r Violation>,
    /// The whole reply, for a violation of it.
    outer: Option<&'r RenderContext<'r>>,
    /// One time for the whole reply, read when a placeholder needs it.
    now: OnceCell<Option<SystemTime>>,
}

impl<'r> RenderContext<'r> {
    pub(super) fn new(reply: &'r Reply<'r>, error: &'r dyn ApiError, row: Option<&'static Row>) -> Self {
        let entry = row.map_or_else(|| error.entry(), Row::entry);
        let status = match (reply.status, row) {
            (Some(status), _) => status,
            (None, Some(row)) if !row.has_dynamic_status => entry.status(),
            (None, Some(_)) => error.status(),
            // A hand-written impl can return any status.
            (None, None) => Some(error.status())
                .filter(|status| entry.allows_status(status.as_u16()))
                .unwrap_or(entry.status()),
        };
        let own = row.map_or_else(|| entry.body(), |row| row.body);
        let body = reply.format(own);
        if cfg!(debug_assertions) && !reply.extra_values().is_empty() {
            reply.check_extra(body);
        }
        let now = OnceCell::new();
        Self { reply, error, row, body, entry, status, violation: None, outer: None, now }
    }

    /// The same for one violation.
    pub(super) fn of<'v>(&'v self, violation: &'v Violation) -> RenderContext<'v> {
        RenderContext { violation: Some(violation), outer: Some(self), now: OnceCell::new(), ..*self }
    }

    /// The status of the response.
    pub(super) fn http_status(&self) -> StatusCode {
        self.reply.status.or(self.body.http_status()).unwrap_or(self.status)
    }

    /// How many violations there are.
    pub(super) fn count_violations(&self) -> usize {
        let mut count = 0;
        if self.row.is_none_or(|row| row.has_violations) {
            self.error.violations(&mut |_| count += 1);
        }
        count
    }

    /// The message for the client: the title if it cannot be written, or is empty where that is not
    /// allowed.
    pub(super) fn message(&self) -> String {
        let mut text = String::new();
        let written = write!(text, "{}", Message(self.error));
        let is_refused = text.is_empty() && self.body.requires_message();
        if written.is_err() || is_refused { self.fallback_message().to_owned() } else { text }
    }

    pub(super) fn fallback_message(&self) -> &'static str {
        self.entry.title()
    }

    /// The value of a placeholder; `None` if it is absent.
    pub(super) fn value(&self, placeholder: Placeholder) -> Option<Value<'r>> {
        placeholder.value(self)
    }

    /// A string with its placeholders replaced; `None` if one of them is absent.
    pub(super) fn text(&self, segments: impl Iterator<Item = Segment>) -> Option<String> {
        let mut text = String::new();
        for segment in segments {
            match segment {
                Segment::Str(part) => text.push_str(part),
                Segment::Placeholder(placeholder) => self.push_text(&mut text, placeholder)?,
            }
        }
        Some(text)
    }

    /// The body of a format of plain text, in which an absent value is empty.
    pub(super) fn plain(&self) -> String {
        let mut text = String::new();
        if let Node::Template(template) = self.body.root() {
            for segment in Template(template.as_bytes()) {
                match segment {
                    Segment::Str(part) => text.push_str(part),
                    Segment::Placeholder(placeholder) => drop(self.push_text(&mut text, placeholder)),
                }
            }
        }
        text
    }

    /// Adds a value as text; `None` if it is absent.
    fn push_text(&self, text: &mut String, placeholder: Placeholder) -> Option<()> {
        match self.value(placeholder)? {
            Value::Bool(value) => text.push_str(if value { "true" } else { "false" }),
            // Writing to a `String` cannot fail.
            Value::Unsigned(value) => drop(write!(text, "{value}")),
            Value::Signed(value) => drop(write!(text, "{value}")),
            Value::Str(value) => text.push_str(&value),
            Value::Message => text.push_str(&self.message()),
            Value::Json(Json::String(value)) => text.push_str(value),
            Value::Json(value) => drop(write!(text, "{value}")),
            Value::Detail(name) => {
                let json = self.detail(name)?;
                match serde_json::from_slice(&json) {
                    Ok(Json::String(value)) => text.push_str(&value),
                    _ => text.push_str(&String::from_utf8_lossy(&json)),
                }
            }
            Value::Details | Value::Metadata | Value::ViolationDetails => return None,
        }
        Some(())
    }

    /// The JSON of one detail; `None` if it is absent.
    pub(super) fn detail(&self, name: &str) -> Option<Vec<u8>> {
        let mut found = None;
        let mut visit = |known: &str, value: DetailValue<'_>| {
            let mut json = Vec::new();
            if known == name && found.is_none() && value.write_json(&mut json) && json != b"null" {
                found = Some(json);
            }
        };
        self.error.details(&mut DetailVisitor::new(&mut visit));
        found
    }

    /// Whether a detail is not written among others: the object has a member of its name, or the format places it elsewhere.
    pub(super) fn is_placed(&self, members: &[Member], detail: &str) -> bool {
        self.is_named(members, detail) || self.body.places(detail)
    }

    /// The same for a detail of the violation.
    pub(super) fn is_placed_in_violation(&self, members: &[Member], detail: &str) -> bool {
        self.is_named(members, detail)
            || body::contains(self.body.root(), Wanted::ViolationDetail(detail.as_bytes()))
    }

    /// Whether a detail of this name would replace a member that the object names itself.
    pub(super) fn is_named(&self, members: &[Member], detail: &str) -> bool {
        let mut named = members.iter().filter_map(|member| member.named.as_ref());
        named.any(|member| {
            member.name == detail && (!member.node.is_for_violations() || self.count_violations() > 0)
        })
    }
}

impl RenderContext<'_> {
    /// The seconds of a constant `Retry-After`, so that the body says what the header does.
    fn constant_wait(&self) -> Option<RetryAfter> {
        let mut headers = self.entry.headers();
        let wait = headers.find(|header| header.name().eq_ignore_ascii_case("retry-after"))?;
        wait.value()?.parse().ok().map(RetryAfter::Seconds)
    }
}

impl<'r> Source<'r> for RenderContext<'r> {
    fn entry(&self) -> &'static Entry {
        self.entry
    }

    fn status(&self) -> StatusCode {
        self.status
    }

    fn code(&self) -> &'r str {
        self.error.code()
    }

    fn retry_after(&self) -> Option<RetryAfter> {
        self.error.retry_after().or_else(|| self.constant_wait())
    }

    fn trace_id(&self) -> Option<&'r str> {
        let own = self.reply.request.as_ref().and_then(|request| request.trace_id.as_deref());
        own.or_else(|| Some(self.reply.context?.trace_id()?.as_str()))
    }

    fn instance(&self) -> Option<Cow<'r, str>> {
        let own = self.reply.request.as_ref().and_then(|request| request.instance.as_deref());
        own.map(Cow::Borrowed).or_else(|| self.reply.context?.instance_reference())
    }

    fn extra(&self, name: &str) -> Option<&'r Json> {
        self.reply.extra_values().iter().find(|(known, _)| known == name).map(|(_, value)| value)
    }

    fn now(&self) -> Option<SystemTime> {
        if let Some(outer) = self.outer {
            return outer.now();
        }
        *self.now.get_or_init(|| self.reply.timestamp.or_else(clock::now))
    }

    fn violation(&self) -> Option<&'r Violation> {
        self.violation
    }

    fn has_type(&self) -> bool {
        self.body.has_type()
    }
}

/// The message of an error, as `Display`.
pub(super) struct Message<'e>(pub(super) &'e dyn ApiError);

impl Display for Message<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt_message(f)
    }
}
