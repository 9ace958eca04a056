//! A type that cannot be parsed, since the length of an array or an argument of a type is a block: without its feature `full`,
//! which would double the time that it takes to compile, syn knows simple expressions only.

use proc_macro2::{Delimiter, Group, Literal, TokenStream, TokenTree};

use crate::attr::Item;
use crate::errors::Errors;
use crate::fallback;

/// The error in the words of errbook, and the impls that the type would have.
pub fn derive(source: TokenStream, error: &syn::Error) -> TokenStream {
    let message = "expected a simple value: name it in a constant, `const N: usize = …;`, and write `N`";
    let refused = syn::Error::new(error.span(), message);
    match syn::parse2(with_simple_values(source, false)) {
        Ok(input) => fallback::derive(&input, &Item::parse(&Errors::new(), &input), &refused),
        Err(_) => refused.to_compile_error(),
    }
}

/// The same tokens with `[T; 0]` for each array and `0` for each block that is an argument.
///
/// Outside of the fields, a block after a comma is the body of the type.
fn with_simple_values(tokens: TokenStream, are_fields: bool) -> TokenStream {
    let zero = || TokenTree::from(Literal::usize_unsuffixed(0));
    let mut before = None;
    let simple = |token| {
        let is_argument = matches!(before, Some('<' | ','));
        before = match &token {
            TokenTree::Punct(punct) => Some(punct.as_char()),
            TokenTree::Group(_) | TokenTree::Ident(_) | TokenTree::Literal(_) => None,
        };
        let TokenTree::Group(group) = token else { return token };
        if are_fields && is_argument && group.delimiter() == Delimiter::Brace {
            return zero();
        }
        let mut inside: Vec<_> = with_simple_values(group.stream(), true).into_iter().collect();
        let is_semicolon = |token: &TokenTree| matches!(token, TokenTree::Punct(p) if p.as_char() == ';');
        let length = inside.iter().position(is_semicolon);
        if let Some(at) = length.filter(|_| group.delimiter() == Delimiter::Bracket) {
            inside.truncate(at + 1);
            inside.push(zero());
        }
        let mut simple = Group::new(group.delimiter(), inside.into_iter().collect());
        simple.set_span(group.span());
        simple.into()
    };
    tokens.into_iter().map(simple).collect()
}
