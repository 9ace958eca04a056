//! `impl From` for each `from` field.
//!
//! ```text
//! impl From<io::Error> for OrderError {
//!     fn from(__source: io::Error) -> Self { OrderError::Database { 0: __source } }
//! }
//! ```

use proc_macro2::TokenStream;
use quote::quote;

use super::{impl_block, option_of};
use crate::generics::Bounds;
use crate::model::Model;

pub fn expand(model: &Model) -> TokenStream {
    let from = model.variants.iter().filter_map(|variant| {
        let field = variant.from()?;
        let (path, member) = (&variant.path, &field.member);
        let (ty, value) = match option_of(field.ty) {
            Some(inner) => (inner, quote!(__errbook::Some(__source))),
            None => (field.ty, quote!(__source)),
        };
        let body = quote!(fn from(__source: #ty) -> Self { #path { #member: #value } });
        Some(impl_block(model, Some(&quote!(::core::convert::From<#ty>)), &Bounds::new(model), &body))
    });
    from.collect()
}
