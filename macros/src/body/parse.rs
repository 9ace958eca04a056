//! From tokens to the tree. A bad member is reported and skipped up to its comma, so the next one is still read.

use proc_macro2::{Ident, Span, TokenTree};
use syn::ext::IdentExt as _;
use syn::parse::ParseStream;
use syn::{Attribute, Lit, LitFloat, LitInt, LitStr, Token, braced, bracketed, token};

use super::node::{Member, Node, Number, Piece};
use super::word::{self, Word};
use crate::doc::Docs;
use crate::errors::Errors;

/// Reads the whole input: an object or an array.
pub fn body(errors: &Errors, input: ParseStream) -> Node {
    if input.is_empty() {
        let example = "a body is not empty: write `{ \"code\": code }`";
        errors.push(syn::Error::new(Span::call_site(), example));
        return Node::Null;
    }
    if !input.peek(token::Brace) && !input.peek(token::Bracket) {
        errors.push(error(input, "a body is an object or an array: write `{ \"code\": code }`"));
        skip(input, |_| false);
        return Node::Null;
    }
    let body = node(errors, input).unwrap_or_else(|error| {
        errors.push(error);
        Node::Null
    });
    if !input.is_empty() {
        errors.push(error(input, "the body ends before this: remove the rest"));
        skip(input, |_| false);
    }
    body
}

fn node(errors: &Errors, input: ParseStream) -> syn::Result<Node> {
    if input.peek(token::Brace) {
        let content;
        braced!(content in input);
        return Ok(Node::Object(members(errors, &content)));
    }
    if input.peek(token::Bracket) {
        let content;
        bracketed!(content in input);
        let mut items = Vec::new();
        list(errors, &content, |input| {
            if input.peek(Token![..]) {
                return Err(error(input, "details are spread into objects only: write `{ ..details }`"));
            }
            items.push(node(errors, input)?);
            Ok(())
        });
        return Ok(Node::Array(items));
    }
    if input.peek(Token![-]) {
        let minus: Token![-] = input.parse()?;
        if !input.peek(LitInt) && !input.peek(LitFloat) {
            return Err(syn::Error::new_spanned(
                minus,
                "a minus stands before a number: write one behind it",
            ));
        }
        return literal(input, true);
    }
    if input.is_empty() {
        return Err(input
            .error("the value is missing: write a literal, a word such as `code`, an object or an array"));
    }
    if input.peek(Lit) {
        return literal(input, false);
    }
    if input.peek(Ident::peek_any) {
        return bare(input);
    }
    Err(error(input, "write a value: a literal, a word such as `code`, an object or an array"))
}

/// A literal stays as it is, but for the words in a string. Behind a minus stands a number.
fn literal(input: ParseStream, negative: bool) -> syn::Result<Node> {
    let literal: Lit = input.parse()?;
    match &literal {
        Lit::Str(text) => string(text),
        Lit::Bool(value) => Ok(Node::Bool(value.value)),
        Lit::Int(number) if number.suffix().is_empty() && fits(number, negative) => {
            Ok(Node::Number(Number::Int(number.token(), negative)))
        }
        Lit::Float(number)
            if number.suffix().is_empty() && number.base10_parse().is_ok_and(f64::is_finite) =>
        {
            Ok(Node::Number(Number::Float(number.token(), negative)))
        }
        _ => Err(syn::Error::new(
            literal.span(),
            "JSON has no such literal: write a string, a number of 64 bits, `true`, `false` or `null`",
        )),
    }
}

fn fits(number: &syn::LitInt, negative: bool) -> bool {
    if negative {
        format!("-{}", number.base10_digits()).parse::<i64>().is_ok()
    } else {
        number.base10_parse::<u64>().is_ok()
    }
}

fn string(literal: &LitStr) -> syn::Result<Node> {
    let mut pieces = word::pieces(literal)?;
    Ok(match pieces.pop() {
        None => Node::Str(String::new()),
        Some(Piece::Str(text)) if pieces.is_empty() => Node::Str(text),
        Some(last) => {
            pieces.push(last);
            Node::Text(pieces)
        }
    })
}

/// `null` or a word, `meta.NAME` among them.
fn bare(input: ParseStream) -> syn::Result<Node> {
    let name = Ident::parse_any(input)?;
    if name == "null" {
        return Ok(Node::Null);
    }
    let argument = if input.peek(Token![.]) {
        input.parse::<Token![.]>()?;
        if !input.peek(Ident::peek_any) {
            return Err(error(input, format!("write the name behind the dot: `{name}.NAME`")));
        }
        Some(word::argument(&Ident::parse_any(input)?))
    } else {
        None
    };
    let word = Word::find(&name.unraw().to_string(), argument);
    word.map(Node::Word).map_err(|message| syn::Error::new(name.span(), message))
}

fn members(errors: &Errors, input: ParseStream) -> Vec<Member> {
    let mut members = Vec::new();
    list(errors, input, |input| {
        let member = member(errors, &members, input)?;
        members.push(member);
        Ok(())
    });
    members
}

fn member(errors: &Errors, before: &[Member], input: ParseStream) -> syn::Result<Member> {
    let attrs = input.call(Attribute::parse_outer)?;
    if let Some(attr) = attrs.iter().find(|attr| !attr.path().is_ident("doc")) {
        errors.at(attr, "a member takes documentation only: write `/// …`");
    }
    if input.peek(Token![..]) {
        return spread(before, input);
    }
    if !input.peek(LitStr) {
        let message = if input.is_empty() {
            "the documentation describes no member: write one under it"
        } else {
            "write the member's name in quotes: `\"code\": code`"
        };
        return Err(error(input, message));
    }
    let name: LitStr = input.parse()?;
    let text = name.value();
    let twice = |member: &Member| matches!(member, Member::Named { name, .. } if *name == text);
    if before.iter().any(twice) {
        errors.at(&name, format!("the member `{text}` is given twice: keep one"));
    }
    let question: Option<Token![?]> = input.parse()?;
    if !input.peek(Token![:]) {
        return Err(error(input, format!("write what `{text}` is: `\"{text}\": code`")));
    }
    input.parse::<Token![:]>()?;
    if input.peek(Token![?]) {
        return Err(error(input, format!("the `?` stands before the colon: `\"{text}\"?: …`")));
    }
    let node = node(errors, input)?;
    if let Some(question) = question.filter(|_| node.is_constant()) {
        errors.at(question, format!("the value of `{text}` is never absent: remove the `?`"));
    }
    Ok(Member::Named {
        name: text,
        doc: Docs::read(errors, &attrs).description,
        optional: question.is_some(),
        node,
    })
}

impl Node {
    /// Whether it is the same in every reply.
    fn is_constant(&self) -> bool {
        match self {
            Self::Null | Self::Bool(_) | Self::Number(_) | Self::Str(_) => true,
            Self::Text(_) | Self::Word(_) => false,
            Self::Array(items) => items.iter().all(Self::is_constant),
            Self::Object(members) => members.iter().all(|member| match member {
                Member::Named { node, .. } => node.is_constant(),
                Member::Details => false,
            }),
        }
    }
}

/// `..details`
fn spread(before: &[Member], input: ParseStream) -> syn::Result<Member> {
    let dots: Token![..] = input.parse()?;
    if !input.peek(Ident::peek_any) {
        return Err(error(input, "only details can be spread: write `..details`"));
    }
    let what = Ident::parse_any(input)?;
    if what != "details" {
        return Err(syn::Error::new(what.span(), "only details can be spread: write `..details`"));
    }
    if before.iter().any(|member| matches!(member, Member::Details)) {
        return Err(syn::Error::new_spanned(dots, "`..details` is given twice: keep one"));
    }
    Ok(Member::Details)
}

/// Items with commas between them; what is wrong with one is reported and the next one read.
fn list(errors: &Errors, input: ParseStream, mut item: impl FnMut(ParseStream) -> syn::Result<()>) {
    while !input.is_empty() {
        let mut result = item(input);
        if result.is_ok() && !input.is_empty() && !input.peek(Token![,]) {
            result = Err(error(input, "write a comma between two values or members"));
        }
        if let Err(error) = result {
            errors.push(error);
        }
        skip(input, |input| input.peek(Token![,]));
        // Nothing is there at the end of the input.
        let _ = input.parse::<Token![,]>();
    }
}

fn skip(input: ParseStream, until: impl Fn(ParseStream) -> bool) {
    while !input.is_empty() && !until(input) {
        // A token tree can always be read where the input is not empty.
        let _ = input.parse::<TokenTree>();
    }
}

/// An error where the input stands; `ParseStream::error` would speak of its end.
fn error(input: ParseStream, message: impl std::fmt::Display) -> syn::Error {
    syn::Error::new(input.span(), message)
}
