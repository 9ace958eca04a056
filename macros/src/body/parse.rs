//! From tokens to the tree. A bad member is reported and skipped up to its comma, so the next one is still read.

mod literal;
mod violations;

use proc_macro2::{Ident, Span, TokenTree};
use syn::ext::IdentExt as _;
use syn::parse::ParseStream;
use syn::{Attribute, Lit, LitFloat, LitInt, LitStr, Token, braced, bracketed, token};

use super::node::{Member, Node};
use super::placeholder::{Placeholder, Scope};
use crate::doc::Docs;
use crate::errors::Errors;

/// What every value is read with.
#[derive(Clone, Copy)]
struct Cx<'e> {
    errors: &'e Errors,
    scope: Scope,
}

/// Reads the whole input: an object, an array, a string, or one placeholder.
pub fn body(errors: &Errors, input: ParseStream) -> Node {
    if input.is_empty() {
        let example = "expected a body, such as `{ \"code\": code }`";
        errors.push(syn::Error::new(Span::call_site(), example));
        return Node::Null;
    }
    let is_value = input.peek(token::Brace) || input.peek(token::Bracket) || input.peek(LitStr);
    if !is_value && !input.peek(Ident::peek_any) || input.peek(Lit) && !input.peek(LitStr) {
        errors.push(error(
            input,
            "expected an object, an array, a string or a placeholder, such as `{ \"code\": code }`",
        ));
        skip(input, |_| false);
        return Node::Null;
    }
    let cx = Cx { errors, scope: Scope::Error };
    let body = node(cx, input).unwrap_or_else(|error| {
        errors.push(error);
        skip(input, |_| false);
        Node::Null
    });
    if !input.is_empty() {
        errors.push(error(input, "unexpected tokens after the body: remove them"));
        skip(input, |_| false);
    }
    body
}

/// A value, or several with `else` between them.
fn node(cx: Cx, input: ParseStream) -> syn::Result<Node> {
    let mistakes = cx.errors.count();
    let mut nodes = vec![value(cx, input)?];
    while input.peek(Token![else]) {
        let keyword: Token![else] = input.parse()?;
        // A value with a mistake in it may be another than the one that was meant.
        if nodes.last().is_some_and(Node::is_constant) && cx.errors.count() == mistakes {
            cx.errors.at(keyword, "the value before `else` is constant: remove `else` and what follows");
        }
        nodes.push(value(cx, input)?);
    }
    Ok(match nodes.pop() {
        Some(only) if nodes.is_empty() => only,
        last => {
            nodes.extend(last);
            Node::FirstOf(nodes)
        }
    })
}

fn value(cx: Cx, input: ParseStream) -> syn::Result<Node> {
    if input.peek(Token![if]) {
        return violations::condition(cx, input);
    }
    if input.peek(token::Brace) {
        let content;
        braced!(content in input);
        return Ok(Node::Object(members(cx, &content)));
    }
    if input.peek(token::Bracket) {
        let content;
        bracketed!(content in input);
        return Ok(array(cx, &content));
    }
    if input.peek(Token![-]) {
        let minus: Token![-] = input.parse()?;
        if !input.peek(LitInt) && !input.peek(LitFloat) {
            return Err(syn::Error::new_spanned(minus, "expected a number after the minus"));
        }
        return literal::literal(cx.scope, input, true);
    }
    if input.is_empty() {
        return Err(error(input, "missing value, expected a literal, a placeholder, an object or an array"));
    }
    if input.peek(Lit) {
        return literal::literal(cx.scope, input, false);
    }
    if input.peek(Ident::peek_any) {
        return bare(cx.scope, input);
    }
    Err(error(input, "expected a literal, a placeholder such as `code`, an object or an array"))
}

fn array(cx: Cx, input: ParseStream) -> Node {
    let mut items = Vec::new();
    let mut of_violations = None;
    list(cx.errors, input, |input| {
        let span = input.span();
        let item =
            if input.peek(Token![..]) { Err(violations::spread(cx, input)?) } else { Ok(node(cx, input)?) };
        match item {
            Ok(item) if of_violations.is_none() => items.push(item),
            Err(item) if items.is_empty() && of_violations.is_none() => of_violations = Some(Box::new(item)),
            Ok(_) | Err(_) => {
                return Err(syn::Error::new(span, "expected `..violations` alone in its array"));
            }
        }
        Ok(())
    });
    of_violations.map_or(Node::Array(items), Node::Violations)
}

/// `null` or a placeholder.
fn bare(scope: Scope, input: ParseStream) -> syn::Result<Node> {
    let name = Ident::parse_any(input)?;
    if name == "null" {
        return Ok(Node::Null);
    }
    let dot: Option<Token![.]> = input.parse()?;
    let argument = dot.map(|dot| argument(&name, dot, input)).transpose()?;
    let placeholder = Placeholder::find(scope, &name.unraw().to_string(), argument);
    placeholder.map(Node::Placeholder).map_err(|message| syn::Error::new(name.span(), message))
}

/// The name after the dot. One that is not an identifier is a string.
fn argument(of: &Ident, dot: Token![.], input: ParseStream) -> syn::Result<String> {
    let quoted: Option<LitStr> = input.parse()?;
    let argument = match quoted {
        Some(name) => crate::literal::value(&name),
        None if input.peek(Ident::peek_any) => Ident::parse_any(input)?.unraw().to_string(),
        None => String::new(),
    };
    if argument.is_empty() {
        let message = format!("expected a name after the dot: `{of}.NAME`, or `{of}.\"the name\"`");
        return Err(syn::Error::new_spanned(dot, message));
    }
    if input.peek(Token![.]) || input.peek(Token![-]) {
        let message =
            format!("expected quotes around a name that is not an identifier: `{of}.\"{argument}…\"`");
        return Err(error(input, message));
    }
    Ok(argument)
}

fn members(cx: Cx, input: ParseStream) -> Vec<Member> {
    let mut members = Vec::new();
    list(cx.errors, input, |input| {
        let member = member(cx, &members, input)?;
        members.push(member);
        Ok(())
    });
    members
}

fn member(cx: Cx, before: &[Member], input: ParseStream) -> syn::Result<Member> {
    let errors = cx.errors;
    let attrs = input.call(Attribute::parse_outer)?;
    if let Some(attr) = attrs.iter().find(|attr| !attr.path().is_ident("doc")) {
        errors.at(attr, "expected `/// …`, the only attribute of a member");
    }
    if input.peek(Token![..]) {
        return spread(before, input);
    }
    if !input.peek(LitStr) {
        let message = if input.is_empty() {
            "expected a member after its documentation"
        } else {
            "expected a member, such as `\"code\": code`"
        };
        return Err(error(input, message));
    }
    let name: LitStr = input.parse()?;
    let text = name.value();
    let twice = |member: &Member| matches!(member, Member::Named { name, .. } if *name == text);
    if before.iter().any(twice) {
        errors.at(&name, format!("duplicate member `{text}`"));
    }
    let question: Option<Token![?]> = input.parse()?;
    if !input.peek(Token![:]) {
        return Err(error(input, format!("expected a colon and a value: `\"{text}\": code`")));
    }
    input.parse::<Token![:]>()?;
    if input.peek(Token![?]) {
        return Err(error(input, format!("expected the `?` before the colon: `\"{text}\"?: …`")));
    }
    let mistakes = errors.count();
    let node = node(cx, input)?;
    // A value with a mistake in it may be another than the one that was meant.
    let is_constant = node.is_constant() && errors.count() == mistakes;
    if let Some(question) = question.filter(|_| is_constant) {
        errors.at(question, format!("the value of `{text}` is constant: remove the `?`"));
    }
    Ok(Member::Named {
        name: text,
        docs: Docs::read(errors, &attrs).text,
        optional: question.is_some(),
        node,
    })
}

impl Node {
    /// Whether it is the same in every reply.
    fn is_constant(&self) -> bool {
        match self {
            Self::Null | Self::Bool(_) | Self::Number(_) | Self::Str(_) => true,
            Self::Text(_)
            | Self::Placeholder(_)
            | Self::Violations(_)
            | Self::IfViolations(_)
            | Self::FirstOf(_) => false,
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
        return Err(error(input, "expected `..details`"));
    }
    let what = Ident::parse_any(input)?;
    if what == "violations" {
        let message = "expected `..violations` in an array: `[..violations { \"message\": message }]`";
        return Err(syn::Error::new(what.span(), message));
    }
    if what != "details" {
        return Err(syn::Error::new(what.span(), "expected `..details`"));
    }
    if before.iter().any(|member| matches!(member, Member::Details)) {
        return Err(syn::Error::new_spanned(dots, "duplicate `..details`"));
    }
    Ok(Member::Details)
}

/// Items with commas between them. A mistake in one is reported, and the next one is read.
fn list(errors: &Errors, input: ParseStream, mut item: impl FnMut(ParseStream) -> syn::Result<()>) {
    while !input.is_empty() {
        let mut result = item(input);
        if result.is_ok() && !input.is_empty() && !input.peek(Token![,]) {
            result = Err(error(input, "expected a comma between two values or members"));
        }
        if let Err(error) = result {
            errors.push(error);
        }
        skip(input, |input| input.peek(Token![,]));
        // The last item may have no comma.
        let _ = input.parse::<Token![,]>();
    }
}

fn skip(input: ParseStream, until: impl Fn(ParseStream) -> bool) {
    while !input.is_empty() && !until(input) {
        // A token tree can always be read where the input is not empty.
        let _ = input.parse::<TokenTree>();
    }
}

/// An error at the next token. `ParseStream::error` would mention the end of the input.
fn error(input: ParseStream, message: impl std::fmt::Display) -> syn::Error {
    syn::Error::new(input.span(), message)
}
