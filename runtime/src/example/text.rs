//! Format strings with samples of the fields that they name.

use serde_json::Value as Json;

use super::sample::{UNKNOWN, of_type};
use crate::entry::{Entry, Field};
use crate::table::Quotes;

/// The message that a template makes of the samples.
pub(super) fn message(entry: &Entry, template: &str) -> String {
    let mut out = String::with_capacity(template.len());
    fill(template, |piece| match piece {
        Piece::Text(text) => out.push_str(text),
        Piece::Field(name, spec) => out.push_str(&sample(entry.field(name), spec)),
    });
    out
}

/// The same for the text of a header, which escapes values inside of quotes.
pub(super) fn header(entry: &Entry, template: &str) -> String {
    let (mut out, mut quotes) = (String::with_capacity(template.len()), Quotes::default());
    fill(template, |piece| match piece {
        Piece::Text(text) => {
            quotes.read(text);
            out.push_str(text);
        }
        Piece::Field(name, spec) => quotes.write(&mut out, &sample(entry.field(name), spec)),
    });
    out
}

enum Piece<'t> {
    Text(&'t str),
    /// A name and a format.
    Field(&'t str, &'t str),
}

/// Splits a format string.
fn fill<'t>(template: &'t str, mut visit: impl FnMut(Piece<'t>)) {
    let mut rest = template;
    while let Some(at) = rest.find(['{', '}']) {
        let (text, brace) = rest.split_at(at);
        let field = brace.strip_prefix('{').and_then(|inside| inside.split_once('}'));
        match field {
            Some((inside, after)) if !brace.starts_with("{{") => {
                let (name, spec) = inside.split_once(':').unwrap_or((inside, ""));
                visit(Piece::Text(text));
                visit(Piece::Field(name.trim(), spec));
                rest = after;
            }
            _ => {
                // Two braces are one.
                visit(Piece::Text(&rest[..=at]));
                let doubled = brace.starts_with("{{") || brace.starts_with("}}");
                rest = &brace[1 + usize::from(doubled)..];
            }
        }
    }
    visit(Piece::Text(rest));
}

/// A field as the format writes it.
fn sample(field: Option<Field>, spec: &str) -> String {
    let ty = field.and_then(|field| field.json_type());
    let value = field.and_then(|field| field.example()).or_else(|| ty.map(of_type));
    let text = value.and_then(|value| Spec::parse(spec)?.write(&value, ty));
    text.unwrap_or_else(|| UNKNOWN.to_owned())
}

/// A value as `Display` writes it; `None` for one that has parts.
pub(super) fn plain(value: &Json) -> Option<String> {
    Spec::default().write(value, None)
}

/// What the format of a field says (`std::fmt`), as far as values that were JSON can follow it.
#[derive(Default)]
struct Spec {
    fill: Option<char>,
    align: Option<char>,
    is_zero_padded: bool,
    width: u16,
    precision: Option<u16>,
    is_debug: bool,
}

impl Spec {
    /// `None` if the format needs the type of the field, such as `{:x}`, or a value from elsewhere, such as `{:1$}`.
    fn parse(spec: &str) -> Option<Self> {
        let is_align = |c: &char| matches!(c, '<' | '^' | '>');
        let spec = spec.trim_end();
        let mut rest = spec.strip_suffix('?').unwrap_or(spec);
        let is_debug = rest.len() < spec.len();
        let (first, second) = (rest.chars().next(), rest.chars().nth(1));
        let (fill, align) = match (first, second.filter(is_align)) {
            (Some(_), Some(align)) => (first, Some(align)),
            (first, _) => (None, first.filter(is_align)),
        };
        let aligned = [fill, align].into_iter().flatten().map(char::len_utf8).sum();
        rest = rest.get(aligned..)?;
        if is_debug {
            rest = rest.strip_prefix('#').unwrap_or(rest);
        }
        let is_zero_padded = rest.starts_with('0');
        let (width, precision) = match rest.split_once('.') {
            Some((width, precision)) => (width, Some(precision.parse().ok()?)),
            None => (rest, None),
        };
        let width = if width.is_empty() { 0 } else { width.parse().ok()? };
        Some(Self { fill, align, is_zero_padded, width, precision, is_debug })
    }

    fn write(&self, value: &Json, ty: Option<&str>) -> Option<String> {
        let text = match value {
            // It pads nothing.
            Json::String(text) if self.is_debug && ty == Some("string") => return Some(format!("{text:?}")),
            Json::String(text) => self.cut(text),
            // A type of the author's, such as `Cents(250)`, or an `Option`.
            _ if self.is_debug && ty.is_none() => return None,
            Json::Bool(value) => self.cut(&value.to_string()),
            Json::Number(number) => {
                let is_float = number.is_f64() || ty == Some("number");
                let text = match (number.as_f64().filter(|_| is_float), self.precision) {
                    (Some(float), Some(precision)) => format!("{float:.*}", usize::from(precision)),
                    (Some(float), None) if self.is_debug => format!("{float:?}"),
                    (Some(float), None) => float.to_string(),
                    (None, _) => number.to_string(),
                };
                return Some(self.pad_number(&text));
            }
            Json::Null | Json::Array(_) | Json::Object(_) => return None,
        };
        Some(self.pad(&text, '<'))
    }

    fn cut(&self, text: &str) -> String {
        text.chars().take(self.precision.map_or(usize::MAX, usize::from)).collect()
    }

    fn pad_number(&self, number: &str) -> String {
        if !self.is_zero_padded {
            return self.pad(number, '>');
        }
        let digits = number.trim_start_matches('-');
        let sign = &number[..number.len() - digits.len()];
        let zeros = usize::from(self.width).saturating_sub(number.len());
        format!("{sign}{}{digits}", "0".repeat(zeros))
    }

    fn pad(&self, text: &str, default: char) -> String {
        let fill = self.fill.unwrap_or(' ').to_string();
        let missing = usize::from(self.width).saturating_sub(text.chars().count());
        let before = match self.align.unwrap_or(default) {
            '<' => 0,
            '^' => missing / 2,
            _ => missing,
        };
        format!("{}{text}{}", fill.repeat(before), fill.repeat(missing - before))
    }
}
