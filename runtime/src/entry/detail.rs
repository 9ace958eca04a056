//! The static description of a detail, and the accessors of an entry for its details.

use std::borrow::Cow;

use serde_json::Value as Json;

use super::{Entry, Fact, Facts, description, json_type};

/// Static description of a detail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Detail {
    name: &'static str,
    ty: &'static str,
    docs: &'static str,
    /// The declared type of the JSON value; empty if there is none.
    json_type: &'static str,
    /// What samples show, as JSON; empty if nobody said.
    example: &'static str,
    /// The value of a constant detail, as JSON.
    constant: Option<&'static str>,
    /// Whether it was said that replies may omit it.
    is_optional: bool,
}

impl Detail {
    /// Creates a detail from its name in the body, its Rust type as written, and its documentation.
    pub const fn new(name: &'static str, ty: &'static str, docs: &'static str) -> Self {
        Self { name, ty, docs, json_type: "", example: "", constant: None, is_optional: false }
    }

    /// Creates a detail with the same value in every reply, from its name in the body and its value as JSON.
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
        Self { constant: Some(json), ..Self::new(name, "", "") }
    }

    /// Sets the type of the JSON value in the terms of JSON Schema, such as `integer` or `array<string>`.
    ///
    /// Without the feature `docs` it is dropped.
    ///
    /// # Examples
    ///
    /// ```
    /// let blocked = errbook::Detail::new("blocked_ms", "", "").with_json_type("integer");
    /// assert_eq!(blocked.json_type().as_deref(), Some("integer"));
    /// ```
    #[must_use]
    pub const fn with_json_type(mut self, json_type: &'static str) -> Self {
        self.json_type = if cfg!(feature = "docs") { json_type } else { "" };
        self
    }

    /// Sets what samples in documentation show, as JSON.
    ///
    /// Without the feature `docs` it is dropped.
    ///
    /// # Examples
    ///
    /// ```
    /// let limit = errbook::Detail::new("limit", "Cents", "").with_example("250");
    /// assert_eq!(limit.example(), Some(serde_json::json!(250)));
    /// ```
    #[must_use]
    pub const fn with_example(mut self, json: &'static str) -> Self {
        self.example = if cfg!(feature = "docs") { json } else { "" };
        self
    }

    /// Says that a reply may omit it.
    ///
    /// # Examples
    ///
    /// ```
    /// use errbook::Detail;
    ///
    /// assert!(Detail::new("fields", "Vec<String>", "").optional().is_optional());
    /// assert!(Detail::new("reset_at", "Option<u64>", "").is_optional());
    /// ```
    #[must_use]
    pub const fn optional(mut self) -> Self {
        self.is_optional = true;
        self
    }

    /// The name in the body.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The Rust type, as written at the field; empty for a constant, and where a function converts the value.
    pub const fn ty(&self) -> &'static str {
        self.ty
    }

    /// Whether a reply may omit it: its type is an `Option`, or [it was said](Self::optional), as `skip_if` does.
    ///
    /// Without the feature `docs`, neither is known of a derived error.
    pub fn is_optional(&self) -> bool {
        self.is_optional || json_type::inside_option(self.ty).is_some()
    }

    /// The Rust type of a value that is not omitted: the `T` of an `Option<T>`.
    ///
    /// # Examples
    ///
    /// ```
    /// assert_eq!(errbook::Detail::new("price", "Option<Cents>", "").inner_ty(), "Cents");
    /// ```
    pub fn inner_ty(&self) -> &'static str {
        json_type::inside_option(self.ty).unwrap_or(self.ty)
    }

    /// The value, if every reply has the same.
    pub fn value(&self) -> Option<Json> {
        self.constant.map(parse)
    }

    /// What samples in documentation show: the declared example, or the value of a constant.
    pub fn example(&self) -> Option<Json> {
        self.value().or_else(|| (!self.example.is_empty()).then(|| parse(self.example)))
    }

    pub(super) const fn example_text(&self) -> &'static str {
        self.example
    }

    pub(super) const fn is_constant(&self) -> bool {
        self.constant.is_some()
    }

    /// The type of the JSON value in the terms of JSON Schema: the declared one, or that of a type of the standard library.
    ///
    /// # Examples
    ///
    /// ```
    /// let detail = errbook::Detail::new("limits", "Vec<u64>", "");
    /// assert_eq!(detail.json_type().as_deref(), Some("array<integer>"));
    /// ```
    pub fn json_type(&self) -> Option<Cow<'static, str>> {
        match self.value() {
            _ if !self.json_type.is_empty() => Some(self.json_type.into()),
            Some(value) => Some(type_of(&value).into()),
            None => json_type::of_rust(self.ty),
        }
    }

    /// The documentation before its first `# Heading`, in Markdown.
    pub fn description(&self) -> &'static str {
        description(self.docs)
    }
}

fn type_of(value: &Json) -> &'static str {
    match value {
        Json::Null => "null",
        Json::Bool(_) => "boolean",
        Json::Number(number) if number.is_f64() => "number",
        Json::Number(_) => "integer",
        Json::String(_) => "string",
        Json::Array(_) => "array",
        Json::Object(_) => "object",
    }
}

/// Reads JSON, with the nearest `f64` to its digits for a number; `null` if it is not JSON.
pub(super) fn parse(json: &'static str) -> Json {
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
        self.facts(b"cdE")
            .filter_map(|fact| if let Fact::Detail(detail) = fact { Some(detail) } else { None })
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
        match self.0.next_tagged(b"cdE") {
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
