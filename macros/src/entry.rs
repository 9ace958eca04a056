//! One entry of an `#[api(…)]`: its value is parsed in the form of its key, or rejected with an example.

mod constant;

use proc_macro2::{Ident, Span, TokenStream};
use syn::parse::{Parse as _, ParseBuffer, ParseStream, Parser as _};
use syn::{ExprPath, LitBool, LitInt, LitStr, Token, Type};

pub use self::constant::refuse_self;
use crate::case::{CASES, Case};
use crate::key;
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
    Path(ExprPath),
}

/// The value of `number`.
pub enum Number {
    Value(i64),
    /// Only the compiler knows its value.
    Path(ExprPath),
}

/// The value of `message`: a format string, and what its parentheses have after it.
pub struct Format {
    pub literal: LitStr,
    pub arguments: Option<TokenStream>,
}

/// The value of `also`: statuses, which `check` reads.
pub struct Statuses(pub Vec<LitInt>);

/// The value of `from` on a variant.
pub enum FromTypes {
    /// `from`: the type of the field.
    Field,
    /// `from(rusqlite::Error)`: what the field is made from.
    Listed(Vec<Type>),
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
            return Err(syn::Error::new(entry.key.span(), message + ": remove one"));
        }
        *self = Some(Given { key: entry.key, value });
        Ok(())
    }

    fn push_keys<'k>(&'k self, keys: &mut Vec<&'k Ident>) {
        keys.extend(self.iter().map(|given| &given.key));
    }
}

/// A value of one form.
pub trait Value: Sized {
    fn read(entry: &Entry) -> syn::Result<Self>;
}

impl Entry<'_> {
    pub fn error_at(&self, span: Span) -> syn::Error {
        syn::Error::new(span, format!("expected `{}`", self.example))
    }

    /// What is in the parentheses after the key.
    pub fn parenthesized(&self) -> syn::Result<ParseBuffer<'_>> {
        if !self.input.peek(syn::token::Paren) {
            return Err(self.error_at(self.key.span()));
        }
        let content;
        syn::parenthesized!(content in self.input);
        Ok(content)
    }

    /// The same if there is anything.
    pub fn list(&self) -> syn::Result<ParseBuffer<'_>> {
        let content = self.parenthesized()?;
        if content.is_empty() { Err(self.error_at(self.key.span())) } else { Ok(content) }
    }

    pub fn has_value(&self) -> bool {
        self.input.peek(Token![=])
    }

    /// `= value`
    pub fn value<T>(&self, parse: impl FnOnce(ParseStream) -> Option<T>) -> syn::Result<T> {
        self.value_of("", |input| Ok(parse(input)))
    }

    /// `= value` of this form.
    pub fn value_of<T>(
        &self,
        form: &str,
        parse: impl FnOnce(ParseStream) -> syn::Result<Option<T>>,
    ) -> syn::Result<T> {
        if !self.has_value() {
            return Err(self.error_at(self.key.span()));
        }
        self.input.parse::<Token![=]>()?;
        let span = if self.input.is_empty() { self.key.span() } else { self.input.span() };
        self.form(self.input, span, form, parse)
    }

    /// What `parse` reads. An expression of another form is named in the error.
    pub fn form<T>(
        &self,
        input: ParseStream,
        span: Span,
        form: &str,
        parse: impl FnOnce(ParseStream) -> syn::Result<Option<T>>,
    ) -> syn::Result<T> {
        let start = input.cursor();
        let value = parse(input)?;
        let is_whole = value.is_some() && (input.is_empty() || input.peek(Token![,]));
        if !is_whole && !form.is_empty() {
            // Where a path is read, it is not the path that is wrong.
            let expression = |input: ParseStream| {
                let found = text::expression(input);
                input.parse::<TokenStream>().map(|_| found)
            };
            let found = expression.parse2(start.token_stream()).ok().flatten();
            let found = found.filter(|(_, kind)| value.is_none() || *kind != "a path");
            if let Some((found, kind)) = found {
                let message = format!("expected {form}, found {kind}: `{}`", self.example);
                return Err(syn::Error::new_spanned(found, message));
            }
        }
        value.ok_or_else(|| self.error_at(span))
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
        let is_list = entry.input.peek(syn::token::Paren);
        let message = if (is_list || entry.name == "status") && key::belongs_on_a_variant(entry.name) {
            format!("`{}` takes no value here: write this on the variant", entry.name)
        } else {
            format!("`{}` takes no value: remove this", entry.name)
        };
        Err(syn::Error::new_spanned(value, message))
    }
}

pub const LITERAL: &str = "a string literal";
pub const TEXT: &str = "a string literal or the path of a constant";

impl Value for LitStr {
    fn read(entry: &Entry) -> syn::Result<Self> {
        entry.value_of(LITERAL, text::literal)
    }
}

/// A text that a constant may give.
impl Value for Text {
    fn read(entry: &Entry) -> syn::Result<Self> {
        entry.value_of(TEXT, text::parse)
    }
}

/// `message = "…"` or `message("…", arguments)`.
impl Value for Format {
    fn read(entry: &Entry) -> syn::Result<Self> {
        if !entry.input.peek(syn::token::Paren) {
            let literal = LitStr::read(entry)?;
            return match text::arguments_outside(entry.input, &literal) {
                Some(error) => Err(error),
                None => Ok(Self { literal, arguments: None }),
            };
        }
        let content = entry.parenthesized()?;
        let span = if content.is_empty() { entry.key.span() } else { content.span() };
        let literal = text::literal(&content)?;
        let comma = if content.is_empty() { Ok(()) } else { content.parse::<Token![,]>().map(drop) };
        let arguments = content.parse()?;
        match (literal, comma) {
            (Some(literal), Ok(())) => Ok(Self { literal, arguments: Some(arguments) }),
            _ => Err(syn::Error::new(
                span,
                "expected a string literal, then its arguments: `message(\"…\", value)`",
            )),
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

/// `also(413, 422)`.
impl Value for Statuses {
    fn read(entry: &Entry) -> syn::Result<Self> {
        let content = entry.parenthesized()?;
        let span = if content.is_empty() { entry.key.span() } else { content.span() };
        let statuses = content.parse_terminated(LitInt::parse, Token![,]);
        // What is left unread would be a second error.
        let _ = content.parse::<TokenStream>();
        match statuses {
            Ok(statuses) if !statuses.is_empty() => Ok(Self(statuses.into_iter().collect())),
            Ok(_) => Err(entry.error_at(span)),
            Err(error) => Err(entry.error_at(error.span())),
        }
    }
}

/// `from` or `from(rusqlite::Error, …)`.
impl Value for FromTypes {
    fn read(entry: &Entry) -> syn::Result<Self> {
        if !entry.input.peek(syn::token::Paren) {
            return if entry.has_value() { entry.value(|_| None) } else { Ok(Self::Field) };
        }
        let content = entry.parenthesized()?;
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
