//! Responses that no error of the API made.

use std::error::Error;
use std::fmt;

use errbook::{ApiError, Entry, HttpError};
use http::StatusCode;

/// A 4xx or 5xx without a declared error, of which a rule says whether it is replaced.
#[derive(Debug, Clone, Copy)]
pub struct Unmarked<'a> {
    /// The status.
    pub status: StatusCode,
    /// The value of `Content-Type`.
    pub content_type: Option<&'a str>,
}

impl Unmarked<'_> {
    /// Whether it looks like an error of the framework: without a content type, or with plain text.
    pub fn is_of_the_framework(&self) -> bool {
        let essence = self.content_type.map(|value| value.split(';').next().unwrap_or_default().trim());
        essence.is_none_or(|essence| essence.is_empty() || essence.eq_ignore_ascii_case("text/plain"))
    }
}

/// What an error is made of for a response without one: the framework refused the request, or the handler panicked.
///
/// It is an error itself, so that an extractor can reply with it where no layer is. Then it is an [`HttpError`] without a
/// text. A layer replaces it by the error that its policy chooses.
#[derive(Debug)]
#[non_exhaustive]
pub struct Refusal {
    /// The status that the framework chose; 500 for a panic.
    pub status: StatusCode,
    /// What the framework says about it. It is for the client only if the policy keeps texts, and only below 500.
    pub text: Option<String>,
    /// What the framework or the handler failed with, for logs.
    pub source: Option<Box<dyn Error + Send + Sync>>,
}

impl Refusal {
    /// Creates a refusal from its status.
    pub fn new(status: StatusCode) -> Self {
        Self { status, text: None, source: None }
    }

    /// Sets what the framework says about it.
    #[must_use]
    pub fn with_text(mut self, text: Option<String>) -> Self {
        self.text = text;
        self
    }

    /// Sets what it failed with, for logs.
    #[must_use]
    pub fn with_source(mut self, source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        self.source = Some(source.into());
        self
    }
}

impl Refusal {
    /// The same refusal, whose source is a text.
    pub(crate) fn to_owned(&self) -> Self {
        let source = self.source.as_ref().map(|source| FrameworkText(source.to_string()).into());
        Self { status: self.status, text: self.text.clone(), source }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text.as_deref().unwrap_or(self.entry().title()))
    }
}

impl Error for Refusal {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}

impl ApiError for Refusal {
    fn entry(&self) -> &'static Entry {
        HttpError::new(self.status).entry()
    }

    fn status(&self) -> StatusCode {
        self.status
    }

    fn fmt_message(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.entry().title())
    }
}

/// A text of the framework, for logs.
#[derive(Debug)]
pub(crate) struct FrameworkText(pub(crate) String);

impl fmt::Display for FrameworkText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Error for FrameworkText {}
