//! The values of `detail`: constants of a variant, and what a field says about its detail.

use proc_macro2::{Ident, TokenStream, TokenTree};
use syn::ext::IdentExt as _;
use syn::parse::ParseStream;
use syn::{Lit, LitStr, Token};

use crate::entry::{Collect, Entry, Value};
use crate::json::Json;

/// The value of `detail` on a field, if there is one.
pub struct DetailName(pub Option<LitStr>);

/// `detail` or `detail = "name"`.
impl Value for DetailName {
    fn read(entry: &Entry) -> syn::Result<Self> {
        let refused = |span| syn::Error::new(span, "expected `detail` or `detail = \"name\"`");
        if entry.input.peek(syn::token::Paren) {
            return Err(refused(entry.input.span()));
        }
        if !entry.has_value() {
            return Ok(Self(None));
        }
        let name = entry.value(|input| input.parse().ok());
        name.map(|name| Self(Some(name))).map_err(|error| refused(error.span()))
    }
}

/// `"name" = literal` inside `detail(…)` on a variant.
pub struct Constant {
    pub key: Ident,
    pub name: LitStr,
    pub value: Json,
}

/// `detail("name" = literal, …)`. All mistakes are reported, as one error of several parts.
impl Collect for Vec<Constant> {
    fn collect(&mut self, entry: Entry) -> syn::Result<()> {
        let content;
        if entry.input.peek(syn::token::Paren) {
            syn::parenthesized!(content in entry.input);
            if !content.is_empty() {
                return constants(&entry, &content, self);
            }
        }
        let message = format!("expected `{}`; a field takes `detail` alone", entry.example);
        Err(syn::Error::new(entry.key.span(), message))
    }

    fn push_keys<'k>(&'k self, keys: &mut Vec<&'k Ident>) {
        keys.extend(self.first().map(|constant| &constant.key));
    }
}

fn constants(entry: &Entry, content: ParseStream, all: &mut Vec<Constant>) -> syn::Result<()> {
    let mut mistakes: Option<syn::Error> = None;
    while !content.is_empty() {
        match constant(entry, content) {
            Ok(constant) => all.push(constant),
            Err(error) => match &mut mistakes {
                Some(mistakes) => mistakes.combine(error),
                None => mistakes = Some(error),
            },
        }
        while !content.is_empty() && !content.peek(Token![,]) {
            // A token tree can always be read where the input is not empty.
            let _ = content.parse::<TokenTree>();
        }
        content.parse::<Option<Token![,]>>()?;
    }
    mistakes.map_or(Ok(()), Err)
}

fn constant(entry: &Entry, input: ParseStream) -> syn::Result<Constant> {
    let span = input.span();
    let refused = |span| syn::Error::new(span, format!("expected `{}`", entry.example));
    if let Some((word, _)) = input.cursor().ident().filter(|_| !input.peek(Lit)) {
        let message = format!("expected a name in quotes: `detail(\"{}\" = …)`", word.unraw());
        return Err(syn::Error::new(span, message));
    }
    let name: LitStr = input.parse().map_err(|_| refused(span))?;
    if !input.peek(Token![=]) {
        let message = format!("expected a value: `detail(\"{}\" = …)`", name.value());
        return Err(syn::Error::new(span, message));
    }
    input.parse::<Token![=]>()?;
    if input.is_empty() || input.peek(Token![,]) {
        return Err(refused(span));
    }
    let value = Json::scalar(input)?;
    if !input.is_empty() && !input.peek(Token![,]) {
        let rest: TokenStream = input.cursor().token_stream();
        let rest = rest.into_iter().take_while(|token| token.to_string() != ",").collect::<TokenStream>();
        return Err(syn::Error::new_spanned(rest, "expected a comma between two details"));
    }
    Ok(Constant { key: entry.key.clone(), name, value })
}
