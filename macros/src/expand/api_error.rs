//! `impl ApiError`: which entry, and what only the occurrence knows. Methods that would only say the default are left out.
//!
//! ```text
//! impl errbook::ApiError for OrderError {
//!     fn entry(&self) -> &'static errbook::Entry {
//!         match self {
//!             Self::RateLimited { .. } => &__ENTRIES[0],
//!             Self::Auth { 0: __field_0, .. } => errbook::ApiError::entry(<AuthError as errbook::__private::Transparent>::as_api_error(__field_0)),
//!         }
//!     }
//!     fn transparent(&self) -> Option<&dyn errbook::ApiError> { match self { … } }
//!     fn status(&self) -> errbook::__private::http::StatusCode { match self { … } }
//!     fn fmt_message(&self, __formatter: &mut Formatter<'_>) -> fmt::Result { match self { … } }
//!     fn details(&self, __visit: &mut errbook::VisitDetails<'_>) { match self { … } }
//!     fn headers(&self, __headers: &mut errbook::__private::http::HeaderMap) { match self { … } }
//!     fn retry_after(&self) -> Option<errbook::RetryAfter> { match self { … } }
//!     fn body(&self) -> &'static errbook::Body { &BODY }
//! }
//! ```

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::{as_api_error, impl_block, match_self, message, option_of, pattern};
use crate::generics::Bounds;
use crate::model::{Delegate, Field, Kind, Model, Own, Variant};

pub fn expand(model: &Model) -> TokenStream {
    let krate = &model.krate;
    let mut bounds = Bounds::new(model);
    bounds.need_self(quote!(::core::error::Error));
    let methods = [
        Some(entry(model, &mut bounds)),
        transparent(model),
        status(model, &mut bounds),
        fmt_message(model, &mut bounds),
        details(model, &mut bounds),
        headers(model, &mut bounds),
        retry_after(model, &mut bounds),
        body(model),
    ];
    let methods = methods.into_iter().flatten();
    impl_block(model, &quote!(#krate::ApiError), &bounds, &quote!(#(#methods)*))
}

fn entry(model: &Model, bounds: &mut Bounds) -> TokenStream {
    let krate = &model.krate;
    let mut arms = Vec::new();
    for variant in &model.variants {
        arms.push(match &variant.kind {
            Kind::Own(own) => {
                let (pattern, index) = (pattern(variant, []), own.index);
                quote!(#pattern => &__ENTRIES[#index])
            }
            Kind::Transparent(Delegate { field, .. }) => {
                bounds.need(field.ty, quote!(#krate::__private::Transparent));
                let (pattern, inner) = (pattern(variant, [field]), as_api_error(model, field));
                quote!(#pattern => #krate::ApiError::entry(#inner))
            }
        });
    }
    let body = match_self(model, &arms, &TokenStream::new());
    quote!(fn entry(&self) -> &'static #krate::Entry { #body })
}

fn transparent(model: &Model) -> Option<TokenStream> {
    let krate = &model.krate;
    let arm = |(variant, field): (&Variant, &Field)| {
        let pattern = pattern(variant, [field]);
        let inner = as_api_error(model, field);
        quote!(#pattern => ::core::option::Option::Some(#inner))
    };
    let arms: Vec<_> = model.transparent().map(arm).collect();
    let body = match_self(model, &arms, &quote!(::core::option::Option::None));
    (!arms.is_empty()).then(|| {
        quote! {
            fn transparent(&self) -> ::core::option::Option<&dyn #krate::ApiError> { #body }
        }
    })
}

/// One arm for each error that `arm` makes one for.
fn arms(model: &Model, mut arm: impl FnMut(&Variant, &Own) -> Option<TokenStream>) -> Vec<TokenStream> {
    model.own().filter_map(|(variant, own)| arm(variant, own)).collect()
}

fn status(model: &Model, bounds: &mut Bounds) -> Option<TokenStream> {
    let krate = &model.krate;
    let arms = arms(model, |variant, own| {
        let index = own.index;
        let field = own.field_status.as_ref()?;
        bounds.need(field.ty, quote!(#krate::StatusValue));
        let (pattern, binding) = (pattern(variant, [field]), &field.binding);
        Some(quote!(#pattern => #krate::__private::occurrence_status(#binding, &__ENTRIES[#index])))
    });
    let body = match_self(model, &arms, &quote!(#krate::__private::default::status(self)));
    (!arms.is_empty()).then(|| {
        quote! {
            fn status(&self) -> #krate::__private::http::StatusCode { #body }
        }
    })
}

/// With `display`, the default shows `Display`, which is the message.
fn fmt_message(model: &Model, bounds: &mut Bounds) -> Option<TokenStream> {
    let krate = &model.krate;
    if model.is_ours() {
        return None;
    }
    let arms = arms(model, |variant, own| {
        let message = own.message.as_ref()?;
        Some(message::arm(model, variant, message, bounds))
    });
    let otherwise = quote!(#krate::__private::default::fmt_message(self, __formatter));
    let body = match_self(model, &arms, &otherwise);
    (!arms.is_empty()).then(|| quote! {
        fn fmt_message(&self, __formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result { #body }
    })
}

fn details(model: &Model, bounds: &mut Bounds) -> Option<TokenStream> {
    let krate = &model.krate;
    let arms = arms(model, |variant, own| {
        if own.details.is_empty() {
            return None;
        }
        let pattern = pattern(variant, own.details.iter().map(|detail| &detail.field));
        let visits = own.details.iter().map(|detail| {
            bounds.need(detail.field.ty, quote!(#krate::__private::serde::Serialize));
            let (name, binding) = (&detail.name, &detail.field.binding);
            quote!(__visit(#name, #binding);)
        });
        Some(quote!(#pattern => { #(#visits)* }))
    });
    let body = match_self(model, &arms, &quote!(#krate::__private::default::details(self, __visit)));
    (!arms.is_empty()).then(|| {
        quote! {
            fn details(&self, __visit: &mut #krate::VisitDetails<'_>) { #body }
        }
    })
}

fn headers(model: &Model, bounds: &mut Bounds) -> Option<TokenStream> {
    let krate = &model.krate;
    let arms = arms(model, |variant, own| {
        if own.field_headers.is_empty() {
            return None;
        }
        let pattern = pattern(variant, own.field_headers.iter().map(|(_, field)| field));
        let inserts = own.field_headers.iter().map(|(name, field)| {
            let binding = &field.binding;
            bounds.need(option_of(field.ty).unwrap_or(field.ty), quote!(::core::fmt::Display));
            let insert = Ident::new("__insert", binding.span());
            quote!((&#krate::__private::header::HeaderField(#binding)).#insert(__headers, #name);)
        });
        Some(quote!(#pattern => { #(#inserts)* }))
    });
    let body = match_self(model, &arms, &quote!(#krate::__private::default::headers(self, __headers)));
    (!arms.is_empty()).then(|| {
        quote! {
            fn headers(&self, __headers: &mut #krate::__private::http::HeaderMap) {
                use #krate::__private::header::*;
                #body
            }
        }
    })
}

fn retry_after(model: &Model, bounds: &mut Bounds) -> Option<TokenStream> {
    let krate = &model.krate;
    let arms = arms(model, |variant, own| {
        let field = own.retry_after.as_ref()?;
        bounds.need(field.ty, quote!(#krate::RetryAfterValue));
        let (pattern, binding) = (pattern(variant, [field]), &field.binding);
        Some(quote!(#pattern => #krate::RetryAfterValue::retry_after(#binding)))
    });
    let body = match_self(model, &arms, &quote!(#krate::__private::default::retry_after(self)));
    (!arms.is_empty()).then(|| {
        quote! {
            fn retry_after(&self) -> ::core::option::Option<#krate::RetryAfter> { #body }
        }
    })
}

fn body(model: &Model) -> Option<TokenStream> {
    let krate = &model.krate;
    model.body.map(|_| quote!(fn body(&self) -> &'static #krate::Body { __BODY }))
}
