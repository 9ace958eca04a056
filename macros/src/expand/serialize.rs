//! `impl serde::Serialize`, with `serialize`: the error is its reply.
//!
//! ```text
//! impl Serialize for OrderError {
//!     fn serialize<__S: Serializer>(&self, __serializer: __S) -> Result<__S::Ok, __S::Error> {
//!         Serialize::serialize(&__errbook::Reply::new(self), __serializer)
//!     }
//! }
//! ```

use proc_macro2::TokenStream;
use quote::quote;

use super::impl_block;
use crate::generics::{Bounds, fresh_param};
use crate::model::Model;

pub fn expand(model: &Model) -> TokenStream {
    let mut bounds = Bounds::new(model);
    bounds.need_self(quote!(__errbook::ApiError));
    let serializer = fresh_param(model.generics);
    let body = quote! {
        fn serialize<#serializer: __errbook::serde::Serializer>(
            &self,
            __serializer: #serializer,
        ) -> ::core::result::Result<#serializer::Ok, #serializer::Error> {
            __errbook::serde::Serialize::serialize(&__errbook::Reply::new(self), __serializer)
        }
    };
    impl_block(model, Some(&quote!(__errbook::serde::Serialize)), &bounds, &body)
}
