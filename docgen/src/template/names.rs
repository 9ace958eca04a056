//! Templates that only name values, as most cells do: they are printed without the engine.

use minijinja::Value;

use super::filters::marked;
use super::piece::Mark;
use super::{tags, write_marked};

/// A part of such a template.
#[derive(Debug, Clone, Copy)]
pub(super) enum Part<'t> {
    Author(&'t str),
    /// `{{ name }}`
    Value(&'t str),
    /// `{{ name | code }}`
    Code(&'t str),
}

/// The parts of a template, if all of its tags name a value in scope.
pub(super) fn of<'t>(source: &'t str, in_scope: &[&str]) -> Option<Vec<Part<'t>>> {
    let mut parts = Vec::new();
    let mut at = 0;
    for range in tags(source) {
        parts.push(Part::Author(source.get(at..range.start)?));
        at = range.end;
        let expression = source.get(range)?.strip_prefix("{{")?.strip_suffix("}}")?;
        let (name, filter) = expression.split_once('|').unwrap_or((expression, ""));
        let name = Some(name.trim()).filter(|name| in_scope.contains(name))?;
        parts.push(match filter.trim() {
            "" => Part::Value(name),
            "code" => Part::Code(name),
            _ => return None,
        });
    }
    parts.push(Part::Author(source.get(at..)?));
    Some(parts)
}

/// What the template prints; nothing if a value cannot be looked up, which the engine reports.
pub(super) fn print(parts: &[Part<'_>], context: &Value) -> Option<String> {
    let mut out = String::with_capacity(64);
    for part in parts {
        match part {
            Part::Author(text) => out.push_str(text),
            Part::Value(name) => write_marked(&context.get_attr(name).ok()?, &mut out).ok()?,
            Part::Code(name) => {
                write_marked(&marked(&context.get_attr(name).ok()?, Mark::Code), &mut out).ok()?;
            }
        }
    }
    Some(out)
}
