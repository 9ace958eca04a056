//! One entry of an `#[api(…)]`: its value is parsed in the form of its key, or rejected with an example.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::ext::IdentExt as _;
use syn::parse::{Parse as _, ParseStream};
use syn::{Lit, LitBool, LitInt, LitStr, Path, Token, Type};

use crate::case::{CASES, Case};
use crate::nearest::nearest;
use crate::text::{self, Text};

/// An entry whose key is known and whose value has not been read.
pub struct Entry<'a> {
    pub key: Ident,
    pub name: &'static str,
    pub example: &'static str,
    pub input: ParseStream<'a>,
}

/// A key that was written, and its value.
#[derive(Clone)]
pub struct Given<T> {
    pub key: Ident,
    pub value: T,
}

pub type Slot<T> = Option<Given<T>>;

/// A status as written: a number, or a path that only the compiler can follow.
#[derive(Clone)]
pub enum Status {
    /// A minus is parsed so that it can be reported.
    Number(Option<Token![-]>, LitInt),
    Path(Path),
}

/// The value of `number`.
pub enum Number {
    Value(i64),
    /// Only the compiler knows its value.
    Path(Path),
}

/// The value of `message`: a format string, and what its parentheses have after it.
pub struct Format {
    pub literal: LitStr,
    pub arguments: Option<TokenStream>,
}

/// The value of `from` on a variant.
pub enum FromTypes {
    /// `from`: the type of the field.
    Field,
    /// `from(rusqlite::Error)`: what the field is made from.
    Listed(Vec<Type>),
}

/// `name = "value"` inside `meta(…)` or `header(…)`.
pub struct Pair {
    pub key: Ident,
    pub name: LitStr,
    pub value: Text,
}

/// Where entries of one key are collected.
pub trait Collect {
    fn collect(&mut self, entry: Entry) -> syn::Result<()>;

    /// Adds the keys that were written.
    fn push_keys<'k>(&'k self, keys: &mut Vec<&'k Ident>);
}

/// A key that may be written once.
impl<T: Value> Collect for Slot<T> {
    fn collect(&mut self, entry: Entry) -> syn::Result<()> {
        let value = T::read(&entry)?;
        if self.is_some() {
            let message = format!("duplicate key `{}`", entry.name);
            return Err(syn::Error::new(entry.key.span(), message));
        }
        *self = Some(Given { key: entry.key, value });
        Ok(())
    }

    fn push_keys<'k>(&'k self, keys: &mut Vec<&'k Ident>) {
        keys.extend(self.iter().map(|given| &given.key));
    }
}

/// A key that takes `(name = "value", …)`. A name is an identifier or a string.
impl Collect for Vec<Pair> {
    fn collect(&mut self, entry: Entry) -> syn::Result<()> {
        if !entry.input.peek(syn::token::Paren) {
            return Err(entry.error_at(entry.key.span()));
        }
        let content;
        syn::parenthesized!(content in entry.input);
        if content.is_empty() {
            return Err(entry.error_at(entry.key.span()));
        }
        let result = pairs(&entry, &content, self);
        if result.is_err() {
            // What is left unread would be a second error.
            let _ = content.parse::<TokenStream>();
        }
        result
    }

    fn push_keys<'k>(&'k self, keys: &mut Vec<&'k Ident>) {
        keys.extend(self.first().map(|pair| &pair.key));
    }
}

/// A value of one form.
pub trait Value: Sized {
    fn read(entry: &Entry) -> syn::Result<Self>;
}

impl Entry<'_> {
    fn error_at(&self, span: Span) -> syn::Error {
        syn::Error::new(span, format!("expected `{}`", self.example))
    }

    pub fn has_value(&self) -> bool {
        self.input.peek(Token![=])
    }

    /// `= value`
    pub fn value<T>(&self, parse: impl FnOnce(ParseStream) -> Option<T>) -> syn::Result<T> {
        if !self.has_value() {
            return Err(self.error_at(self.key.span()));
        }
        self.input.parse::<Token![=]>()?;
        let span = if self.input.is_empty() { self.key.span() } else { self.input.span() };
        parse(self.input).ok_or_else(|| self.error_at(span))
    }
}

/// A key alone.
impl Value for () {
    fn read(entry: &Entry) -> syn::Result<Self> {
        if !entry.has_value() && !entry.input.peek(syn::token::Paren) {
            return Ok(());
        }
        let rest: TokenStream = entry.input.cursor().token_stream();
        let value = rest.into_iter().take_while(|token| token.to_string() != ",").collect::<TokenStream>();
        Err(syn::Error::new_spanned(value, format!("`{}` takes no value: remove this", entry.name)))
    }
}

impl Value for LitStr {
    fn read(entry: &Entry) -> syn::Result<Self> {
        let text = Text::read(entry)?;
        text.into_literal(entry)
    }
}

/// A text that a constant may give.
impl Value for Text {
    fn read(entry: &Entry) -> syn::Result<Self> {
        let mut refused = None;
        let text = entry.value(|input| text::parse(input).map_err(|error| refused = Some(error)).ok());
        text.map_err(|expected| match refused {
            Some(error) if !error.to_string().starts_with("expected a string") => expected,
            Some(error) => error,
            None => expected,
        })
    }
}

impl Text {
    /// The literal, where a path is not enough: the macro must see the text.
    fn into_literal(self, entry: &Entry) -> syn::Result<LitStr> {
        match self {
            Self::Literal(literal) => Ok(literal),
            Self::Path(path) => {
                let message = format!("expected a string literal, found a path: `{}`", entry.example);
                Err(syn::Error::new_spanned(path, message))
            }
        }
    }
}

/// `message = "…"` or `message("…", arguments)`.
impl Value for Format {
    fn read(entry: &Entry) -> syn::Result<Self> {
        if !entry.input.peek(syn::token::Paren) {
            return Ok(Self { literal: LitStr::read(entry)?, arguments: None });
        }
        let content;
        syn::parenthesized!(content in entry.input);
        let span = if content.is_empty() { entry.key.span() } else { content.span() };
        let literal = content.parse::<LitStr>();
        let comma = if content.is_empty() { Ok(()) } else { content.parse::<Token![,]>().map(drop) };
        let arguments = content.parse()?;
        match (literal, comma) {
            (Ok(literal), Ok(())) => Ok(Self { literal, arguments: Some(arguments) }),
            _ => Err(syn::Error::new(
                span,
                "expected a string literal, then its arguments: `message(\"…\", value)`",
            )),
        }
    }
}

impl Value for Path {
    fn read(entry: &Entry) -> syn::Result<Self> {
        let path = entry.value(|input| input.call(Path::parse_mod_style).ok())?;
        refuse_self(&path)?;
        Ok(path)
    }
}

impl Value for Status {
    fn read(entry: &Entry) -> syn::Result<Self> {
        let status = entry.value(|input| {
            if input.peek(Lit) || input.peek(Token![-]) {
                let minus = input.parse::<Option<Token![-]>>().ok()?;
                Some(Self::Number(minus, input.parse().ok()?))
            } else {
                input.call(Path::parse_mod_style).ok().map(Self::Path)
            }
        })?;
        if let Self::Path(path) = &status {
            refuse_self(path)?;
        }
        Ok(status)
    }
}

impl Value for Number {
    fn read(entry: &Entry) -> syn::Result<Self> {
        if entry.has_value() && entry.input.peek2(Ident::peek_any) {
            let path = entry.value(|input| input.call(Path::parse_mod_style).ok())?;
            refuse_self(&path)?;
            return Ok(Self::Path(path));
        }
        let (minus, digits): (_, LitInt) = entry.value(|input| {
            let minus = input.parse::<Option<Token![-]>>().ok()?;
            Some((minus, input.parse().ok()?))
        })?;
        let sign = if minus.is_some() { "-" } else { "" };
        match format!("{sign}{}", digits.base10_digits()).parse() {
            Ok(number) if digits.suffix().is_empty() => Ok(Self::Value(number)),
            _ => {
                let tokens = quote!(#minus #digits);
                Err(syn::Error::new_spanned(tokens, "expected an `i64` without suffix: `number = -1003`"))
            }
        }
    }
}

/// `retryable`, `retryable = true` or `retryable = false`.
impl Value for bool {
    fn read(entry: &Entry) -> syn::Result<Self> {
        if entry.has_value() {
            let value = entry.value(|input| Some(input.parse::<LitBool>().ok()?.value));
            value.map_err(|error| syn::Error::new(error.span(), "expected `true` or `false`"))
        } else {
            Ok(true)
        }
    }
}

/// `from` or `from(rusqlite::Error, …)`.
impl Value for FromTypes {
    fn read(entry: &Entry) -> syn::Result<Self> {
        if !entry.input.peek(syn::token::Paren) {
            return if entry.has_value() { entry.value(|_| None) } else { Ok(Self::Field) };
        }
        let content;
        syn::parenthesized!(content in entry.input);
        let span = if content.is_empty() { entry.key.span() } else { content.span() };
        let types = content.parse_terminated(Type::parse, Token![,]);
        // What is left unread would be a second error.
        let _ = content.parse::<TokenStream>();
        match types {
            Ok(types) if !types.is_empty() => Ok(Self::Listed(types.into_iter().collect())),
            _ => Err(entry.error_at(span)),
        }
    }
}

impl Value for Case {
    fn read(entry: &Entry) -> syn::Result<Self> {
        let name = LitStr::read(entry)?;
        let text = name.value();
        match CASES.iter().find(|(known, _)| *known == text) {
            Some((_, case)) => Ok(*case),
            None => Err(syn::Error::new(name.span(), unknown_case(&text))),
        }
    }
}

fn unknown_case(name: &str) -> String {
    let known = || CASES.iter().map(|(known, _)| *known);
    match nearest(name, known()) {
        Some(meant) => format!("unknown rule `{name}`, did you mean `{meant}`?"),
        None => {
            let known: Vec<_> = known().map(|known| format!("`{known}`")).collect();
            format!("unknown rule `{name}`, expected one of {}", known.join(", "))
        }
    }
}

fn pairs(entry: &Entry, content: ParseStream, all: &mut Vec<Pair>) -> syn::Result<()> {
    while !content.is_empty() {
        let pair = pair(entry, content)?;
        let name = pair.name.value();
        // Several headers may have one name, which `check/header.rs` decides.
        if entry.name != "header" && all.iter().any(|other| other.name.value() == name) {
            return Err(syn::Error::new(pair.name.span(), format!("duplicate {} `{name}`", entry.name)));
        }
        all.push(pair);
        if !content.is_empty() && !content.peek(Token![,]) {
            return Err(content.error("expected a comma between two pairs"));
        }
        content.parse::<Option<Token![,]>>()?;
    }
    Ok(())
}

fn pair(entry: &Entry, input: ParseStream) -> syn::Result<Pair> {
    let span = input.span();
    let refused = |_| entry.error_at(span);
    let name = if input.peek(Lit) {
        input.parse::<LitStr>().map_err(refused)?
    } else {
        let word = Ident::parse_any(input).map_err(refused)?;
        LitStr::new(&word.unraw().to_string(), word.span())
    };
    input.parse::<Token![=]>().map_err(refused)?;
    let span = if input.is_empty() { span } else { input.span() };
    let mut value = text::parse(input).map_err(|error| match error.to_string() {
        text if text.starts_with("expected a string") => error,
        _ => entry.error_at(span),
    })?;
    if entry.name == "header" {
        value = Text::Literal(value.into_literal(entry)?);
    }
    Ok(Pair { key: entry.key.clone(), name, value })
}

/// `Self` has no meaning outside the generated impls, and a constant of a generic type could not be checked.
pub fn refuse_self(path: &Path) -> syn::Result<()> {
    match path.segments.first() {
        Some(first) if first.ident == "Self" => {
            Err(syn::Error::new_spanned(path, "expected the name of the type, found `Self`"))
        }
        _ => Ok(()),
    }
}
