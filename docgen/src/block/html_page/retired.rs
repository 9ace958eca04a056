//! Codes that are no longer sent.

use minijinja::{Value, context};

/// A code that the API no longer sends, for [`HtmlPage::retired`](super::HtmlPage::retired).
///
/// # Examples
///
/// ```
/// use errbook_docgen::RetiredCode;
///
/// let retired = RetiredCode::new("TOKEN_EXPIRED", 401)
///     .title("Token expired")
///     .since("1.0.0")
///     .retired("2.0.0")
///     .replaced_by("TOKEN_INVALID")
///     .why("One error for each invalid token.");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RetiredCode {
    pub(super) code: String,
    status: u16,
    title: String,
    description: String,
    since: String,
    retired: String,
    replaced_by: String,
    why: String,
}

impl RetiredCode {
    /// Starts with the code and the status that it had.
    pub fn new(code: impl Into<String>, status: u16) -> Self {
        let empty = String::new;
        Self {
            code: code.into(),
            status,
            title: empty(),
            description: empty(),
            since: empty(),
            retired: empty(),
            replaced_by: empty(),
            why: empty(),
        }
    }

    /// Sets the title that the error had.
    #[must_use]
    pub fn title(mut self, title: impl Into<String>) -> Self {
        self.title = title.into();
        self
    }

    /// Sets the description that the error had, in Markdown.
    #[must_use]
    pub fn description(mut self, markdown: impl Into<String>) -> Self {
        self.description = markdown.into();
        self
    }

    /// Sets the version of the API that introduced the error.
    #[must_use]
    pub fn since(mut self, version: impl Into<String>) -> Self {
        self.since = version.into();
        self
    }

    /// Sets the first version of the API that does not send the code.
    #[must_use]
    pub fn retired(mut self, version: impl Into<String>) -> Self {
        self.retired = version.into();
        self
    }

    /// Sets the code that is sent instead.
    #[must_use]
    pub fn replaced_by(mut self, code: impl Into<String>) -> Self {
        self.replaced_by = code.into();
        self
    }

    /// Sets the reason, in Markdown.
    #[must_use]
    pub fn why(mut self, markdown: impl Into<String>) -> Self {
        self.why = markdown.into();
        self
    }

    /// What the template of the page may name.
    pub(super) fn value(&self) -> Value {
        let Self { code, status, title, description, since, retired, replaced_by, why } = self;
        context!(code, status, title, description, since, retired, replaced_by, why)
    }
}
