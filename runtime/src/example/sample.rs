//! A made-up instance of an error.

use std::fmt;

use serde_json::{Value as Json, json};

use super::text;
use crate::detail::DetailVisitor;
use crate::entry::{Detail, Entry, Header};
use crate::error::ApiError;
use crate::retry_after::RetryAfter;
use crate::violation::Violation;

/// In place of a value that only the author of an error could make up.
pub(super) const UNKNOWN: &str = "…";
const RETRY_AFTER: u64 = 30;

/// An instance whose values are the declared examples.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sample(pub(super) &'static Entry);

impl Sample {
    /// The declared headers.
    pub(super) fn headers(self) -> Vec<(&'static str, String)> {
        let mut headers = Vec::new();
        for header in self.0.headers() {
            let name = header.name();
            match (header.value(), header.template()) {
                (Some(value), _) => headers.push((name, value.to_owned())),
                (None, Some(template)) => headers.push((name, text::header(self.0, template))),
                (None, None) if is_retry_after(&header) => headers.push((name, seconds(&header).to_string())),
                (None, None) => headers.extend(examples(&header).into_iter().map(|value| (name, value))),
            }
        }
        headers
    }
}

impl std::error::Error for Sample {}

/// The message, or `…` where the derive does not know what `Display` writes.
impl fmt::Display for Sample {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.message() {
            Some(template) => f.write_str(&text::message(self.0, template)),
            None if self.0.displays_title() || !self.0.exposes_display(self.0.status()) => {
                f.write_str(self.0.title())
            }
            None => f.write_str(UNKNOWN),
        }
    }
}

impl ApiError for Sample {
    fn entry(&self) -> &'static Entry {
        self.0
    }

    fn fmt_message(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }

    fn details(&self, visitor: &mut DetailVisitor<'_>) {
        for detail in self.0.details() {
            visitor.add(detail.name(), &of_detail(&detail));
        }
    }

    fn violations(&self, visit: &mut dyn FnMut(&Violation)) {
        if self.0.has_violations() {
            visit(&Violation::new(UNKNOWN).with_pointer("/field").with_code(UNKNOWN));
        }
    }

    fn retry_after(&self) -> Option<RetryAfter> {
        let header = self.0.headers().find(|header| is_retry_after(header) && header.value().is_none())?;
        Some(RetryAfter::Seconds(seconds(&header)))
    }
}

fn is_retry_after(header: &Header) -> bool {
    header.name().eq_ignore_ascii_case("retry-after")
}

fn seconds(header: &Header) -> u64 {
    header.example().and_then(|example| example.as_u64()).unwrap_or(RETRY_AFTER)
}

/// The values of a header that an instance decides: one for each item of a list.
fn examples(header: &Header) -> Vec<String> {
    let text = |value: &Json| text::plain(value).unwrap_or_else(|| UNKNOWN.to_owned());
    match header.example() {
        Some(Json::Array(items)) => items.iter().map(text).collect(),
        Some(value) => vec![text(&value)],
        None => vec![UNKNOWN.to_owned()],
    }
}

/// The constant or the example, or else a sample of the JSON type.
fn of_detail(detail: &Detail) -> Json {
    detail.example().unwrap_or_else(|| of_type(detail.json_type().as_deref().unwrap_or("any")))
}

/// A value of a JSON type.
pub(super) fn of_type(ty: &str) -> Json {
    let inside = |name: &str| ty.strip_prefix(name)?.strip_suffix('>');
    match ty {
        "boolean" => json!(true),
        "integer" => json!(1),
        "number" => json!(1.5),
        "string" => json!("string"),
        "array" => json!([UNKNOWN]),
        // Replies omit it.
        "null" => json!(null),
        _ => match (inside("array<"), inside("map<string, ")) {
            (Some(item), _) => json!([of_type(item)]),
            (None, Some(value)) => json!({ "key": of_type(value) }),
            (None, None) => json!(UNKNOWN),
        },
    }
}
