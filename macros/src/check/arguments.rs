//! The arguments of a message: `message("{} fields are wrong, {max} at most", .fields.len(), max = 5)`.
//!
//! They are expressions, as in `format!`. A field is written with a dot before it, as in thiserror.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::ext::IdentExt as _;
use syn::parse::{ParseStream, Parser as _};
use syn::spanned::Spanned as _;
use syn::{Expr, Token};

use super::fields::Roles;
use crate::errors::Errors;
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
                if !input.is_empty() && !input.peek(Token![,]) {
                    return Err(input.error("expected a comma between two arguments"));
                }
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
        let span = input.span();
        let refused = |_| {
            let example = "expected an expression, such as `.fields.len()` or a call of a function";
            syn::Error::new(span, example)
        };
        let value = input.parse::<Expr>().map_err(refused)?;
        let span = name.as_ref().map_or(value.span(), Ident::span);
        let value = value.into_token_stream();
        if mentions(value.clone(), "self") {
            let message = "expected a field, such as `.name`, found `self`, which is the whole error";
            return Err(syn::Error::new(span, message));
        }
        let is_used = |field: &&Field| mentions(value.clone(), &field.binding.to_string());
        let fields = roles.all.iter().filter(is_used).cloned().collect();
        Ok(Self { name: name.map(|name| name.unraw().to_string()), span, value, fields, used: false })
    }

    fn take(&mut self) -> Value<'a> {
        self.used = true;
        Value::Argument(self.value.clone(), self.fields.clone())
    }
}

fn mentions(tokens: TokenStream, name: &str) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(ident) => ident == name,
        TokenTree::Group(group) => mentions(group.stream(), name),
        TokenTree::Literal(_) | TokenTree::Punct(_) => false,
    })
}

/// Replaces `.field` and `.0` by the names that patterns bind the fields to, where no value is before the dot.
fn bind_fields(errors: &Errors, tokens: TokenStream, roles: &Roles) -> TokenStream {
    let mut bound = TokenStream::new();
    let mut tokens = tokens.into_iter().peekable();
    let mut after_value = false;
    while let Some(token) = tokens.next() {
        let is_dot = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == '.');
        let name = tokens.next_if(|next| is_dot && !after_value && names_field(next));
        after_value = name.is_some() || ends_value(&token);
        match (name, token) {
            (Some(name), _) => bound.extend(binding(errors, &name, roles)),
            (None, TokenTree::Group(group)) => {
                let inside = bind_fields(errors, group.stream(), roles);
                let mut group = proc_macro2::Group::new(group.delimiter(), inside);
                group.set_span(group.span());
                bound.extend([TokenTree::Group(group)]);
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
