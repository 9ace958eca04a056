//! Parts of an entry: sections, headers, deprecation.

use serde_json::Value as Json;

use super::detail::parse;

/// A heading of the documentation and the text under it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Section {
    heading: &'static str,
    text: &'static str,
}

impl Section {
    /// Makes a section; the text is Markdown.
    pub const fn new(heading: &'static str, text: &'static str) -> Self {
        Self { heading, text }
    }

    /// The heading, such as `Solution`.
    pub const fn heading(&self) -> &'static str {
        self.heading
    }

    /// The text, in Markdown.
    pub const fn text(&self) -> &'static str {
        self.text
    }
}

/// A header that replies of this error have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Header {
    name: &'static str,
    value: Option<&'static str>,
    /// What samples show, as JSON; empty if nobody said.
    example: &'static str,
}

impl Header {
    /// A header with the same value in every reply.
    pub const fn constant(name: &'static str, value: &'static str) -> Self {
        Self { name, value: Some(value), example: "" }
    }

    /// A header whose value each instance decides.
    pub const fn dynamic(name: &'static str) -> Self {
        Self { name, value: None, example: "" }
    }

    /// The name, as written.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Sets what samples in documentation show, as JSON: a string, a number, or an array of them for several headers.
    ///
    /// # Examples
    ///
    /// ```
    /// let left = errbook::Header::dynamic("X-RateLimit-Remaining").with_example("3");
    /// assert_eq!(left.example(), Some(serde_json::json!(3)));
    /// ```
    #[must_use]
    pub const fn with_example(mut self, json: &'static str) -> Self {
        self.example = json;
        self
    }

    /// What samples in documentation show.
    pub fn example(&self) -> Option<Json> {
        (!self.example.is_empty()).then(|| parse(self.example))
    }

    /// The value, if it is always the same.
    pub const fn value(&self) -> Option<&'static str> {
        self.value
    }
}

/// The contents of `#[deprecated]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deprecation {
    since: Option<&'static str>,
    note: Option<&'static str>,
}

impl Deprecation {
    /// Makes a deprecation.
    pub const fn new(since: Option<&'static str>, note: Option<&'static str>) -> Self {
        Self { since, note }
    }

    /// The version that deprecated the error.
    pub const fn since(&self) -> Option<&'static str> {
        self.since
    }

    /// What to use instead.
    pub const fn note(&self) -> Option<&'static str> {
        self.note
    }
}
