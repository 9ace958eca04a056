//! What the attributes of other derives say: which field is the source, and what `Display` shows.
//!
//! A macro cannot see which derives stand beside it, but the attributes of thiserror, snafu, `derive_more` and miette, and the
//! doc comments that displaydoc reads. Their owners report invalid syntax, so it is skipped here.

mod shown;

pub use self::shown::shown;

use std::cell::OnceCell;

use proc_macro2::{Punct, Spacing, Span, TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::parse::ParseStream;
use syn::spanned::Spanned as _;
use syn::{Attribute, DeriveInput, LitStr, Meta, Token, Type};

use self::shown::names;
use crate::doc::{Docs, metas};
use crate::generics::mentions;

/// What `Display` of another derive shows.
pub enum Display {
    /// The `Display` of the only field, and the attribute that says so.
    Forwarded(Span),
    /// Whatever a function shows that is given all fields: `fmt = path` of thiserror.
    Function(Span),
    /// A format string with its arguments.
    Format(LitStr, TokenStream),
    /// A doc comment, if a derive reads it at all.
    Doc(String),
}

/// The derives beside this one, as far as attributes show them. A type with `display` never asks.
pub struct Beside<'a> {
    input: &'a DeriveInput,
    seen: OnceCell<Seen>,
}

#[derive(Clone, Copy)]
struct Seen {
    /// `derive_more` implements `Display`.
    derive_more: bool,
    /// Any derive that is known here implements `Display`.
    any: bool,
}

impl<'a> Beside<'a> {
    pub fn of(input: &'a DeriveInput) -> Self {
        Self { input, seen: OnceCell::new() }
    }

    fn seen(&self) -> Seen {
        *self.seen.get_or_init(|| {
            let variants = match &self.input.data {
                syn::Data::Enum(data) => data.variants.iter().flat_map(|variant| &variant.attrs).collect(),
                syn::Data::Struct(_) | syn::Data::Union(_) => Vec::new(),
            };
            let attrs = || self.input.attrs.iter().chain(variants.iter().copied());
            let derive_more = attrs().any(|attr| attr.path().is_ident("display"));
            let others = |attr: &Attribute| attr.path().is_ident("error") || attr.path().is_ident("snafu");
            Seen { derive_more, any: derive_more || attrs().any(others) }
        })
    }

    /// The attributes of an enum; those of a struct are those of its variant.
    fn on_enum(&self) -> &'a [Attribute] {
        match self.input.data {
            syn::Data::Enum(_) => &self.input.attrs,
            syn::Data::Struct(_) | syn::Data::Union(_) => &[],
        }
    }

    /// What `Display` of a variant with these attributes shows, as far as they say.
    pub fn display(&self, attrs: &[Attribute], fields: &syn::Fields) -> Option<Display> {
        let own = attrs.iter().find_map(display).or_else(|| self.opaque(fields));
        match self.on_enum().iter().find_map(display) {
            Some(Display::Format(shared, arguments)) if has_variant(&shared, &arguments) => {
                Some(within(&shared, arguments, own.or_else(|| self.forwarded(fields))))
            }
            Some(shared) => Some(own.unwrap_or(shared)),
            None => own.or_else(|| self.forwarded(fields)).or_else(|| {
                // Without any attribute, it may be displaydoc.
                (!self.seen().any).then(|| Display::Doc(Docs::quiet(attrs).text))
            }),
        }
    }

    /// A tuple struct of snafu shows its field.
    fn opaque(&self, fields: &syn::Fields) -> Option<Display> {
        let is_tuple = matches!((&self.input.data, fields), (syn::Data::Struct(_), syn::Fields::Unnamed(_)));
        let attr = self.input.attrs.iter().find(|attr| is_tuple && attr.path().is_ident("snafu"))?;
        Some(Display::Forwarded(attr.path().span()))
    }

    /// Without an attribute, `derive_more` forwards to the only field.
    fn forwarded(&self, fields: &syn::Fields) -> Option<Display> {
        let only = fields.members().next().filter(|_| fields.len() == 1 && self.seen().derive_more)?;
        let template = format!("{{{}}}", only.to_token_stream());
        Some(Display::Format(LitStr::new(&template, fields.span()), TokenStream::new()))
    }

    /// Whether another derive makes this field the source, as far as one can see.
    pub fn is_source(&self, field: &syn::Field, is_only: bool) -> Option<bool> {
        let declared = field.attrs.iter().find_map(source);
        // `derive_more` takes the only field of a tuple.
        let implied = is_only && self.seen().derive_more && field.ident.is_none() && is_error_type(&field.ty);
        declared.or(implied.then_some(true))
    }
}

fn display(attr: &Attribute) -> Option<Display> {
    let Meta::List(list) = &attr.meta else { return None };
    let parse = match attr.path().get_ident()?.to_string().as_str() {
        "error" | "display" | "displaydoc" => format,
        "snafu" => snafu,
        _ => return None,
    };
    list.parse_args_with(parse).ok().flatten()
}

/// What stands for the text of a variant in one for the whole enum, of `derive_more`.
const VARIANT: &str = "_variant";

fn has_variant(shared: &LitStr, arguments: &TokenStream) -> bool {
    names(&shared.value()).iter().any(|name| name == VARIANT)
        || mentions(arguments.clone(), &|name: &syn::Ident| name == VARIANT)
}

/// The text of a variant in that of its enum.
fn within(shared: &LitStr, arguments: TokenStream, own: Option<Display>) -> Display {
    let Some(Display::Format(own, of_own)) = own else {
        return Display::Format(shared.clone(), arguments);
    };
    let (text, inner) = (shared.value(), own.value());
    let named = text.replace(&format!("{{{VARIANT}}}"), &inner);
    // It may also be an argument, which then has no value of its own.
    let text = if named == text { text.replacen("{}", &inner, 1) } else { named };
    let is_value = |token: &TokenTree| !matches!(token, TokenTree::Ident(name) if name == VARIANT);
    let comma = TokenTree::from(Punct::new(',', Spacing::Alone));
    let arguments = arguments.into_iter().filter(is_value).chain([comma]).chain(of_own).collect();
    Display::Format(LitStr::new(&text, own.span()), arguments)
}

/// `"…", arguments`, `fmt = "…", arguments`, `fmt = path` or `transparent`
fn format(input: ParseStream) -> syn::Result<Option<Display>> {
    let has_name = input.peek(syn::Ident);
    if has_name {
        let word: syn::Ident = input.parse()?;
        if word == "transparent" {
            return Ok(Some(Display::Forwarded(word.span())));
        }
        if !input.peek(Token![=]) {
            return rest(input);
        }
        input.parse::<Token![=]>()?;
        if word == "fmt" && !input.peek(LitStr) {
            let place = input.span();
            rest(input)?;
            return Ok(Some(Display::Function(place)));
        }
    }
    if !input.peek(LitStr) {
        return rest(input);
    }
    let template = input.parse()?;
    let arguments: TokenStream = input.parse()?;
    let arguments = if has_name { arguments.into_iter().map(unquoted).collect() } else { arguments };
    Ok(Some(Display::Format(template, arguments)))
}

/// An argument of `fmt = "…"` is an expression in a string, as `derive_more` had it.
fn unquoted(token: TokenTree) -> TokenStream {
    let text = syn::parse2::<LitStr>(token.to_token_stream());
    text.ok().and_then(|text| text.value().parse().ok()).unwrap_or_else(|| token.into())
}

/// `display("…", arguments)` or `transparent`, among others
fn snafu(input: ParseStream) -> syn::Result<Option<Display>> {
    while !input.is_empty() {
        let word: syn::Ident = input.parse()?;
        if word == "transparent" && (input.is_empty() || input.peek(Token![,])) {
            rest(input)?;
            return Ok(Some(Display::Forwarded(word.span())));
        }
        if word == "display" && input.peek(syn::token::Paren) {
            let content;
            syn::parenthesized!(content in input);
            let display = format(&content)?;
            rest(input)?;
            return Ok(display);
        }
        while !input.is_empty() && !input.peek(Token![,]) {
            input.parse::<TokenTree>()?;
        }
        input.parse::<Option<Token![,]>>()?;
    }
    Ok(None)
}

/// Nothing is known of what is left. A parser reads its whole input.
fn rest(input: ParseStream) -> syn::Result<Option<Display>> {
    input.parse::<TokenStream>()?;
    Ok(None)
}

/// Whether an attribute makes its field a source, if it says so.
fn source(attr: &Attribute) -> Option<bool> {
    match attr.path().get_ident()?.to_string().as_str() {
        "source" | "from" | "diagnostic_source" => Some(true),
        "snafu" => listed_source(attr),
        // `#[error(source)]`, `#[error(not(source))]` or `#[error(ignore)]` of `derive_more`.
        "error" => {
            let Meta::List(list) = &attr.meta else { return None };
            match list.tokens.to_string().replace(' ', "").as_str() {
                "source" | "source(optional)" => Some(true),
                "not(source)" | "ignore" => Some(false),
                _ => None,
            }
        }
        _ => None,
    }
}

/// `source` or `source(from(…))`, and `source(false)`.
fn listed_source(attr: &Attribute) -> Option<bool> {
    let Meta::List(list) = &attr.meta else { return None };
    metas(list).iter().find(|meta| meta.path().is_ident("source")).map(|meta| match meta {
        Meta::List(source) => source.tokens.to_string() != "false",
        _ => true,
    })
}

/// Whether the name of a type says that it is an error.
fn is_error_type(ty: &Type) -> bool {
    ty.to_token_stream().to_string().split(|c: char| !c.is_alphanumeric()).any(|name| name.ends_with("Error"))
}
