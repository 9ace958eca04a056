//! What the words of a body stand for in one reply.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::fmt::Write as _;
use std::time::SystemTime;

use http::StatusCode;
use serde_json::Value as Json;

use super::Reply;
use super::prepared::Prepared;
use crate::body::{Body, Member, Piece, Word};
use crate::columns::Row;
use crate::entry::Entry;
use crate::error::default;
use crate::retry_after::YEAR_10_000;

/// A reply with everything looked up that several words need.
pub(super) struct Facts<'r> {
    pub(super) reply: &'r Reply<'r>,
    pub(super) body: &'static Body,
    pub(super) entry: &'static Entry,
    pub(super) status: StatusCode,
    /// That of a derived error, if what is prepared of it is for this status.
    row: Option<&'static Row>,
    /// One time for the whole reply, asked for when a word needs it.
    now: OnceCell<SystemTime>,
}

/// The value of a word that has one.
pub(super) enum Value<'r> {
    Bool(bool),
    Unsigned(u64),
    Signed(i64),
    Str(Cow<'r, str>),
    Message,
    Details,
    Metadata,
    Json(&'r Json),
}

impl<'r> Facts<'r> {
    pub(super) fn new(reply: &'r Reply<'r>) -> Self {
        let declared = reply.error.__declared();
        let (entry, status) = (declared.entry, reply.error.status());
        // An implementation by hand can say anything.
        let status = if crate::status::is_error(status.as_u16()) { status } else { entry.status() };
        let body = reply.body.unwrap_or_else(|| reply.error.body());
        let row = declared.row.filter(|_| status == entry.status());
        Self { reply, body, entry, status, row, now: OnceCell::new() }
    }

    /// What is ready of the reply.
    pub(super) fn prepared(&self) -> Option<&'static Prepared> {
        self.row?.prepared(self.body)
    }

    /// What the word stands for; `None` if it is absent. Details may still come to nothing.
    pub(super) fn word(&self, word: Word) -> Option<Value<'r>> {
        Some(match word {
            Word::Status => Value::Unsigned(self.status.as_u16().into()),
            Word::Code => Value::Str(self.reply.error.code().into()),
            Word::Number => Value::Signed(self.entry.number()?),
            Word::Title => Value::Str(self.title().into()),
            Word::Message => Value::Message,
            Word::Description => match self.entry.description() {
                "" => return None,
                text => Value::Str(text.into()),
            },
            Word::Details => Value::Details,
            Word::Metadata => Value::Metadata,
            Word::TraceId => Value::Str(self.reply.trace_id.as_deref()?.into()),
            Word::Instance => Value::Str(self.reply.instance.as_deref()?.into()),
            Word::Type => Value::Str(self.entry.docs_url().unwrap_or("about:blank").into()),
            Word::DocsUrl => Value::Str(self.entry.docs_url()?.into()),
            Word::Retryable => Value::Bool(self.entry.is_retryable_at(self.status)),
            Word::RetryAfter => {
                let time = self.reply.error.retry_after()?;
                Value::Unsigned(time.seconds(self.now()))
            }
            Word::Timestamp => Value::Str(timestamp(self.now()).into()),
            Word::Grpc => Value::Str(self.grpc().into()),
            Word::Meta(name) => Value::Str(self.entry.meta(name)?.into()),
            Word::Extra(name) => {
                let (_, value) = self.reply.extra.iter().find(|(known, _)| known == name)?;
                Value::Json(Some(value).filter(|value| !value.is_null())?)
            }
        })
    }

    fn now(&self) -> SystemTime {
        *self.now.get_or_init(|| self.reply.timestamp.unwrap_or_else(SystemTime::now))
    }

    /// The title; beside a type of `about:blank`, the phrase of the status (RFC 9457 §4.2.1).
    fn title(&self) -> &'static str {
        let phrase = crate::status::phrase(self.status.as_u16());
        match (self.entry.docs_url(), phrase) {
            (None, Some(phrase)) if self.body.has_type() => phrase,
            _ => self.entry.title_at(self.status),
        }
    }

    /// The canonical code that maps to the status of this occurrence.
    fn grpc(&self) -> &'static str {
        if self.status == self.entry.status() {
            self.entry.grpc()
        } else {
            crate::status::grpc(self.status.as_u16())
        }
    }

    /// Fills the words into a string; `None` if one of them is absent.
    pub(super) fn text(&self, pieces: &[Piece]) -> Option<String> {
        let mut text = String::new();
        for piece in pieces {
            match piece {
                Piece::Str(part) => text.push_str(part),
                Piece::Word(word) => match self.word(*word)? {
                    Value::Bool(value) => text.push_str(if value { "true" } else { "false" }),
                    // Writing to a `String` cannot fail.
                    Value::Unsigned(value) => drop(write!(text, "{value}")),
                    Value::Signed(value) => drop(write!(text, "{value}")),
                    Value::Str(value) => text.push_str(&value),
                    Value::Message => text.push_str(&default::message(self.reply.error)),
                    Value::Json(Json::String(value)) => text.push_str(value),
                    Value::Json(value) => drop(write!(text, "{value}")),
                    Value::Details | Value::Metadata => return None,
                },
            }
        }
        Some(text)
    }
}

/// Seconds are enough for people; RFC 3339 has no years from 10,000 on, and the epoch stands for what is before it.
fn timestamp(time: SystemTime) -> String {
    let writable =
        time.duration_since(SystemTime::UNIX_EPOCH).is_ok_and(|since| since.as_secs() < YEAR_10_000);
    let time = if writable { time } else { SystemTime::UNIX_EPOCH };
    humantime::format_rfc3339_seconds(time).to_string()
}

/// Whether a detail of this name would overwrite a member that the object names itself.
pub(super) fn is_named(members: &[Member], detail: &str) -> bool {
    members.iter().any(|member| member.name() == Some(detail))
}
