//! `impl std::error::Error`, with `display`: the sources, for logs.
//!
//! ```text
//! impl Error for OrderError {
//!     fn source(&self) -> Option<&(dyn Error + 'static)> {
//!         match self {
//!             OrderError::Database { 0: __field_0, .. } => {
//!                 use __errbook::source::*;
//!                 Some((&&&&Source(__field_0)).__source())
//!             }
//!             _ => None,
//!         }
//!     }
//! }
//! ```

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::{Arm, as_api_error, impl_block, kind, method, respan};
use crate::generics::Bounds;
use crate::model::{Delegate, Field, Kind, Model};
use crate::type_path::option_of;

pub fn expand(model: &Model) -> TokenStream {
    let mut bounds = Bounds::new(model);
    bounds.need_self(quote!(__errbook::Debug + __errbook::Display));
    let mut arms = Vec::new();
    for variant in &model.variants {
        match &variant.kind {
            Kind::Transparent(Delegate { field, .. }) => {
                bounds.need(field.ty, quote!(__errbook::Transparent));
                let inner = as_api_error(field);
                let value = quote!(__errbook::Error::source(#inner));
                arms.push(Arm { variant, fields: vec![field], value });
            }
            Kind::Own(own) => {
                if let Some(field) = &own.source {
                    arms.push(Arm { variant, fields: vec![field], value: source(field, &mut bounds) });
                } else if let Some(error) = kind::error(own, &mut bounds) {
                    let value = quote!(__errbook::Error::source(#error));
                    arms.push(Arm { variant, fields: kind::field(own).into_iter().collect(), value });
                }
            }
        }
    }
    let source = method(model, &arms, || {
        (
            quote!(fn source(&self) -> __errbook::Option<&(dyn __errbook::Error + 'static)>),
            quote!(__errbook::None),
        )
    });
    impl_block(model, Some(&quote!(__errbook::Error)), &bounds, &quote!(#source))
}

/// `{ use __errbook::source::*; Some((&&&&Source(__field_0)).__source()) }`, underlined at the field's type if that is not an error.
fn source(field: &Field, bounds: &mut Bounds) -> TokenStream {
    let inner = option_of(field.ty);
    bounds.need(inner.unwrap_or(field.ty), quote!(__errbook::Error + 'static));
    let binding = &field.binding;
    let as_source = |error: &Ident| respan(quote!((&&&&Source(#error)).__source()), binding.span());
    let value = if inner.is_none() {
        let value = as_source(binding);
        quote!(__errbook::Some(#value))
    } else {
        let value = as_source(&Ident::new("__source", binding.span()));
        quote! {
            match #binding {
                __errbook::Some(__source) => __errbook::Some(#value),
                __errbook::None => __errbook::None,
            }
        }
    };
    quote!({ use __errbook::source::*; #value })
}
