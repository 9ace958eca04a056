//! A type that cannot be parsed, since the length of an array is a block: without its feature `full`, which would double the
//! time that it takes to compile, syn knows simple expressions only.

use proc_macro2::{Delimiter, Group, Literal, TokenStream, TokenTree};

use crate::attr::Item;
use crate::errors::Errors;
use crate::fallback;

/// The error in the words of errbook, and the impls that the type would have.
pub fn derive(source: TokenStream, error: &syn::Error) -> TokenStream {
    let message =
        "expected a simple length: name it in a constant, `const N: usize = …;`, and write `[T; N]`";
    let refused = syn::Error::new(error.span(), message);
    match syn::parse2(with_simple_lengths(source)) {
        Ok(input) => fallback::derive(&input, &Item::parse(&Errors::new(), &input), &refused),
        Err(_) => error.to_compile_error(),
    }
}

/// The same tokens with `[T; 0]` for each array.
fn with_simple_lengths(tokens: TokenStream) -> TokenStream {
    let simple = |token| match token {
        TokenTree::Group(group) => {
            let mut inside: Vec<_> = with_simple_lengths(group.stream()).into_iter().collect();
            let is_semicolon = |token: &TokenTree| matches!(token, TokenTree::Punct(p) if p.as_char() == ';');
            let length = inside.iter().position(is_semicolon);
            if let Some(at) = length.filter(|_| group.delimiter() == Delimiter::Bracket) {
                inside.truncate(at + 1);
                inside.push(Literal::usize_unsuffixed(0).into());
            }
            let mut simple = Group::new(group.delimiter(), inside.into_iter().collect());
            simple.set_span(group.span());
            simple.into()
        }
        other => other,
    };
    tokens.into_iter().map(simple).collect()
}
