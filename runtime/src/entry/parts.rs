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
    /// Creates a section; the text is Markdown.
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
///
/// # Examples
///
/// ```
/// use errbook::{ApiError, Header};
///
/// #[derive(Debug, ApiError)]
/// #[api(display, status = 403, code = "Denied", header("WWW-Authenticate" = "Bearer scope=\"{scope}\"", "Cache-Control" = "no-store"))]
/// struct Denied {
///     scope: String,
/// }
///
/// let headers: Vec<Header> = Denied::CATALOG.entries().next().unwrap().headers().collect();
/// assert_eq!(headers[0].value(), Some("no-store"));
/// assert_eq!(headers[1].template(), Some("Bearer scope=\"{scope}\""));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Header {
    name: &'static str,
    text: HeaderText,
    /// What samples show, as JSON; empty if nobody said.
    example: &'static str,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum HeaderText {
    Constant(&'static str),
    Template(&'static str),
    Unknown,
}

impl Header {
    /// A header with the same value in every reply.
    pub const fn constant(name: &'static str, value: &'static str) -> Self {
        Self { name, text: HeaderText::Constant(value), example: "" }
    }

    /// A header whose value each instance decides.
    pub const fn dynamic(name: &'static str) -> Self {
        Self { name, text: HeaderText::Unknown, example: "" }
    }

    /// A header whose value is a text with fields in it, for documentation.
    ///
    /// [`ApiError::headers`](crate::ApiError::headers) sends it, as it does a [dynamic](Self::dynamic) one.
    pub const fn filled(name: &'static str, template: &'static str) -> Self {
        Self { name, text: HeaderText::Template(template), example: "" }
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
        match self.text {
            HeaderText::Constant(value) => Some(value),
            HeaderText::Template(_) | HeaderText::Unknown => None,
        }
    }

    /// The same with another text, if there is one; `None` omits the header.
    pub(super) fn map_text(self, change: impl Fn(&'static str) -> Option<&'static str>) -> Option<Self> {
        let text = match self.text {
            HeaderText::Constant(value) => HeaderText::Constant(change(value)?),
            HeaderText::Template(template) => HeaderText::Template(change(template)?),
            HeaderText::Unknown => HeaderText::Unknown,
        };
        Some(Self { text, ..self })
    }

    /// Whether nothing is known of the value.
    pub(super) const fn is_dynamic(&self) -> bool {
        matches!(self.text, HeaderText::Unknown)
    }

    /// The text that names fields: a format string, as [`Entry::message`](crate::Entry::message) is.
    pub const fn template(&self) -> Option<&'static str> {
        match self.text {
            HeaderText::Template(template) => Some(template),
            HeaderText::Constant(_) | HeaderText::Unknown => None,
        }
    }
}

/// The contents of `#[deprecated]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deprecation {
    since: Option<&'static str>,
    note: Option<&'static str>,
}

impl Deprecation {
    /// Creates a deprecation.
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
