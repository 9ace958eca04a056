//! Which row of the table an instance has.
//!
//! ```text
//! fn __row(&self) -> Option<&'static __errbook::Row> {
//!     __TABLE.find(match self { OrderError::InvalidParameter { .. } => 0, OrderError::RateLimited { .. } => 1, _ => usize::MAX })
//! }
//! ```
//!
//! This is the one `match` with an arm for every variant. With an index in each arm it compiles several times faster than
//! with a reference to the entry.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Arm, MANY_ARMS, match_self};
use crate::model::Model;

/// The method of `ApiError`. A type without errors of its own has no rows.
pub fn expand(model: &Model) -> Option<TokenStream> {
    let has_kinds = model.own().any(|(_, own)| own.kind.is_some());
    let index = index(model, has_kinds)?;
    let row = if has_kinds {
        // The row of an error with a kind has only a part of what its replies have.
        quote! {
            let __index = #index;
            match __errbook::ApiError::__kind(self) {
                __errbook::Some(__kind) => __TABLE.row_with_kind(__index, __kind),
                __errbook::None => __TABLE.find(__index),
            }
        }
    } else {
        quote!(__TABLE.find(#index))
    };
    Some(quote! {
        fn __row(&self) -> __errbook::Option<&'static __errbook::Row> { #row }
    })
}

/// The index of the row, or `usize::MAX` if there is none.
fn index(model: &Model, with_kinds: bool) -> Option<TokenStream> {
    let own = model.own().filter(|(_, own)| with_kinds || own.kind.is_none());
    let arms = own.map(|(variant, own)| Arm { variant, fields: Vec::new(), value: &own.index });
    let arms: Vec<_> = arms.collect();
    (!arms.is_empty()).then(|| {
        let index = match_self(model, &arms, &quote!(__errbook::usize::MAX));
        // A long match returns from the function that it is in.
        if arms.len() > MANY_ARMS { quote!((|| -> __errbook::usize #index)()) } else { index }
    })
}

/// What `Display` writes for a variant whose message has no fields.
pub fn fmt_constant(model: &Model) -> TokenStream {
    // `Display` has fewer bounds than `ApiError`. One call costs less than a second match.
    let index = model.generics.type_params().next().and_then(|_| index(model, false));
    match index {
        Some(index) => quote!(__TABLE.fmt_constant(#index, __f)),
        None => quote!(__errbook::default::fmt_constant(self, __f)),
    }
}
