//! A status that is a path, as a number. One of `http`'s names alone is that of `StatusCode`, unless a constant of the name is
//! in scope.
//!
//! ```text
//! __errbook::Status(statuses::GONE).number()
//! __errbook::Status({
//!     let mut __nth = 0;
//!     loop {
//!         match __errbook::nth_status(404, __nth) { NOT_FOUND => break NOT_FOUND, _ => __nth += 1 }
//!     }
//! }).number()
//! ```
//!
//! `NOT_FOUND` binds the first status, or else it is the pattern of the user's constant, which one of the others is.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens as _, quote};
use syn::ExprPath;

use super::table::call;
use super::{ends, respan};
use crate::status::of_constant;

/// The number of a path, underlined there if it is neither a `StatusCode` nor a `u16`.
pub fn number(path: &ExprPath) -> TokenStream {
    let (start, end) = ends(path);
    let status = call(&quote!(__errbook::Status), value(path), (start, end));
    let number = respan(quote!(.number()), end);
    quote!(#status #number)
}

/// The value of a path.
fn value(path: &ExprPath) -> TokenStream {
    let name = path.path.get_ident();
    let Some((name, number)) = name.and_then(|name| Some((name, of_constant(&name.to_string())?))) else {
        return path.to_token_stream();
    };
    // Without the user's span, the name of the binding is not linted.
    let name = Ident::new(&name.to_string(), Span::call_site().located_at(name.span()));
    quote! {
        {
            let mut __nth = 0;
            loop {
                match __errbook::nth_status(#number, __nth) {
                    #name => break #name,
                    _ => __nth += 1,
                }
            }
        }
    }
}
