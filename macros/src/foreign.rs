//! What the attributes of other derives say: which field is the source, and what `Display` shows.
//!
//! A macro cannot see which derives stand beside it, but the attributes of thiserror, snafu, `derive_more` and miette, and the
//! doc comments that displaydoc reads. Their owners report invalid syntax, so it is skipped here.

use std::cell::OnceCell;

use proc_macro2::{Spacing, Span, TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::parse::ParseStream;
use syn::spanned::Spanned as _;
use syn::{Attribute, DeriveInput, LitStr, Meta, Token, Type};

use crate::doc::{Docs, metas};
use crate::model::Field;

/// What `Display` of another derive shows.
pub enum Display {
    /// The `Display` of the only field, and the attribute that says so.
    Forwarded(Span),
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
        if let Some(display) =
            attrs.iter().find_map(display).or_else(|| self.on_enum().iter().find_map(display))
        {
            return Some(display);
        }
        if let (true, Some(only), 1) = (self.seen().derive_more, fields.members().next(), fields.len()) {
            // Without an attribute, `derive_more` forwards to the only field.
            let template = format!("{{{}}}", only.to_token_stream());
            return Some(Display::Format(LitStr::new(&template, fields.span()), TokenStream::new()));
        }
        (!self.seen().any).then(|| Display::Doc(Docs::quiet(attrs).text))
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

/// `"…", arguments`, `fmt = "…", arguments` or `transparent`
fn format(input: ParseStream) -> syn::Result<Option<Display>> {
    if input.peek(syn::Ident) {
        let word: syn::Ident = input.parse()?;
        if word == "transparent" {
            return Ok(Some(Display::Forwarded(word.span())));
        }
        if !input.peek(Token![=]) {
            return rest(input);
        }
        input.parse::<Token![=]>()?;
    }
    if !input.peek(LitStr) {
        return rest(input);
    }
    let template = input.parse()?;
    Ok(Some(Display::Format(template, input.parse()?)))
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

/// The fields that a `Display` shows.
pub fn shown<'f, 'a>(display: &Display, fields: &'f [Field<'a>]) -> Vec<&'f Field<'a>> {
    let (text, arguments) = match display {
        Display::Forwarded(_) => return fields.iter().take(1).collect(),
        Display::Format(template, arguments) => (template.value(), Some(arguments)),
        Display::Doc(text) => (text.split("\n\n").next().unwrap_or_default().to_owned(), None),
    };
    let mut names = names(&text);
    if let Some(arguments) = arguments {
        // The positions in the text are those of the arguments, unless there are none.
        if has_positional(arguments) {
            names.retain(|name| !name.starts_with(|c: char| c.is_ascii_digit()));
        }
        push_names(&mut names, arguments.clone());
    }
    let is_shown = |field: &&Field| {
        let name = field.name();
        let is_name = |shown: &String| *shown == name || shown.strip_prefix('_') == Some(&name);
        names.iter().any(|shown| is_name(shown) || shown == "self")
    };
    fields.iter().filter(is_shown).collect()
}

/// The names in a format string: of `{name:width$}`, both.
fn names(text: &str) -> Vec<String> {
    let text = text.replace("{{", "").replace("}}", "");
    let inside = text.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0));
    let mut names = Vec::new();
    for placeholder in inside {
        let (name, spec) = placeholder.split_once(':').unwrap_or((placeholder, ""));
        names.push(name.trim().trim_start_matches("r#").to_owned());
        let counts = spec.split('$').rev().skip(1);
        let is_name = |c: char| c.is_alphanumeric() || c == '_';
        names.extend(counts.map(|count| count.rsplit(|c| !is_name(c)).next().unwrap_or_default().to_owned()));
    }
    names
}

/// Whether a token is this mark alone: not the start of `==` or `..`.
fn is_mark(token: Option<&TokenTree>, mark: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == mark && punct.spacing() == Spacing::Alone)
}

/// Whether there is an argument without a name.
fn has_positional(arguments: &TokenStream) -> bool {
    let mut named = false;
    let mut empty = true;
    let mut tokens = arguments.clone().into_iter().peekable();
    let mut positional = false;
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Punct(punct) if punct.as_char() == ',' => {
                positional |= !empty && !named;
                (named, empty) = (false, true);
            }
            TokenTree::Ident(_) if empty => {
                named = is_mark(tokens.peek(), '=');
                empty = false;
            }
            _ => empty = false,
        }
    }
    positional || !empty && !named
}

/// The names and the positions (`.0`) in the arguments, but for the names of arguments.
fn push_names(names: &mut Vec<String>, tokens: TokenStream) {
    let mut tokens = tokens.into_iter().peekable();
    let mut after_dot = false;
    while let Some(token) = tokens.next() {
        let dot = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == '.');
        match token {
            TokenTree::Ident(ident) => {
                let next = tokens.peek();
                // `name = value`, and `self.field`, which is not the whole error.
                if !(is_mark(next, '=') || ident == "self" && is_mark(next, '.')) {
                    names.push(ident.to_string().trim_start_matches("r#").to_owned());
                }
            }
            TokenTree::Literal(position) if after_dot => {
                names.extend(position.to_string().split('.').next().map(str::to_owned));
            }
            TokenTree::Group(group) => push_names(names, group.stream()),
            // `format!("{source}")`
            TokenTree::Literal(literal) => names.extend(self::names(&literal.to_string())),
            TokenTree::Punct(_) => {}
        }
        after_dot = dot;
    }
}
