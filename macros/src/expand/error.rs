//! `impl std::error::Error`, with `display`: the sources, for logs.
//!
//! ```text
//! impl Error for OrderError {
//!     fn source(&self) -> Option<&(dyn Error + 'static)> {
//!         use __errbook::AsSource as _;
//!         match self { OrderError::Database { 0: __field_0, .. } => Some(__field_0.__as_source()), _ => None }
//!     }
//! }
//! ```

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::{Arm, as_api_error, impl_block, match_self, option_of, pattern, respan};
use crate::generics::Bounds;
use crate::model::{Delegate, Field, Kind, Model};

pub fn expand(model: &Model) -> TokenStream {
    let mut bounds = Bounds::new(model);
    bounds.need_self(quote!(::core::fmt::Debug + ::core::fmt::Display));
    let mut uses_sources = false;
    let mut arms = Vec::new();
    for variant in &model.variants {
        match &variant.kind {
            Kind::Transparent(Delegate { field, .. }) => {
                bounds.need(field.ty, quote!(__errbook::Transparent));
                let inner = as_api_error(field);
                let value = quote!(::core::error::Error::source(#inner));
                arms.push(Arm { pattern: pattern(variant, [field]), value });
            }
            Kind::Own(own) => {
                let Some(field) = &own.source else { continue };
                uses_sources = true;
                arms.push(Arm { pattern: pattern(variant, [field]), value: source(field, &mut bounds) });
            }
        }
    }
    let import = uses_sources.then(|| {
        quote!(
            use __errbook::AsSource as _;
        )
    });
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

/// `Some(__field_0.__as_source())`, underlined at the field's type if that is no error.
fn source(field: &Field, bounds: &mut Bounds) -> TokenStream {
    let inner = option_of(field.ty);
    bounds.need(inner.unwrap_or(field.ty), quote!(::core::error::Error + 'static));
    let binding = &field.binding;
    let as_source = |error: &Ident| respan(quote!(#error.__as_source()), binding.span());
    if inner.is_none() {
        let value = as_source(binding);
        return quote!(::core::option::Option::Some(#value));
    }
    let value = as_source(&Ident::new("__source", binding.span()));
    quote! {
        match #binding {
            ::core::option::Option::Some(__source) => ::core::option::Option::Some(#value),
            ::core::option::Option::None => ::core::option::Option::None,
        }
    }
}
