//! `impl ApiError`: which entry, and what only the occurrence knows. Methods that would only say the default are left out.
//!
//! ```text
//! #[cfg_attr(doc, __errbook::documented(pub enum OrderError { … }))]
//! impl __errbook::ApiError for OrderError {
//!     fn entry(&self) -> &'static __errbook::Entry { __errbook::ApiError::__declared(self).entry }
//!     fn __declared(&self) -> __errbook::Declared {
//!         match self {
//!             OrderError::Auth { 0: __field_0, .. } => __errbook::ApiError::__declared(<AuthError as __errbook::Transparent>::as_api_error(__field_0)),
//!             _ => __COLUMNS.declared(__Indexed::__index(self)),
//!         }
//!     }
//!     fn transparent(&self) -> Option<&dyn __errbook::ApiError> { match self { … } }
//!     fn status(&self) -> __errbook::http::StatusCode { match self { … } }
//!     fn fmt_message(&self, __f: &mut Formatter<'_>) -> fmt::Result { match self { … } }
//!     fn details(&self, __visit: &mut __errbook::VisitDetails<'_>) { match self { … } }
//!     fn headers(&self, __headers: &mut __errbook::http::HeaderMap) { match self { … } }
//!     fn retry_after(&self) -> Option<__errbook::RetryAfter> { match self { … } }
//!     fn body(&self) -> &'static __errbook::Body { &BODY }
//! }
//! ```

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::{Arm, as_api_error, impl_block, match_self, message, option_of, pattern};
use crate::generics::Bounds;
use crate::model::{Field, Model, Own, Variant};

pub fn expand(model: &Model, source: &TokenStream) -> TokenStream {
    let mut bounds = Bounds::new(model);
    bounds.need_self(quote!(::core::error::Error));
    let methods = [
        Some(declared(model, &mut bounds)),
        transparent(model),
        status(model, &mut bounds),
        fmt_message(model, &mut bounds),
        details(model, &mut bounds),
        headers(model, &mut bounds),
        retry_after(model, &mut bounds),
        body(model),
    ];
    let methods = methods.into_iter().flatten();
    let block = impl_block(model, &quote!(__errbook::ApiError), &bounds, &quote!(#(#methods)*));
    quote!(#[cfg_attr(doc, __errbook::documented(#source))] #block)
}

fn declared(model: &Model, bounds: &mut Bounds) -> TokenStream {
    let arm = |(variant, field): (&Variant, &Field)| {
        bounds.need(field.ty, quote!(__errbook::Transparent));
        let inner = as_api_error(field);
        Arm { pattern: pattern(variant, [field]), value: quote!(__errbook::ApiError::__declared(#inner)) }
    };
    let arms: Vec<_> = model.transparent().map(arm).collect();
    let own = quote!(__COLUMNS.declared(__Indexed::__index(self)));
    let body = match_self(model, &arms, &own);
    quote! {
        fn entry(&self) -> &'static __errbook::Entry {
            __errbook::ApiError::__declared(self).entry
        }
        fn __declared(&self) -> __errbook::Declared { #body }
    }
}

fn transparent(model: &Model) -> Option<TokenStream> {
    let arm = |(variant, field): (&Variant, &Field)| {
        let inner = as_api_error(field);
        Arm { pattern: pattern(variant, [field]), value: quote!(::core::option::Option::Some(#inner)) }
    };
    let arms: Vec<_> = model.transparent().map(arm).collect();
    let body = match_self(model, &arms, &quote!(::core::option::Option::None));
    (!arms.is_empty()).then(|| {
        quote! {
            fn transparent(&self) -> ::core::option::Option<&dyn __errbook::ApiError> { #body }
        }
    })
}

/// One arm for each error that `arm` makes one for.
fn arms(model: &Model, mut arm: impl FnMut(&Variant, &Own) -> Option<Arm>) -> Vec<Arm> {
    model.own().filter_map(|(variant, own)| arm(variant, own)).collect()
}

fn status(model: &Model, bounds: &mut Bounds) -> Option<TokenStream> {
    let arms = arms(model, |variant, own| {
        let index = &own.index;
        let field = own.field_status.as_ref()?;
        bounds.need(field.ty, quote!(__errbook::StatusValue));
        let binding = &field.binding;
        let value = quote!(__errbook::occurrence_status(#binding, __COLUMNS.entry(#index)));
        Some(Arm { pattern: pattern(variant, [field]), value })
    });
    let body = match_self(model, &arms, &quote!(__errbook::default::status(self)));
    (!arms.is_empty()).then(|| {
        quote! {
            fn status(&self) -> __errbook::http::StatusCode { #body }
        }
    })
}

/// With `display`, the default shows `Display`, which is the message.
fn fmt_message(model: &Model, bounds: &mut Bounds) -> Option<TokenStream> {
    if model.is_ours() {
        return None;
    }
    let arms = arms(model, |variant, own| {
        let message = own.message.as_ref()?;
        Some(message::arm(variant, &own.index, message, bounds))
    });
    let otherwise = quote!(__errbook::default::fmt_message(self, __f));
    let body = match_self(model, &arms, &otherwise);
    (!arms.is_empty()).then(|| {
        quote! {
            fn fmt_message(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result { #body }
        }
    })
}

fn details(model: &Model, bounds: &mut Bounds) -> Option<TokenStream> {
    let arms = arms(model, |variant, own| {
        if own.details.is_empty() {
            return None;
        }
        let pattern = pattern(variant, own.details.iter().map(|detail| &detail.field));
        let values = own.details.iter().map(|detail| {
            bounds.need(detail.field.ty, quote!(__errbook::serde::Serialize));
            &detail.field.binding
        });
        let (index, values) = (&own.index, values.collect::<Vec<_>>());
        Some(Arm { pattern, value: quote!(__COLUMNS.visit(#index, __visit, [#(#values),*])) })
    });
    let body = match_self(model, &arms, &quote!(__errbook::default::details(self, __visit)));
    (!arms.is_empty()).then(|| {
        quote! {
            fn details(&self, __visit: &mut __errbook::VisitDetails<'_>) { #body }
        }
    })
}

fn headers(model: &Model, bounds: &mut Bounds) -> Option<TokenStream> {
    let arms = arms(model, |variant, own| {
        if own.field_headers.is_empty() {
            return None;
        }
        let pattern = pattern(variant, own.field_headers.iter().map(|(_, field)| field));
        let inserts = own.field_headers.iter().map(|(name, field)| {
            let binding = &field.binding;
            bounds.need(option_of(field.ty).unwrap_or(field.ty), quote!(::core::fmt::Display));
            let insert = Ident::new("__insert", binding.span());
            quote!((&__errbook::header::HeaderField(#binding)).#insert(__headers, #name);)
        });
        Some(Arm { pattern, value: quote!({ #(#inserts)* }) })
    });
    let body = match_self(model, &arms, &quote!(__errbook::default::headers(self, __headers)));
    (!arms.is_empty()).then(|| {
        quote! {
            fn headers(&self, __headers: &mut __errbook::http::HeaderMap) {
                use __errbook::header::*;
                #body
            }
        }
    })
}

fn retry_after(model: &Model, bounds: &mut Bounds) -> Option<TokenStream> {
    let arms = arms(model, |variant, own| {
        let field = own.retry_after.as_ref()?;
        bounds.need(field.ty, quote!(__errbook::RetryAfterValue));
        let binding = &field.binding;
        let value = quote!(__errbook::RetryAfterValue::retry_after(#binding));
        Some(Arm { pattern: pattern(variant, [field]), value })
    });
    let body = match_self(model, &arms, &quote!(__errbook::default::retry_after(self)));
    (!arms.is_empty()).then(|| {
        quote! {
            fn retry_after(&self) -> ::core::option::Option<__errbook::RetryAfter> { #body }
        }
    })
}

fn body(model: &Model) -> Option<TokenStream> {
    model.body.map(|_| {
        quote!(
            fn body(&self) -> &'static __errbook::Body {
                __BODY
            }
        )
    })
}
