//! JSON values as they are written in attributes, and as the runtime reads them.

use std::fmt::Write as _;

use proc_macro2::{Ident, Span, TokenStream};
use syn::parse::ParseStream;
use syn::{Lit, LitFloat, LitInt, LitStr, Token, braced, bracketed, token};

use crate::entry::{Entry, Value};

/// A value that is known when the derive runs.
#[derive(Clone)]
pub enum Json {
    Bool(bool),
    Integer(i128),
    Float(f64),
    Str(String),
    Null,
    Array(Vec<Json>),
    Object(Vec<(String, Json)>),
}

/// The value of `example`, and where it is.
pub struct Example {
    pub json: Json,
    pub span: Span,
}

/// `example = literal`, or an array or object of them.
impl Value for Example {
    fn read(entry: &Entry) -> syn::Result<Self> {
        if !entry.has_value() {
            return Err(syn::Error::new(entry.key.span(), format!("expected `{}`", entry.example)));
        }
        entry.input.parse::<Token![=]>()?;
        let span = if entry.input.is_empty() { entry.key.span() } else { entry.input.span() };
        if entry.input.cursor().ident().is_some_and(|(word, _)| word == "null") {
            return Err(syn::Error::new(span, "expected an example, found `null`, which replies omit"));
        }
        Ok(Self { json: Json::value(entry.input)?, span })
    }
}

impl Json {
    /// Reads a string, a number, `true` or `false`.
    ///
    /// # Errors
    ///
    /// What is wrong with a literal that JSON does not have, or with what is not a literal.
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

    /// Reads a value of any kind.
    fn value(input: ParseStream) -> syn::Result<Self> {
        if input.peek(token::Bracket) {
            let content;
            bracketed!(content in input);
            return list(&content, Self::value).map(Self::Array);
        }
        if input.peek(token::Brace) {
            let content;
            braced!(content in input);
            return list(&content, member).map(Self::Object);
        }
        if input.cursor().ident().is_some_and(|(word, _)| word == "null") {
            input.parse::<Ident>()?;
            return Ok(Self::Null);
        }
        Self::scalar(input)
    }

    /// What a diagnostic calls it.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Bool(_) => "a boolean",
            Self::Integer(_) => "an integer",
            Self::Float(_) => "a number",
            Self::Str(_) => "a string",
            Self::Null => "`null`",
            Self::Array(_) => "an array",
            Self::Object(_) => "an object",
        }
    }

    /// The value as JSON text, without control characters.
    pub fn text(&self) -> String {
        match self {
            Self::Bool(value) => value.to_string(),
            Self::Integer(number) => number.to_string(),
            // The shortest digits that are this number.
            Self::Float(number) => format!("{number:?}"),
            Self::Str(text) => string(text),
            Self::Null => "null".to_owned(),
            Self::Array(items) => {
                let items: Vec<_> = items.iter().map(Self::text).collect();
                format!("[{}]", items.join(","))
            }
            Self::Object(members) => {
                let member = |(name, value): &(String, Self)| format!("{}:{}", string(name), value.text());
                let members: Vec<_> = members.iter().map(member).collect();
                format!("{{{}}}", members.join(","))
            }
        }
    }
}

const EXPECTED: &str = "expected a string, a 64-bit number without suffix, `true` or `false`";

/// Items with commas between them.
fn list<T>(content: ParseStream, item: impl Fn(ParseStream) -> syn::Result<T>) -> syn::Result<Vec<T>> {
    let mut items = Vec::new();
    let mut result = Ok(());
    while !content.is_empty() && result.is_ok() {
        result = item(content).map(|item| items.push(item));
        if result.is_ok() && !content.is_empty() {
            let span = content.span();
            let comma = content.parse::<Token![,]>().map(drop);
            result = comma.map_err(|_| syn::Error::new(span, "expected a comma before this"));
        }
    }
    // What is left unread would be a second error.
    let _ = content.parse::<TokenStream>();
    result.map(|()| items)
}

/// `"name": value`
fn member(input: ParseStream) -> syn::Result<(String, Json)> {
    let span = input.span();
    let refused = |_| syn::Error::new(span, "expected a member, such as `\"field\": \"name\"`");
    let name: LitStr = input.parse().map_err(refused)?;
    input.parse::<Token![:]>().map_err(refused)?;
    Ok((name.value(), Json::value(input)?))
}

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
