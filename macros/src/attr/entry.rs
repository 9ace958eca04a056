//! One entry of an `#[api(…)]`: its value read in the form that its key has, or refused in the words of the table.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::ext::IdentExt as _;
use syn::parse::ParseStream;
use syn::{Lit, LitBool, LitInt, LitStr, Path, Token};

use super::{Given, Pair, Slot, Status};
use crate::case::{CASES, Case};
use crate::errors::twice;
use crate::key::{self, Key};

/// An entry whose key is known and whose value is still to be read.
pub struct Entry<'a> {
    pub row: &'static key::Row,
    pub key: Ident,
    pub input: ParseStream<'a>,
}

impl Entry<'_> {
    pub fn error_at(&self, span: Span) -> syn::Error {
        syn::Error::new(span, self.row.refusal())
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
        if let Some(first) = slot {
            let message = format!("`{}` is given twice: keep one", self.row.name);
            return Err(twice(self.key.span(), &message, first.key.span()));
        }
        *slot = Some(Given { key: self.key, value });
        Ok(())
    }

    pub fn flag(self, slot: &mut Slot<()>) -> syn::Result<()> {
        if self.input.peek(Token![=]) || self.input.peek(syn::token::Paren) {
            let rest: TokenStream = self.input.cursor().token_stream();
            let value =
                rest.into_iter().take_while(|token| token.to_string() != ",").collect::<TokenStream>();
            let message = format!("`{}` takes no value: remove this", self.row.name);
            return Err(syn::Error::new_spanned(value, message));
        }
        self.put(slot, ())
    }

    pub fn string(self, slot: &mut Slot<LitStr>) -> syn::Result<()> {
        let text = self.value(|input| input.parse().ok())?;
        self.put(slot, text)
    }

    pub fn path(self, slot: &mut Slot<Path>) -> syn::Result<()> {
        let path = self.value(|input| input.call(Path::parse_mod_style).ok())?;
        refuse_self(&path)?;
        self.put(slot, path)
    }

    pub fn status(self, slot: &mut Slot<Status>) -> syn::Result<()> {
        let status = self.value(|input| {
            if input.peek(Lit) || input.peek(Token![-]) {
                let minus = input.parse::<Option<Token![-]>>().ok()?;
                let number = input.parse().ok()?;
                Some(Status::Number(minus, number))
            } else {
                input.call(Path::parse_mod_style).ok().map(Status::Path)
            }
        })?;
        if let Status::Path(path) = &status {
            refuse_self(path)?;
        }
        self.put(slot, status)
    }

    pub fn number(self, slot: &mut Slot<i64>) -> syn::Result<()> {
        let (minus, digits): (_, LitInt) = self.value(|input| {
            let minus = input.parse::<Option<Token![-]>>().ok()?;
            Some((minus, input.parse().ok()?))
        })?;
        let sign = if minus.is_some() { "-" } else { "" };
        let number = format!("{sign}{}", digits.base10_digits()).parse();
        match number {
            Ok(number) if digits.suffix().is_empty() => self.put(slot, number),
            _ => {
                let message =
                    format!("`{sign}{digits}` is no number of 64 bits: write one such as `number = -1003`");
                Err(syn::Error::new_spanned(quote!(#minus #digits), message))
            }
        }
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
        let result = self.all_pairs(&content, all);
        if result.is_err() {
            // What is left unread would be a second error.
            let _ = content.parse::<TokenStream>();
        }
        result
    }

    fn all_pairs(&self, content: ParseStream, all: &mut Vec<Pair>) -> syn::Result<()> {
        while !content.is_empty() {
            let pair = self.pair(content)?;
            let name = pair.name.value();
            let is_same = |other: &str| match self.row.key {
                // RFC 9110 §5.1: names of headers are case-insensitive.
                Key::Header => other.eq_ignore_ascii_case(&name),
                _ => other == name,
            };
            if let Some(first) = all.iter().find(|other| is_same(&other.name.value())) {
                let message = format!("`{name}` is given twice: keep one");
                return Err(twice(pair.name.span(), &message, first.name.span()));
            }
            all.push(pair);
            if !content.is_empty() && !content.peek(Token![,]) {
                return Err(content.error("write a comma between two pairs"));
            }
            content.parse::<Option<Token![,]>>()?;
        }
        Ok(())
    }

    fn pair(&self, input: ParseStream) -> syn::Result<Pair> {
        let span = input.span();
        let refused = |_| self.error_at(span);
        let name = if input.peek(Lit) {
            input.parse::<LitStr>().map_err(refused)?
        } else {
            let word = Ident::parse_any(input).map_err(refused)?;
            LitStr::new(&word.unraw().to_string(), word.span())
        };
        input.parse::<Token![=]>().map_err(refused)?;
        let span = if input.is_empty() { span } else { input.span() };
        let value = input.parse::<LitStr>().map_err(|_| self.error_at(span))?;
        Ok(Pair { name, value })
    }
}

/// `Self` means nothing outside the generated impls, and a constant of a generic type could not be checked.
fn refuse_self(path: &Path) -> syn::Result<()> {
    match path.segments.first() {
        Some(first) if first.ident == "Self" => {
            Err(syn::Error::new_spanned(path, "`Self` is not known here: write the name of the type"))
        }
        _ => Ok(()),
    }
}
