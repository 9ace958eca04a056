//! Parts of an entry: sections, headers, deprecation.

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
}

impl Header {
    /// A header with the same value in every reply.
    pub const fn constant(name: &'static str, value: &'static str) -> Self {
        Self { name, value: Some(value) }
    }

    /// A header whose value each instance decides.
    pub const fn dynamic(name: &'static str) -> Self {
        Self { name, value: None }
    }

    /// The name, as written.
    pub const fn name(&self) -> &'static str {
        self.name
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
