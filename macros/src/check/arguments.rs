//! The arguments of a message: `message("{} fields are wrong, {max} at most", .fields.len(), max = 5)`.
//!
//! They are expressions, as in `format!`. A field is written with a dot before it, as in thiserror.

use proc_macro2::{Ident, Spacing, Span, TokenStream, TokenTree};
use quote::{ToTokens as _, quote_spanned};
use syn::ext::IdentExt as _;
use syn::parse::discouraged::Speculative as _;
use syn::parse::{ParseStream, Parser as _};
use syn::spanned::Spanned as _;
use syn::{AngleBracketedGenericArguments, Expr, Lit, Token};

use super::fields::Roles;
use crate::errors::Errors;
use crate::generics::mentions;
use crate::model::{Field, Value};
use crate::nearest::nearest;

/// The arguments of one message, and which of them it has used.
#[derive(Default)]
pub struct Arguments<'a> {
    all: Vec<Argument<'a>>,
    next: usize,
}

struct Argument<'a> {
    name: Option<String>,
    span: Span,
    value: TokenStream,
    fields: Vec<Field<'a>>,
    used: bool,
}

impl<'a> Arguments<'a> {
    /// `None` if they could not be read, which is reported.
    pub fn parse(errors: &Errors, tokens: TokenStream, roles: &Roles<'a>) -> Option<Self> {
        let mut all = Vec::new();
        let parse = |input: ParseStream| {
            while !input.is_empty() {
                all.push(Argument::parse(input, roles)?);
                input.parse::<Option<Token![,]>>()?;
            }
            Ok(())
        };
        match parse.parse2(bind_fields(errors, tokens, roles)) {
            Ok(()) => Some(Self { all, next: 0 }),
            Err(error) => {
                errors.push(error);
                None
            }
        }
    }

    pub fn has_positional(&self) -> bool {
        self.all.iter().any(|argument| argument.name.is_none())
    }

    /// The argument of the next `{}`.
    pub fn next(&mut self) -> Option<Value<'a>> {
        self.next += 1;
        self.at(self.next - 1)
    }

    /// The argument of `{0}`. Those with a name come last, and have a position as well.
    pub fn at(&mut self, position: usize) -> Option<Value<'a>> {
        self.all.get_mut(position).map(Argument::take)
    }

    /// The argument of `{name}`.
    pub fn named(&mut self, name: &str) -> Option<Value<'a>> {
        self.all.iter_mut().find(|argument| argument.name.as_deref() == Some(name)).map(Argument::take)
    }

    /// Where the arguments are that the message does not use.
    pub fn unused(&self) -> impl Iterator<Item = Span> {
        self.all.iter().filter(|argument| !argument.used).map(|argument| argument.span)
    }
}

impl<'a> Argument<'a> {
    /// `expression` or `name = expression`, in which fields are bound.
    fn parse(input: ParseStream, roles: &Roles<'a>) -> syn::Result<Self> {
        let name = if input.peek(syn::Ident::peek_any) && input.peek2(Token![=]) && !input.peek2(Token![==]) {
            let name = Ident::parse_any(input)?;
            input.parse::<Token![=]>()?;
            Some(name)
        } else {
            None
        };
        let value = expression(input)?;
        let span = name.as_ref().map_or(value.span(), Ident::span);
        if mentions(value.clone(), &|name: &Ident| name == "self") {
            let message = "expected a field, such as `.name`, found `self`, which is the whole error";
            return Err(syn::Error::new(span, message));
        }
        if let Some(field) = first_field(&value, roles) {
            return Err(syn::Error::new(span, format!("expected `.{field}` for the field `{field}`")));
        }
        let is_used = |field: &&Field| mentions(value.clone(), &|name: &Ident| *name == field.binding);
        let fields = roles.all.iter().filter(is_used).cloned().collect();
        Ok(Self { name: name.map(|name| name.unraw().to_string()), span, value, fields, used: false })
    }

    fn take(&mut self) -> Value<'a> {
        self.used = true;
        Value::Argument(self.value.clone(), self.fields.clone())
    }
}

/// The field that an expression begins with the name of, as in `name.len()`, where the dot before it was forgotten.
fn first_field(value: &TokenStream, roles: &Roles) -> Option<String> {
    let mut tokens = value.clone().into_iter();
    let Some(TokenTree::Ident(name)) = tokens.next() else { return None };
    let is_value = match tokens.next() {
        None => true,
        Some(TokenTree::Punct(next)) => !matches!(next.as_char(), ':' | '!'),
        Some(_) => false,
    };
    let name = name.unraw().to_string();
    roles.all.iter().map(Field::name).find(|field| is_value && *field == name)
}

/// The tokens of an expression, up to the next comma.
fn expression(input: ParseStream) -> syn::Result<TokenStream> {
    let ahead = input.fork();
    if let Ok(value) = ahead.parse::<Expr>() {
        if ahead.is_empty() || ahead.peek(Token![,]) {
            input.advance_to(&ahead);
            return Ok(value.into_token_stream());
        }
        if ahead.peek(Ident::peek_any) || ahead.peek(Lit) {
            return Err(ahead.error("expected a comma between two arguments"));
        }
    }
    // Without its feature `full`, syn cannot parse closures, blocks and ranges. The compiler parses them.
    let span = input.span();
    let mut value = TokenStream::new();
    while !input.is_empty() && !input.peek(Token![,]) {
        if input.peek(Token![::]) && input.peek3(Token![<]) {
            input.parse::<AngleBracketedGenericArguments>()?.to_tokens(&mut value);
        } else {
            input.parse::<TokenTree>()?.to_tokens(&mut value);
        }
    }
    if value.is_empty() {
        return Err(syn::Error::new(span, "expected an expression, such as `.fields.len()`"));
    }
    Ok(quote_spanned!(span=> __errbook::expression!(#value)))
}

/// Replaces `.field` and `.0` by the names that patterns bind the fields to, where no value is before the dot.
fn bind_fields(errors: &Errors, tokens: TokenStream, roles: &Roles) -> TokenStream {
    let mut bound = TokenStream::new();
    let mut tokens = tokens.into_iter().peekable();
    let mut after_value = false;
    let mut in_range = false;
    while let Some(token) = tokens.next() {
        let dot = match &token {
            TokenTree::Punct(punct) if punct.as_char() == '.' => Some(punct.spacing()),
            _ => None,
        };
        let is_first = dot.is_some() && !after_value && !in_range;
        let name = tokens.next_if(|next| is_first && names_field(next));
        after_value = name.is_some() || ends_value(&token);
        in_range = name.is_none() && dot == Some(Spacing::Joint);
        match (name, token) {
            (Some(name), _) => bound.extend(binding(errors, &name, roles)),
            (None, TokenTree::Group(group)) => {
                let inside = bind_fields(errors, group.stream(), roles);
                let mut with_bound = proc_macro2::Group::new(group.delimiter(), inside);
                with_bound.set_span(group.span());
                bound.extend([TokenTree::Group(with_bound)]);
            }
            (None, token) => bound.extend([token]),
        }
    }
    bound
}

fn names_field(token: &TokenTree) -> bool {
    match token {
        TokenTree::Ident(_) => true,
        TokenTree::Literal(literal) => literal.to_string().starts_with(|c: char| c.is_ascii_digit()),
        TokenTree::Group(_) | TokenTree::Punct(_) => false,
    }
}

/// Whether a value may end with this token, so that a dot after it is a call or an access. Keywords such as `as` end none.
fn ends_value(token: &TokenTree) -> bool {
    match token {
        TokenTree::Ident(ident) => {
            syn::parse2::<Ident>(ident.to_token_stream()).is_ok() || *ident == "self" || *ident == "Self"
        }
        TokenTree::Punct(punct) => punct.as_char() == '?',
        TokenTree::Literal(_) | TokenTree::Group(_) => true,
    }
}

/// The binding of a field; of `0.1`, that of the field 0, and what is left.
fn binding(errors: &Errors, token: &TokenTree, roles: &Roles) -> TokenStream {
    let text = token.to_string();
    let (name, rest) = text.split_once('.').unwrap_or((&text, ""));
    let name = name.trim_start_matches("r#");
    let Some(field) = roles.all.iter().find(|field| field.name() == name) else {
        let names: Vec<_> = roles.all.iter().map(Field::name).collect();
        let meant = nearest(name, names.iter().map(String::as_str));
        let advice = meant.map(|meant| format!(", did you mean `.{meant}`?")).unwrap_or_default();
        errors.at(token, format!("unknown field `{name}`{advice}"));
        return token.to_token_stream();
    };
    let mut binding = field.binding.clone();
    binding.set_span(binding.span().located_at(token.span()));
    let rest = rest.parse::<proc_macro2::Literal>().ok().map(|rest| {
        let dot = proc_macro2::Punct::new('.', proc_macro2::Spacing::Alone);
        [TokenTree::from(dot), rest.into()].into_iter().collect::<TokenStream>()
    });
    [binding.to_token_stream(), rest.unwrap_or_default()].into_iter().collect()
}
