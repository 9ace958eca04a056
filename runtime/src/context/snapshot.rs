//! What a layer can log of an error that borrows, after the error is gone.

use std::error::Error;
use std::fmt;

use http::StatusCode;

use crate::entry::Entry;
use crate::error::ApiError;

/// What remains of an error that borrows.
#[derive(Debug)]
pub(super) struct Snapshot {
    entry: &'static Entry,
    status: StatusCode,
    code: String,
    text: Text,
}

/// The text of an error and of its sources.
#[derive(Debug)]
struct Text {
    text: String,
    source: Option<Box<Text>>,
}

impl Snapshot {
    pub(super) fn of(error: &dyn ApiError) -> Self {
        let mut texts = vec![error.to_string()];
        let mut next = error.source();
        while let Some(source) = next {
            texts.push(source.to_string());
            next = source.source();
        }
        let last = Text { text: texts.pop().unwrap_or_default(), source: None };
        let text =
            texts.into_iter().rev().fold(last, |source, text| Text { text, source: Some(Box::new(source)) });
        Self { entry: error.entry(), status: error.status(), code: error.code().to_owned(), text }
    }
}

#[diagnostic::do_not_recommend]
impl ApiError for Snapshot {
    fn entry(&self) -> &'static Entry {
        self.entry
    }

    fn status(&self) -> StatusCode {
        self.status
    }

    fn code(&self) -> &str {
        &self.code
    }
}

impl Error for Snapshot {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.text.source()
    }
}

impl fmt::Display for Snapshot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.text.fmt(f)
    }
}

impl Error for Text {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}
