//! `impl serde::Serialize`, with `serialize`: the error is its reply.
//!
//! ```text
//! impl Serialize for OrderError {
//!     fn serialize<__S: Serializer>(&self, __serializer: __S) -> Result<__S::Ok, __S::Error> {
//!         Serialize::serialize(&errbook::Reply::new(self), __serializer)
//!     }
//! }
//! ```

use proc_macro2::TokenStream;
use quote::quote;

use super::impl_block;
use crate::generics::{Bounds, fresh_param};
use crate::model::Model;

pub fn expand(model: &Model) -> TokenStream {
    let krate = &model.krate;
    let mut bounds = Bounds::new(model);
    bounds.need_self(quote!(#krate::ApiError));
    let serializer = fresh_param(model.generics);
    let body = quote! {
        fn serialize<#serializer: #krate::__private::serde::Serializer>(
            &self,
            __serializer: #serializer,
        ) -> ::core::result::Result<#serializer::Ok, #serializer::Error> {
            #krate::__private::serde::Serialize::serialize(&#krate::Reply::new(self), __serializer)
        }
    };
    impl_block(model, &quote!(#krate::__private::serde::Serialize), &bounds, &body)
}
