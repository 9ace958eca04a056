//! The static description of a detail, and the accessors of an entry for its details.

use serde_json::Value as Json;

use super::fact::{Fact, Facts};
use super::{Entry, description};

/// Static description of a detail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Detail {
    name: &'static str,
    ty: &'static str,
    docs: &'static str,
    /// The value of a constant detail, as JSON.
    constant: Option<&'static str>,
}

impl Detail {
    /// Makes a detail from its name in the body, its Rust type as written, and its documentation.
    pub const fn new(name: &'static str, ty: &'static str, docs: &'static str) -> Self {
        Self { name, ty, docs, constant: None }
    }

    /// Makes a detail with the same value in every reply, from its name in the body and its value as JSON.
    ///
    /// Replies omit a value that is not JSON.
    ///
    /// # Examples
    ///
    /// ```
    /// use errbook::{ApiError, Detail, Entry, Fact, Reply};
    ///
    /// static PAUSED: Entry = Entry::new(503, "Paused")
    ///     .with_facts(&[Fact::Detail(Detail::constant("live", "false")), Fact::Detail(Detail::constant("plan", "\"free\""))]);
    ///
    /// #[derive(Debug)]
    /// struct Paused;
    /// # impl std::fmt::Display for Paused {
    /// #     fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
    /// #         f.write_str("paused")
    /// #     }
    /// # }
    /// # impl std::error::Error for Paused {}
    ///
    /// impl ApiError for Paused {
    ///     fn entry(&self) -> &'static Entry {
    ///         &PAUSED
    ///     }
    /// }
    ///
    /// let details: errbook::Body = errbook::body!({ ..details });
    /// assert_eq!(Reply::new(&Paused).body(&details).to_string(), r#"{"live":false,"plan":"free"}"#);
    /// ```
    pub const fn constant(name: &'static str, json: &'static str) -> Self {
        Self { name, ty: "", docs: "", constant: Some(json) }
    }

    /// The name in the body.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The Rust type, as written at the field; empty for a constant.
    pub const fn ty(&self) -> &'static str {
        self.ty
    }

    /// The value, if every reply has the same.
    pub fn value(&self) -> Option<Json> {
        self.constant.map(parse)
    }

    /// The type of its JSON value in the terms of JSON Schema, if it is known.
    pub fn json_type(&self) -> Option<&'static str> {
        Some(match self.value()? {
            Json::Null => "null",
            Json::Bool(_) => "boolean",
            Json::Number(number) if number.is_f64() => "number",
            Json::Number(_) => "integer",
            Json::String(_) => "string",
            Json::Array(_) => "array",
            Json::Object(_) => "object",
        })
    }

    /// The documentation before its first `# Heading`, in Markdown.
    pub fn description(&self) -> &'static str {
        description(self.docs)
    }
}

/// Reads JSON, with the nearest `f64` to its digits for a number; `null` if it is not JSON.
fn parse(json: &'static str) -> Json {
    let value: Json = serde_json::from_str(json).unwrap_or_default();
    match (&value, json.parse::<f64>()) {
        // The feature `float_roundtrip` of serde_json is off by default.
        (Json::Number(number), Ok(float)) if number.is_f64() => Json::from(float),
        _ => value,
    }
}

impl Entry {
    /// The static description of each detail: constants first, then the others in the order of the fields.
    pub fn details(&self) -> impl Iterator<Item = Detail> + use<> {
        self.facts(b"cd").filter_map(|fact| if let Fact::Detail(detail) = fact { Some(detail) } else { None })
    }

    /// The names of the details, in a constant.
    pub(crate) const fn detail_names(&self) -> DetailNames {
        DetailNames(self.facts)
    }

    /// Whether an instance decides the value of any detail.
    pub(crate) fn has_dynamic_details(&self) -> bool {
        self.details().any(|detail| detail.constant.is_none())
    }
}

/// The names of the details that were not taken yet.
pub(crate) struct DetailNames(Facts);

impl DetailNames {
    /// Takes the next name off the front, not decoded.
    pub(crate) const fn next(&mut self) -> Option<&'static [u8]> {
        while let [fact, rest @ ..] = self.0.listed {
            self.0.listed = rest;
            if let Fact::Detail(detail) = fact {
                return Some(detail.name.as_bytes());
            }
        }
        match self.0.next_tagged(b"cd") {
            Some((tag, name)) => {
                if tag == b'c' {
                    self.0.encoded.next_bytes();
                }
                Some(name)
            }
            None => None,
        }
    }
}
