//! What a body says of violations: `[..violations { … }]` and `if violations …`.

use proc_macro2::Ident;
use syn::ext::IdentExt as _;
use syn::parse::ParseStream;
use syn::{Error, Token};

use super::{Cx, error, value};
use crate::body::node::Node;
use crate::body::placeholder::Scope;

/// `..violations`, and the value that is repeated.
pub fn spread(cx: Cx, input: ParseStream) -> syn::Result<Node> {
    let start = input.span();
    input.parse::<Token![..]>()?;
    let what = word(input)?;
    let what = match what {
        Some(what) if what == "violations" => what,
        Some(what) if what == "details" => {
            return Err(Error::new(start, "expected `..details` in an object: `{ ..details }`"));
        }
        what => {
            let place = what.map_or(start, |what| what.span());
            return Err(Error::new(place, "expected `..violations`, the only list that an array can have"));
        }
    };
    if cx.scope == Scope::Violation {
        return Err(Error::new(what.span(), "`..violations` cannot be inside itself"));
    }
    if is_at_end(input) {
        let message = "expected a value after `..violations`, such as `{ \"message\": message }`";
        return Err(Error::new(what.span(), message));
    }
    let item = value(Cx { scope: Scope::Violation, ..cx }, input)?;
    if input.peek(Token![else]) {
        return Err(error(input, "expected `else` after the array: `[..violations { … }] else …`"));
    }
    Ok(item)
}

/// `if violations`, and the value that is absent if there are none.
pub fn condition(cx: Cx, input: ParseStream) -> syn::Result<Node> {
    let start = input.span();
    input.parse::<Token![if]>()?;
    let what = match word(input)? {
        Some(what) if what == "violations" => what,
        Some(what) => {
            return Err(Error::new(what.span(), "expected `if violations`, the only condition"));
        }
        None => return Err(Error::new(start, "expected `if violations`, the only condition")),
    };
    if is_at_end(input) || input.peek(Token![else]) {
        return Err(Error::new(what.span(), "expected a value after `if violations`"));
    }
    if input.peek(Token![if]) {
        return Err(error(input, "duplicate `if violations`"));
    }
    Ok(Node::IfViolations(Box::new(value(cx, input)?)))
}

fn word(input: ParseStream) -> syn::Result<Option<Ident>> {
    if input.peek(Ident::peek_any) { input.call(Ident::parse_any).map(Some) } else { Ok(None) }
}

fn is_at_end(input: ParseStream) -> bool {
    input.is_empty() || input.peek(Token![,])
}
