//! `impl std::error::Error`, with `display`: the sources, for logs.
//!
//! ```text
//! impl Error for OrderError {
//!     fn source(&self) -> Option<&(dyn Error + 'static)> {
//!         use errbook::__private::AsSource as _;
//!         match self { Self::Database { 0: __field_0, .. } => Some(__field_0.__as_source()), _ => None }
//!     }
//! }
//! ```

use proc_macro2::TokenStream;
use quote::quote;

use super::{as_api_error, impl_block, match_self, option_of, pattern};
use crate::generics::Bounds;
use crate::model::{Delegate, Kind, Model};

pub fn expand(model: &Model) -> TokenStream {
    let krate = &model.krate;
    let mut bounds = Bounds::new(model);
    bounds.need_self(quote!(::core::fmt::Debug + ::core::fmt::Display));
    let mut uses_sources = false;
    let mut arms = Vec::new();
    for variant in &model.variants {
        match &variant.kind {
            Kind::Transparent(Delegate { field, .. }) => {
                bounds.need(field.ty, quote!(#krate::__private::Transparent));
                let (pattern, inner) = (pattern(variant, [field]), as_api_error(model, field));
                arms.push(quote!(#pattern => ::core::error::Error::source(#inner)));
            }
            Kind::Own(own) => {
                let Some(field) = &own.source else { continue };
                uses_sources = true;
                let inner = option_of(field.ty);
                bounds.need(inner.unwrap_or(field.ty), quote!(::core::error::Error + 'static));
                let (pattern, binding) = (pattern(variant, [field]), &field.binding);
                arms.push(match inner {
                    Some(_) => quote! {
                        #pattern => match #binding {
                            ::core::option::Option::Some(__source) => ::core::option::Option::Some(__source.__as_source()),
                            ::core::option::Option::None => ::core::option::Option::None,
                        }
                    },
                    None => quote!(#pattern => ::core::option::Option::Some(#binding.__as_source())),
                });
            }
        }
    }
    let import = uses_sources.then(|| quote!(use #krate::__private::AsSource as _;));
    let body = match_self(model, &arms, &quote!(::core::option::Option::None));
    let source = (!arms.is_empty()).then(|| {
        quote! {
            fn source(&self) -> ::core::option::Option<&(dyn ::core::error::Error + 'static)> {
                #import
                #body
            }
        }
    });
    impl_block(model, &quote!(::core::error::Error), &bounds, &quote!(#source))
}
