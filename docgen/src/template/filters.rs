//! Filters of our own, and those of the engine that Markdown stays Markdown behind.

use std::fmt;
use std::sync::Arc;

use minijinja::value::{Kwargs, Object, ObjectRepr, ValueKind};
use minijinja::{Environment, Value, filters};

use super::piece::Mark;
use crate::anchor::anchor;
use crate::facts::{Markdown, plain};
use crate::{ast, format};

/// The names of all filters and tests, for suggestions.
pub(crate) const FILTERS: &str = "abs anchor attr batch bool capitalize chain code count d default dictsort e escape first float \
    format groupby indent int items join last length lines list lower map markdown max min pprint reject rejectattr replace \
    reverse round safe select selectattr slice slug sort split string sum summary title tojson trim underline unique upper url \
    verbatim zip";
pub(crate) const TESTS: &str = "boolean defined divisibleby endingwith eq equalto escaped even false filter float ge greaterthan \
    gt in int integer iterable le lessthan lower lt mapping ne none number odd safe sameas sequence startingwith string test \
    true undefined upper";

/// A text for a certain place.
#[derive(Debug)]
pub(super) struct Marked {
    pub(super) mark: Mark,
    pub(super) text: String,
}

impl Object for Marked {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Plain
    }

    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// The text of a value with a mark. What has no value still has none.
pub(super) fn marked(value: &Value, mark: Mark) -> Value {
    if is_absent(value) {
        return value.clone();
    }
    let text = match Markdown::of(value) {
        Some(source) if mark != Mark::Code => ast::plain_blocks(&ast::parse(source)),
        _ => value.as_str().map_or_else(|| value.to_string(), str::to_owned),
    };
    Value::from_object(Marked { mark, text })
}

pub(super) fn add(engine: &mut Environment<'_>) {
    engine.add_test("true", |value: &Value| is(value, true));
    engine.add_test("false", |value: &Value| is(value, false));
    engine.add_test("none", is_absent);
    engine.add_filter("default", default);
    engine.add_filter("d", default);
    engine.add_filter("markdown", |text: &Value| of_text(text, Markdown::value));
    engine.add_filter("anchor", |code: &Value| of_text(code, |code| anchor(&code).into()));
    engine.add_filter("safe", |text: &Value| of_text(text, Value::from_safe_string));
    engine.add_filter(
        "string",
        |value: &Value| {
            if value.is_safe() { value.clone() } else { of_text(value, Value::from) }
        },
    );
    engine.add_filter("title", |text: &Value| of_text(text, |text| filters::title(text.into()).into()));
    engine.add_filter("code", |text: &Value| marked(text, Mark::Code));
    engine.add_filter("url", |text: &Value| marked(text, Mark::Url));
    engine.add_filter("verbatim", |text: &Value| marked(text, Mark::Verbatim));
    engine.add_filter("tojson", |value: Value, indent: Option<Value>, args: Kwargs| {
        filters::tojson(&plain(value, true), indent, args)
    });
    engine.add_filter("slug", |text: &Value| of_text(text, |text| slug(&text).into()));
    engine.add_filter("summary", |text: &Value| alike(text, |text| ast::first_paragraph(text).to_owned()));
    engine.add_filter("underline", |title: &Value, sign: Option<String>| {
        let sign = sign.and_then(|sign| sign.chars().next()).unwrap_or('=');
        Value::from_safe_string(underline(title, sign))
    });
    engine.add_filter("upper", |text: &Value| cased(text, str::to_uppercase));
    engine.add_filter("lower", |text: &Value| cased(text, str::to_lowercase));
    engine.add_filter("trim", |text: &Value, signs: Option<String>| {
        alike(text, |text| match signs {
            Some(signs) => text.trim_matches(|c| signs.contains(c)).to_owned(),
            None => text.trim().to_owned(),
        })
    });
    engine.add_filter("replace", |text: &Value, from: String, to: String| {
        alike(text, |text| text.replace(&from, &to))
    });
}

/// The other value in place of an absent one, or of any that is false, such as an empty text, if `or_false` is given.
fn default(value: &Value, other: Option<Value>, or_false: Option<bool>) -> Value {
    let is_replaced = is_absent(value) || (or_false == Some(true) && !value.is_true());
    if is_replaced { other.unwrap_or_else(|| Value::from("")) } else { value.clone() }
}

pub(super) fn is_absent(value: &Value) -> bool {
    value.is_none() || value.is_undefined()
}

/// What a filter makes of the text of a value. What is absent stays absent: the engine's text of it is `None`.
fn of_text(value: &Value, change: impl FnOnce(String) -> Value) -> Value {
    if is_absent(value) { value.clone() } else { change(value.to_string()) }
}

/// Whether a value is a boolean; a deprecation is one, too.
fn is(value: &Value, expected: bool) -> bool {
    matches!(value.kind(), ValueKind::Bool | ValueKind::Map) && value.is_true() == expected
}

/// The line under a title of reStructuredText.
fn underline(title: &Value, sign: char) -> String {
    let mut printed = String::new();
    // Writing to a `String` cannot fail.
    let _ = super::write_marked(title, &mut printed);
    format::underline(&printed, sign)
}

/// The value with the case of its text changed; addresses in Markdown are left alone.
fn cased(value: &Value, change: impl Fn(&str) -> String) -> Value {
    let is_markdown = Markdown::of(value).is_some();
    alike(value, |text| if is_markdown { ast::with_text(text, change) } else { change(text) })
}

/// Markdown of Markdown, text of text.
fn alike(value: &Value, change: impl FnOnce(&str) -> String) -> Value {
    match Markdown::of(value) {
        Some(source) => Markdown::value(change(source)),
        None if is_absent(value) => value.clone(),
        None if value.is_safe() => Value::from_safe_string(change(&value.to_string())),
        None => Value::from(change(&value.to_string())),
    }
}

/// A text for an address or a file name: lower case, words joined by `-`.
fn slug(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 4);
    let mut before = '-';
    for c in text.chars() {
        if !c.is_alphanumeric() {
            before = '-';
            continue;
        }
        let begins_word = before == '-' || (c.is_uppercase() && before.is_lowercase());
        if begins_word && !out.is_empty() {
            out.push('-');
        }
        out.extend(c.to_lowercase());
        before = c;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{FILTERS, TESTS};

    #[test]
    fn all_names_are_known() {
        let engine = format!("{:?}", crate::template::engine());
        let listed =
            |names: &str| format!("{:?}", names.split(' ').collect::<Vec<_>>()).replace(['[', ']'], "");
        for names in [FILTERS, TESTS] {
            assert!(engine.contains(&listed(names)), "{names}: {engine}");
        }
    }
}
