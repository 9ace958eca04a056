//! `body!`: a wire format written as the JSON it makes, as a constant tree.
//!
//! ```text
//! tokens --parse--> Node, every placeholder known --expand--> errbook::Body::new(…)
//! ```

mod expand;
mod node;
mod parse;
mod placeholder;

use proc_macro2::TokenStream;
use quote::quote;
use syn::Token;
use syn::parse::{ParseStream, Parser as _};

use crate::errors::Errors;

/// Expands `path::of::errbook; { … }`. `errbook::body!` adds the path.
pub fn expand(input: TokenStream) -> TokenStream {
    let errors = Errors::new();
    let parse = |input: ParseStream| {
        let krate = input.call(syn::Path::parse_mod_style)?;
        input.parse::<Token![;]>()?;
        Ok((krate, parse::body(&errors, input)))
    };
    let parsed = parse.parse2(input);
    match (parsed, errors.finish()) {
        (Ok((krate, node)), Ok(())) => expand::body(&krate, &node),
        (Ok((krate, _)), Err(error)) => {
            let error = error.to_compile_error();
            // A body as well, so that one mistake is one error.
            quote!({ #error #krate::Body::new(#krate::body::Node::Null) })
        }
        (Err(error), _) => error.to_compile_error(),
    }
}
