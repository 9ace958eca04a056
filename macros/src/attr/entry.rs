//! One entry of an `#[api(…)]`: its value read in the form that its key has, or refused in the words of the table.

use proc_macro2::{Ident, Span};
use syn::ext::IdentExt as _;
use syn::parse::ParseStream;
use syn::{Lit, LitBool, LitInt, LitStr, Path, Token};

use super::{Given, Pair, Slot, Status};
use crate::case::{CASES, Case};
use crate::key;

/// An entry whose key is known and whose value is still to be read.
pub struct Entry<'a> {
    pub row: &'static key::Row,
    pub key: Ident,
    pub input: ParseStream<'a>,
}

impl Entry<'_> {
    pub fn error_at(&self, span: Span) -> syn::Error {
        let name = self.row.name;
        syn::Error::new(span, format!("`{name}` is not written like that; {}", self.row.usage()))
    }

    /// `key = value`, with the value read by `parse` or refused in the words of the table.
    fn value<T>(&self, parse: impl FnOnce(ParseStream) -> Option<T>) -> syn::Result<T> {
        if !self.input.peek(Token![=]) {
            return Err(self.error_at(self.key.span()));
        }
        self.input.parse::<Token![=]>()?;
        let span = if self.input.is_empty() { self.key.span() } else { self.input.span() };
        parse(self.input).ok_or_else(|| self.error_at(span))
    }

    fn put<T>(self, slot: &mut Slot<T>, value: T) -> syn::Result<()> {
        if slot.is_some() {
            let message = format!("`{}` is given twice: keep one", self.row.name);
            return Err(syn::Error::new(self.key.span(), message));
        }
        *slot = Some(Given { key: self.key, value });
        Ok(())
    }

    pub fn flag(self, slot: &mut Slot<()>) -> syn::Result<()> {
        if self.input.peek(Token![=]) || self.input.peek(syn::token::Paren) {
            return Err(self.error_at(self.input.span()));
        }
        self.put(slot, ())
    }

    pub fn string(self, slot: &mut Slot<LitStr>) -> syn::Result<()> {
        let text = self.value(|input| input.parse().ok())?;
        self.put(slot, text)
    }

    pub fn path(self, slot: &mut Slot<Path>) -> syn::Result<()> {
        let path = self.value(|input| input.call(Path::parse_mod_style).ok())?;
        self.put(slot, path)
    }

    pub fn status(self, slot: &mut Slot<Status>) -> syn::Result<()> {
        let status = self.value(|input| {
            if input.peek(Lit) {
                input.parse().ok().map(Status::Number)
            } else {
                input.call(Path::parse_mod_style).ok().map(Status::Path)
            }
        })?;
        self.put(slot, status)
    }

    pub fn number(self, slot: &mut Slot<i64>) -> syn::Result<()> {
        let number = self.value(|input| {
            let minus = input.parse::<Option<Token![-]>>().ok()?;
            let digits = input.parse::<LitInt>().ok()?;
            let sign = if minus.is_some() { "-" } else { "" };
            format!("{sign}{}", digits.base10_digits()).parse().ok()
        })?;
        self.put(slot, number)
    }

    pub fn bool(self, slot: &mut Slot<bool>) -> syn::Result<()> {
        let value = if self.input.peek(Token![=]) {
            self.value(|input| Some(input.parse::<LitBool>().ok()?.value))?
        } else {
            true
        };
        self.put(slot, value)
    }

    /// `detail` or `detail = "name"`.
    pub fn named(self, slot: &mut Slot<Option<LitStr>>) -> syn::Result<()> {
        let name =
            if self.input.peek(Token![=]) { Some(self.value(|input| input.parse().ok())?) } else { None };
        self.put(slot, name)
    }

    pub fn case(self, slot: &mut Slot<Case>) -> syn::Result<()> {
        let name: LitStr = self.value(|input| input.parse().ok())?;
        let text = name.value();
        let Some((_, case)) = CASES.iter().find(|(known, _)| *known == text) else {
            let known: Vec<_> = CASES.iter().map(|(known, _)| format!("`{known}`")).collect();
            let message = format!("unknown rule `{text}`: write one of {}", known.join(", "));
            return Err(syn::Error::new(name.span(), message));
        };
        self.put(slot, *case)
    }

    /// `key(name = "value", …)`; a name is a word or a string.
    pub fn pairs(self, all: &mut Vec<Pair>) -> syn::Result<()> {
        if !self.input.peek(syn::token::Paren) {
            return Err(self.error_at(self.key.span()));
        }
        let content;
        syn::parenthesized!(content in self.input);
        if content.is_empty() {
            return Err(self.error_at(self.key.span()));
        }
        while !content.is_empty() {
            let pair = pair(&content).ok_or_else(|| self.error_at(content.span()))?;
            let (name, here) = (pair.name.value(), pair.name.span());
            if all.iter().any(|other| other.name.value().eq_ignore_ascii_case(&name)) {
                return Err(syn::Error::new(here, format!("`{name}` is given twice: keep one")));
            }
            all.push(pair);
            if !content.is_empty() {
                content.parse::<Token![,]>()?;
            }
        }
        Ok(())
    }
}

fn pair(input: ParseStream) -> Option<Pair> {
    let name = if input.peek(Lit) {
        input.parse::<LitStr>().ok()?
    } else {
        let word = Ident::parse_any(input).ok()?;
        LitStr::new(&word.unraw().to_string(), word.span())
    };
    input.parse::<Token![=]>().ok()?;
    let value = input.parse::<LitStr>().ok()?;
    Some(Pair { name, value })
}
