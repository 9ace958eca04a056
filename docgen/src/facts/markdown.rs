//! A text that is Markdown, as a value of templates: everything that a doc comment says. To expressions, a row has the text of it in its
//! place, so that it can be compared.

use std::borrow::Cow;
use std::fmt::{self, Display};
use std::sync::Arc;

use minijinja::Value;
use minijinja::value::{Enumerator, Object, ValueKind};

use super::Deprecated;
use super::published::published;
use crate::ast;

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

/// A value whose texts are plain, and those of what is in it.
#[derive(Debug)]
struct Plain {
    value: Value,
    is_json: bool,
}

/// The value with its texts plain, as an expression has it or as JSON has it, where a map is always true.
pub(crate) fn plain(value: Value, is_json: bool) -> Value {
    match Markdown::of(&value) {
        Some(source) => Value::from(source),
        None if is_json && value.downcast_object_ref::<Deprecated>().is_some() && !value.is_true() => {
            Value::from(false)
        }
        None if value.kind() == ValueKind::Map => Value::from_object(Plain { value, is_json }),
        None if value.kind() == ValueKind::Seq => {
            value.try_iter().into_iter().flatten().map(|item| plain(item, is_json)).collect()
        }
        None => value,
    }
}

impl Object for Plain {
    fn get_value(self: &Arc<Self>, name: &Value) -> Option<Value> {
        self.value.as_object()?.get_value(name).map(|value| plain(value, self.is_json))
    }

    fn enumerate(self: &Arc<Self>) -> Enumerator {
        let names = self.value.try_iter().map(Iterator::collect);
        names.map_or(Enumerator::NonEnumerable, Enumerator::Values)
    }

    fn is_true(self: &Arc<Self>) -> bool {
        self.value.is_true()
    }

    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.value.downcast_object_ref::<Deprecated>() {
            Some(deprecated) => f.write_str(&ast::plain_blocks(&ast::parse(&deprecated.to_markdown()))),
            None => self.value.fmt(f),
        }
    }
}
