//! The `const` builder of entries: everything but what [`Entry::new`] takes.

use super::{Deprecation, Detail, Entry, Exposure, Header, Section};

impl Entry {
    /// Sets the numeric code.
    #[must_use]
    pub const fn with_number(mut self, number: i64) -> Self {
        self.number = Some(number);
        self
    }

    /// Says that other errors have the same code or number on purpose.
    #[must_use]
    pub const fn with_shared(mut self) -> Self {
        self.shared = true;
        self
    }

    /// Sets the title, in place of the phrase of the status.
    #[must_use]
    pub const fn with_title(mut self, title: &'static str) -> Self {
        self.title = Some(title);
        self
    }

    /// Sets the format string of the message, for documentation; [`ApiError::fmt_message`](crate::ApiError::fmt_message) writes it.
    #[must_use]
    pub const fn with_message(mut self, template: &'static str) -> Self {
        self.message = Some(template);
        self
    }

    /// Lets the client read `Display` from 500 up.
    #[must_use]
    pub const fn with_exposed(mut self) -> Self {
        self.exposure = Exposure::Exposed;
        self
    }

    /// Keeps `Display` from the client below 500.
    #[must_use]
    pub const fn with_redacted(mut self) -> Self {
        self.exposure = Exposure::Redacted;
        self
    }

    /// Says whether the same request may succeed later, in place of what the status says.
    #[must_use]
    pub const fn with_retryable(mut self, retryable: bool) -> Self {
        self.retryable = Some(retryable);
        self
    }

    /// Sets the description, in Markdown.
    #[must_use]
    pub const fn with_description(mut self, description: &'static str) -> Self {
        self.description = description;
        self
    }

    /// Sets the sections of the documentation.
    #[must_use]
    pub const fn with_sections(mut self, sections: &'static [Section]) -> Self {
        self.sections = sections;
        self
    }

    /// Sets what is known of the details.
    #[must_use]
    pub const fn with_details(mut self, details: &'static [Detail]) -> Self {
        self.details = details;
        self
    }

    /// Sets the headers: constant ones and those that an occurrence sends.
    #[must_use]
    pub const fn with_headers(mut self, headers: &'static [Header]) -> Self {
        self.headers = headers;
        self
    }

    /// Sets texts of your own, by name.
    #[must_use]
    pub const fn with_meta(mut self, meta: &'static [(&'static str, &'static str)]) -> Self {
        self.meta = meta;
        self
    }

    /// Sets the address of the documentation, a URI reference (RFC 3986).
    #[must_use]
    pub const fn with_docs_url(mut self, url: &'static str) -> Self {
        self.docs_url = Some(url);
        self
    }

    /// Says that the error is no longer answered.
    #[must_use]
    pub const fn with_deprecated(mut self, deprecation: Deprecation) -> Self {
        self.deprecated = Some(deprecation);
        self
    }

    /// Keeps the error out of documentation.
    #[must_use]
    pub const fn with_hidden(mut self) -> Self {
        self.hidden = true;
        self
    }
}
