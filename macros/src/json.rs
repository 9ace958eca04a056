//! JSON values as they are written in attributes, and as the runtime reads them.

use std::fmt::Write as _;

use syn::parse::ParseStream;
use syn::{Lit, LitFloat, LitInt, Token};

/// A value that is known when the derive runs.
#[derive(Clone)]
pub enum Json {
    Bool(bool),
    Integer(i128),
    Float(f64),
    Str(String),
}

impl Json {
    /// Reads a string, a number, `true` or `false`.
    ///
    /// # Errors
    ///
    /// What is wrong with a literal that JSON does not have, or with what is no literal.
    pub fn scalar(input: ParseStream) -> syn::Result<Self> {
        let span = input.span();
        let refused = |span, message| Err(syn::Error::new(span, message));
        if input.cursor().ident().is_some_and(|(word, _)| word == "null") {
            return refused(span, "a `null` detail is omitted from replies: remove it");
        }
        let minus = input.parse::<Option<Token![-]>>()?;
        if !input.peek(Lit) {
            return refused(span, EXPECTED);
        }
        let literal: Lit = input.parse()?;
        let value = match &literal {
            Lit::Str(text) if minus.is_none() => Some(Self::Str(text.value())),
            Lit::Bool(value) if minus.is_none() => Some(Self::Bool(value.value)),
            Lit::Int(number) => integer(number, minus.is_some()),
            Lit::Float(number) => float(number, minus.is_some()),
            _ => None,
        };
        value.map_or_else(|| refused(literal.span(), EXPECTED), Ok)
    }

    /// The value as JSON text, without control characters.
    pub fn text(&self) -> String {
        match self {
            Self::Bool(value) => value.to_string(),
            Self::Integer(number) => number.to_string(),
            // The shortest digits that are this number.
            Self::Float(number) => format!("{number:?}"),
            Self::Str(text) => string(text),
        }
    }
}

const EXPECTED: &str = "expected a string, a 64-bit number without suffix, `true` or `false`";

fn integer(number: &LitInt, is_negative: bool) -> Option<Json> {
    let sign = if is_negative { "-" } else { "" };
    let value: i128 = format!("{sign}{}", number.base10_digits()).parse().ok()?;
    let fits = i64::try_from(value).is_ok() || u64::try_from(value).is_ok();
    (fits && number.suffix().is_empty()).then_some(Json::Integer(value))
}

fn float(number: &LitFloat, is_negative: bool) -> Option<Json> {
    let value: f64 = number.base10_parse().ok()?;
    (value.is_finite() && number.suffix().is_empty()).then_some(Json::Float(if is_negative {
        -value
    } else {
        value
    }))
}

/// A JSON string (RFC 8259 §7).
fn string(text: &str) -> String {
    let mut out = String::from('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            // Writing to a `String` cannot fail.
            '\0'..='\x1F' => drop(write!(out, "\\u{:04x}", u32::from(c))),
            _ => out.push(c),
        }
    }
    out.push('"');
    out
}
