//! A text that is Markdown, as a value of templates: everything that a doc comment says.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use minijinja::Value;
use minijinja::value::{Enumerator, Object};

use super::published::published;

/// Markdown, told from plain text: it is fitted into its place, where text is escaped.
#[derive(Debug)]
pub(crate) struct Markdown(Cow<'static, str>);

impl Markdown {
    /// The value of a text; without anything in it, the empty text.
    pub(crate) fn value(source: impl Into<Cow<'static, str>>) -> Value {
        let source = match source.into() {
            Cow::Borrowed(source) => published(source),
            Cow::Owned(source) => published(&source).into_owned().into(),
        };
        if source.is_empty() { Value::from("") } else { Value::from_object(Self(source)) }
    }

    pub(crate) fn source(&self) -> &str {
        &self.0
    }

    /// The Markdown in a value, if that is what it is.
    pub(crate) fn of(value: &Value) -> Option<&str> {
        value.downcast_object_ref::<Self>().map(Self::source)
    }
}

/// As a string has them: a length, and `'part' in description`.
impl Object for Markdown {
    fn get_value(self: &Arc<Self>, part: &Value) -> Option<Value> {
        part.as_str().filter(|part| self.0.contains(part)).map(|_| Value::from(true))
    }

    fn enumerate(self: &Arc<Self>) -> Enumerator {
        Enumerator::NonEnumerable
    }

    fn enumerator_len(self: &Arc<Self>) -> Option<usize> {
        Some(self.0.chars().count())
    }

    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
