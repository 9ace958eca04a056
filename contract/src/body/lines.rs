//! The lines of a body: a path and a value each.

use serde_json::Value as Json;

use super::path::{Path, Step};
use super::word::parts;
use super::{Member, Tree, is_word};
use crate::toml_text::Text;

/// A line of a body's table.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Line {
    pub(crate) path: String,
    pub(crate) value: Leaf,
    pub(crate) is_optional: bool,
}

/// The value of a line.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Leaf {
    Constant(Json),
    Placeholder(String),
    Text(String),
    /// A value with parts, which has a line only if it is optional or empty.
    Parts(&'static str),
}

pub(super) fn of(tree: &Tree) -> Vec<Line> {
    let mut lines = Vec::new();
    push(tree, false, &mut Path::default(), &mut lines);
    lines
}

fn push(tree: &Tree, is_optional: bool, path: &mut Path, lines: &mut Vec<Line>) {
    let mut line = |value| lines.push(Line { path: path.to_string(), value, is_optional });
    let mut parts = |word, is_empty| {
        if is_optional || is_empty {
            line(Leaf::Parts(word));
        }
    };
    match tree {
        Tree::Constant(value) => line(Leaf::Constant(value.clone())),
        Tree::Placeholder(word) => line(Leaf::Placeholder(word.clone())),
        Tree::Text(template) => line(Leaf::Text(template.clone())),
        Tree::Object(members) => {
            parts(OBJECT, members.is_empty());
            for member in members {
                push_member(member, path, lines);
            }
        }
        Tree::Array(items) => {
            parts(ARRAY, items.is_empty());
            push_items(items, Step::Item, path, lines);
        }
        Tree::FirstOf(items) => {
            parts(if items.is_empty() { NONE } else { VALUE }, items.is_empty());
            push_items(items, Step::Alternative, path, lines);
        }
        Tree::Violations(tree) => {
            parts(ARRAY, false);
            inside(tree, false, Step::Each, path, lines);
        }
        Tree::IfViolations(tree) => {
            parts(VALUE, false);
            inside(tree, false, Step::IfViolations, path, lines);
        }
    }
}

pub(super) const OBJECT: &str = "object";
pub(super) const ARRAY: &str = "array";
pub(super) const VALUE: &str = "value";
/// A choice of nothing.
pub(super) const NONE: &str = "none";

fn push_member(member: &Member, path: &mut Path, lines: &mut Vec<Line>) {
    let step = member.name.clone().map_or(Step::Spread, Step::Name);
    inside(&member.tree, member.is_optional, step, path, lines);
}

fn push_items(items: &[Tree], step: fn(usize) -> Step, path: &mut Path, lines: &mut Vec<Line>) {
    items.iter().enumerate().for_each(|(at, item)| inside(item, false, step(at), path, lines));
}

fn inside(tree: &Tree, is_optional: bool, step: Step, path: &mut Path, lines: &mut Vec<Line>) {
    path.0.push(step);
    push(tree, is_optional, path, lines);
    path.0.pop();
}

impl Line {
    /// The value as TOML.
    pub(crate) fn toml(&self) -> String {
        match &self.value {
            Leaf::Constant(Json::Bool(value)) if !self.is_optional => value.to_string(),
            Leaf::Constant(Json::Number(number)) if !self.is_optional && is_toml(number) => {
                number.to_string()
            }
            _ => Text(&self.text()).to_string(),
        }
    }

    /// The value as the text of a string.
    pub(crate) fn text(&self) -> String {
        let text = match &self.value {
            Leaf::Constant(Json::String(text)) if !self.is_optional && !text.starts_with(['{', '"']) => {
                return text.clone();
            }
            Leaf::Constant(value) => format!("{{= {value}}}"),
            Leaf::Placeholder(word) => format!("{{{word}}}"),
            Leaf::Parts(word) => format!("{{{word}}}"),
            Leaf::Text(template) => format!("\"{template}\""),
        };
        if self.is_optional { text + "?" } else { text }
    }
}

/// Whether TOML writes a number as JSON does.
fn is_toml(number: &serde_json::Number) -> bool {
    number.as_i64().is_some() || number.is_f64()
}

/// The value and whether it is optional, of a string in a body's table.
pub(crate) fn value_of(text: &str) -> Result<(Leaf, bool), String> {
    if !text.starts_with(['{', '"']) {
        return Ok((Leaf::Constant(Json::from(text)), false));
    }
    let required = text.strip_suffix('?').filter(|text| text.ends_with(['}', '"']));
    let is_optional = required.is_some();
    let value = required.unwrap_or(text);
    let leaf = match (inside_of(value, "{", "}"), inside_of(value, "\"", "\"")) {
        (Some(word), _) => match word.strip_prefix("= ") {
            Some(json) => Leaf::Constant(constant(json)?),
            None => placeholder(word)?,
        },
        (None, Some(template)) if parts(template).is_some() => Leaf::Text(template.to_owned()),
        _ => {
            return Err(format!(
                "invalid template `{text}`, expected placeholders in braces, and `{{{{` for a brace"
            ));
        }
    };
    Ok((leaf, is_optional))
}

fn inside_of<'t>(text: &'t str, open: &str, close: &str) -> Option<&'t str> {
    text.strip_prefix(open)?.strip_suffix(close)
}

fn constant(json: &str) -> Result<Json, String> {
    match serde_json::from_str(json) {
        Ok(value @ (Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_))) => Ok(value),
        _ => Err(format!("invalid constant `{json}`, expected JSON that is not an array or object")),
    }
}

fn placeholder(word: &str) -> Result<Leaf, String> {
    match [OBJECT, ARRAY, VALUE, NONE].into_iter().find(|known| *known == word) {
        Some(parts) => Ok(Leaf::Parts(parts)),
        None if is_word(word) => Ok(Leaf::Placeholder(word.to_owned())),
        None => Err(format!("unknown placeholder `{word}`")),
    }
}
