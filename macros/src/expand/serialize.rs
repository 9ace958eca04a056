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
use crate::generics::Bounds;
use crate::model::Model;

pub fn expand(model: &Model) -> TokenStream {
    let krate = &model.krate;
    let mut bounds = Bounds::new(model.generics);
    bounds.need_self(quote!(#krate::ApiError));
    let body = quote! {
        fn serialize<__S: #krate::__private::serde::Serializer>(
            &self,
            __serializer: __S,
        ) -> ::core::result::Result<__S::Ok, __S::Error> {
            #krate::__private::serde::Serialize::serialize(&#krate::Reply::new(self), __serializer)
        }
    };
    impl_block(model, &quote!(#krate::__private::serde::Serialize), &bounds, &body)
}
