//! A row as expressions see it: what is Markdown is the text of it, so that it can be compared.

use std::fmt::{self, Display};
use std::sync::Arc;

use minijinja::Value;
use minijinja::value::{Enumerator, Object, ValueKind};

use super::{Deprecated, Markdown};
use crate::ast;

/// A value whose texts are plain, and those of what is in it.
#[derive(Debug)]
struct Plain(Value);

/// The value with its texts plain.
pub(crate) fn plain(value: Value) -> Value {
    match Markdown::of(&value) {
        Some(source) => Value::from(source),
        None if value.kind() == ValueKind::Map => Value::from_object(Plain(value)),
        None if value.kind() == ValueKind::Seq => value.try_iter().into_iter().flatten().map(plain).collect(),
        None => value,
    }
}

impl Object for Plain {
    fn get_value(self: &Arc<Self>, name: &Value) -> Option<Value> {
        self.0.as_object()?.get_value(name).map(plain)
    }

    fn enumerate(self: &Arc<Self>) -> Enumerator {
        let names = self.0.try_iter().map(Iterator::collect);
        names.map_or(Enumerator::NonEnumerable, Enumerator::Values)
    }

    fn is_true(self: &Arc<Self>) -> bool {
        self.0.is_true()
    }

    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.downcast_object_ref::<Deprecated>() {
            Some(deprecated) => f.write_str(&ast::plain_blocks(&ast::parse(&deprecated.to_markdown()))),
            None => self.0.fmt(f),
        }
    }
}
