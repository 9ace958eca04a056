//! Which entry a variant has, without the bounds of the other impls.
//!
//! ```text
//! trait __Indexed { fn __index(&self) -> usize; }
//! impl __Indexed for OrderError {
//!     fn __index(&self) -> usize {
//!         match self { OrderError::InvalidParameter { .. } => 0, Self::RateLimited { .. } => 1, _ => usize::MAX }
//!     }
//! }
//! ```
//!
//! This is the one `match` with an arm for every variant. With an index in each it compiles several times faster than with
//! a reference to the entry.

use proc_macro2::TokenStream;
use quote::{ToTokens as _, quote};

use super::{Arm, impl_block, match_self, pattern};
use crate::generics::Bounds;
use crate::model::Model;

pub fn expand(model: &Model) -> TokenStream {
    let arms: Vec<_> = model
        .own()
        .map(|(variant, own)| Arm { pattern: pattern(variant, []), value: own.index.to_token_stream() })
        .collect();
    // A transparent variant has none, and nobody asks.
    let body = match_self(model, &arms, &quote!(::core::primitive::usize::MAX));
    let index = quote!(fn __index(&self) -> ::core::primitive::usize { #body });
    let indexed = impl_block(model, &quote!(__Indexed), &Bounds::new(model), &index);
    quote! {
        trait __Indexed {
            fn __index(&self) -> ::core::primitive::usize;
        }
        #indexed
    }
}
