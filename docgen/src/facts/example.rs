//! Example replies: made by `Reply` itself, with samples for values that are only known at runtime.

use std::fmt::{self, Write as _};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use errbook::{ApiError, Body, Detail, DetailVisitor, Entry, Field, Header, Reply, RetryAfter, Violation};
use minijinja::value::{Enumerator, Object};
use minijinja::{Value, context};
use serde_json::json;

/// The trace id in the examples of W3C Trace Context.
const TRACE_ID: &str = "4bf92f3577b34da6a3ce929d0e0e4736";
const RETRY_AFTER: u64 = 30;
/// In place of a value that only the author of an error could make up.
const UNKNOWN: &str = "…";
/// 2025-01-01T00:00:00Z: documentation must not change from day to day.
const TIMESTAMP: Duration = Duration::from_secs(1_735_689_600);

/// A reply: `http` is the whole message, `body` its JSON; also `media_type` and `headers`. It displays as its JSON.
#[derive(Debug)]
pub(super) struct Example(Sample);

impl Example {
    pub(super) fn new(entry: &'static Entry, body: &'static Body) -> Self {
        Self(Sample { entry, body })
    }

    fn reply(&self) -> Reply<'_> {
        Reply::new(&self.0).trace_id(TRACE_ID).timestamp(SystemTime::UNIX_EPOCH + TIMESTAMP)
    }

    fn json(&self) -> String {
        if !self.0.body.is_json() {
            return self.reply().to_string();
        }
        // All samples are JSON.
        serde_json::to_string_pretty(&self.reply()).unwrap_or_else(|_| self.reply().to_string())
    }

    /// The whole message: status line, headers, body.
    fn http(&self) -> String {
        let entry = self.0.entry;
        let status = self.0.body.http_status().unwrap_or(entry.status());
        // Those of `http` are not all the registered ones.
        let phrase = match status.as_u16() {
            203 => Some("Non-Authoritative Information"),
            code @ 400.. => Entry::new(code, entry.code()).reason_phrase(),
            _ => status.canonical_reason(),
        };
        let phrase = phrase.unwrap_or_default();
        let mut http = format!("HTTP/1.1 {} {phrase}", status.as_u16()).trim_end().to_owned();
        for (name, value) in self.headers() {
            // Writing to a `String` cannot fail.
            let _ = write!(http, "\n{name}: {value}");
        }
        http + "\n\n" + &self.json()
    }

    /// The declared headers, spelled as declared, and then those of the wire format.
    fn headers(&self) -> Vec<(&str, String)> {
        let response = self.reply().to_response();
        let mut headers = Vec::new();
        for header in self.0.entry.headers() {
            let sent = response.headers().get(header.name()).and_then(|value| value.to_str().ok());
            let sent = sent.filter(|_| header.name().eq_ignore_ascii_case("retry-after"));
            match (header.template(), header.value().or(sent)) {
                (Some(template), _) => headers.push((header.name(), readable(template, self.0.entry))),
                (None, Some(value)) => headers.push((header.name(), value.to_owned())),
                (None, None) => {
                    headers.extend(examples(header).into_iter().map(|value| (header.name(), value)));
                }
            }
        }
        // A reply without a body has none.
        if !self.0.body.content_type().is_empty() {
            headers.push(("Content-Type", self.0.body.content_type().to_owned()));
        }
        if let Some(language) = self.0.body.content_language() {
            headers.push(("Content-Language", language.to_owned()));
        }
        headers
    }
}

impl Object for Example {
    fn get_value(self: &Arc<Self>, name: &Value) -> Option<Value> {
        match name.as_str()? {
            "http" => Some(Value::from(self.http())),
            "body" => Some(Value::from(self.json())),
            "media_type" => Some(Value::from(self.0.body.content_type())),
            "headers" => {
                let header = |(name, value): (&str, String)| context!(name => name, value => value);
                Some(self.headers().into_iter().map(header).collect())
            }
            _ => None,
        }
    }

    fn enumerate(self: &Arc<Self>) -> Enumerator {
        Enumerator::Str(&["http", "body", "media_type", "headers"])
    }

    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.json())
    }
}

/// A made-up instance of an error.
#[derive(Debug)]
struct Sample {
    entry: &'static Entry,
    body: &'static Body,
}

impl std::error::Error for Sample {}

/// The declared message, with samples of the fields that it names.
impl fmt::Display for Sample {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&readable(self.entry.message().unwrap_or(self.entry.title()), self.entry))
    }
}

impl ApiError for Sample {
    fn entry(&self) -> &'static Entry {
        self.entry
    }

    fn fmt_message(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }

    fn details(&self, visitor: &mut DetailVisitor<'_>) {
        for detail in self.entry.details() {
            visitor.add(detail.name(), &sample(&detail));
        }
    }

    fn violations(&self, visit: &mut dyn FnMut(&Violation)) {
        if self.entry.has_violations() {
            visit(&Violation::new(UNKNOWN).with_pointer("/field").with_code(UNKNOWN));
        }
    }

    fn retry_after(&self) -> Option<RetryAfter> {
        let is_field =
            |header: &Header| header.name().eq_ignore_ascii_case("retry-after") && header.value().is_none();
        let header = self.entry.headers().find(is_field)?;
        let seconds = header.example().and_then(|example| example.as_u64());
        Some(RetryAfter::Seconds(seconds.unwrap_or(RETRY_AFTER)))
    }

    fn body(&self) -> Option<&'static Body> {
        Some(self.body)
    }
}

/// The values of a header that an instance decides: one for each item of a list.
fn examples(header: Header) -> Vec<String> {
    let text = |value: &serde_json::Value| text_of(value).unwrap_or_else(|| UNKNOWN.to_owned());
    match header.example() {
        Some(serde_json::Value::Array(items)) => items.iter().map(text).collect(),
        Some(value) => vec![text(&value)],
        None => vec![UNKNOWN.to_owned()],
    }
}

/// A format string with samples of the fields that it names.
fn readable(message: &str, entry: &Entry) -> String {
    let mut out = String::with_capacity(message.len());
    let mut chars = message.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '{' | '}' if chars.peek() == Some(&c) => out.extend(chars.next()),
            '{' => {
                let inside: String = chars.by_ref().take_while(|c| *c != '}').collect();
                let (name, spec) = inside.split_once(':').unwrap_or((&inside, ""));
                let is_debug = spec.trim_end().ends_with('?');
                out.push_str(&sample_in_text(entry.field(name.trim()), is_debug));
            }
            _ => out.push(c),
        }
    }
    out
}

/// How a message shows a field, by `Debug` or `Display`.
fn sample_in_text(field: Option<Field>, is_debug: bool) -> String {
    let ty = field.and_then(|field| field.json_type());
    let example = field.and_then(|field| field.example());
    match example.or_else(|| ty.map(sample_of)) {
        Some(serde_json::Value::String(text)) if is_debug && ty == Some("string") => format!("{text:?}"),
        Some(value) => text_of(&value).unwrap_or_else(|| UNKNOWN.to_owned()),
        None => UNKNOWN.to_owned(),
    }
}

/// A value as `Display` writes it; `None` for one that has parts.
fn text_of(value: &serde_json::Value) -> Option<String> {
    match value {
        serde_json::Value::String(text) => Some(text.clone()),
        serde_json::Value::Number(_) | serde_json::Value::Bool(_) => Some(value.to_string()),
        serde_json::Value::Null | serde_json::Value::Array(_) | serde_json::Value::Object(_) => None,
    }
}

/// The value of a detail: the constant or the example, or else a sample of its JSON type.
fn sample(detail: &Detail) -> serde_json::Value {
    detail.example().unwrap_or_else(|| sample_of(detail.json_type().as_deref().unwrap_or("any")))
}

/// A sample of a JSON type. It never pretends: nobody takes `…` for a value.
fn sample_of(ty: &str) -> serde_json::Value {
    match ty {
        "boolean" => json!(true),
        "integer" => json!(1),
        "number" => json!(1.5),
        "string" => json!("string"),
        "array" => json!([UNKNOWN]),
        // Replies omit it.
        "null" => json!(null),
        _ => {
            let inside = |name: &str| ty.strip_prefix(name)?.strip_suffix('>');
            match (inside("array<"), inside("map<string, ")) {
                (Some(item), _) => json!([sample_of(item)]),
                (None, Some(value)) => json!({ "key": sample_of(value) }),
                (None, None) => json!(UNKNOWN),
            }
        }
    }
}
