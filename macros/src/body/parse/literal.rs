//! Strings, numbers, `true` and `false`.

use syn::parse::ParseStream;
use syn::{Lit, LitInt, LitStr};

use crate::body::node::{Node, Number};
use crate::body::placeholder::{self, Scope, Segment};

/// A literal is kept, but for the placeholders in a string. After a minus, it is a number.
pub fn literal(scope: Scope, input: ParseStream, negative: bool) -> syn::Result<Node> {
    let literal: Lit = input.parse()?;
    match &literal {
        Lit::Str(text) => string(scope, text),
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
            "expected a string, a 64-bit number, `true`, `false` or `null`",
        )),
    }
}

fn fits(number: &LitInt, negative: bool) -> bool {
    if negative {
        format!("-{}", number.base10_digits()).parse::<i64>().is_ok()
    } else {
        number.base10_parse::<u64>().is_ok()
    }
}

fn string(scope: Scope, literal: &LitStr) -> syn::Result<Node> {
    let mut segments = placeholder::segments(scope, literal)?;
    Ok(match segments.pop() {
        None => Node::Str(String::new()),
        Some(Segment::Str(text)) if segments.is_empty() => Node::Str(text),
        Some(last) => {
            segments.push(last);
            Node::Text(segments)
        }
    })
}
