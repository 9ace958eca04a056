//! Which row of the table a variant has.
//!
//! ```text
//! impl OrderError {
//!     fn __index(&self) -> usize {
//!         match self { OrderError::InvalidParameter { .. } => 0, OrderError::RateLimited { .. } => 1, _ => usize::MAX }
//!     }
//! }
//! ```
//!
//! This is the one `match` with an arm for every variant. With an index in each arm it compiles several times faster than
//! with a reference to the entry.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Arm, impl_block, match_self};
use crate::generics::Bounds;
use crate::model::Model;

/// A type without errors of its own has no rows.
pub fn expand(model: &Model) -> Option<TokenStream> {
    let arms: Vec<_> =
        model.own().map(|(variant, own)| Arm { variant, fields: Vec::new(), value: &own.index }).collect();
    (!arms.is_empty()).then(|| {
        // A transparent variant has no row.
        let body = match_self(model, &arms, &quote!(__errbook::usize::MAX));
        let index = quote!(fn __index(&self) -> __errbook::usize { #body });
        impl_block(model, None, &Bounds::new(model), &index)
    })
}
