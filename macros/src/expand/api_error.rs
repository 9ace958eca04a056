//! `impl ApiError`: the row, and what only the instance knows. Methods that would only do the default are left out.
//!
//! ```text
//! const __SHARED: __errbook::bool = { … };
//! #[cfg_attr(doc, __errbook::documented(pub enum OrderError { … }))]
//! impl __errbook::ApiError for OrderError {
//!     fn entry(&self) -> &'static __errbook::Entry { __errbook::default::entry(self) }
//!     fn __row(&self) -> Option<&'static __errbook::Row> { __TABLE.find(match self { … }) }
//!     fn transparent(&self) -> Option<&dyn __errbook::ApiError> { match self { … } }
//!     fn __kind(&self) -> Option<&dyn __errbook::ApiError> { match self { … } }
//!     fn status(&self) -> __errbook::http::StatusCode { match self { … } }
//!     fn fmt_message(&self, __f: &mut Formatter<'_>) -> fmt::Result { match self { … } }
//!     fn details(&self, __visitor: &mut __errbook::DetailVisitor<'_>) { match self { … } }
//!     fn violations(&self, __visit: &mut dyn __errbook::FnMut(&__errbook::Violation)) { match self { … } }
//!     fn headers(&self, __headers: &mut __errbook::http::HeaderMap) { match self { … } }
//!     fn retry_after(&self) -> Option<__errbook::RetryAfter> { match self { … } }
//!     fn body(&self) -> Option<&'static __errbook::Body> { Some(__BODY) }
//! }
//! ```

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::{Arm, as_api_error, details, headers, impl_block, kind, message, method, row, shared};
use crate::generics::Bounds;
use crate::model::{Exposure, Model, Own, Variant};
use crate::type_path::option_of;

pub fn expand(model: &Model, writer: &message::Writer, source: &TokenStream) -> TokenStream {
    let mut bounds = Bounds::new(model);
    let shared = shared::expand(model);
    let checked = shared.is_some().then(|| quote!(+ __errbook::Checked<__SHARED>));
    bounds.assume_self(quote!(__errbook::Error #checked));
    bounds.need_self(quote!(__errbook::Send + __errbook::Sync));
    let methods = [
        row::expand(model),
        transparent(model, &mut bounds),
        kind::expand(model, &mut bounds),
        status(model, &mut bounds),
        fmt_message(model, writer, &mut bounds),
        details::expand(model, &mut bounds),
        violations(model, &mut bounds),
        headers::expand(model, &mut bounds),
        retry_after(model, &mut bounds),
        body(model),
    ];
    let methods = methods.into_iter().flatten();
    let items = quote! {
        fn entry(&self) -> &'static __errbook::Entry {
            __errbook::default::entry(self)
        }
        #(#methods)*
    };
    let block = impl_block(model, Some(&quote!(__errbook::ApiError)), &bounds, &items);
    quote!(#shared #[cfg_attr(doc, __errbook::documented(#source))] #block)
}

fn transparent(model: &Model, bounds: &mut Bounds) -> Option<TokenStream> {
    let arms = model.transparent().map(|(variant, field)| {
        bounds.need(field.ty, quote!(__errbook::Transparent));
        let inner = as_api_error(field);
        Arm { variant, fields: vec![field], value: quote!(__errbook::Some(#inner)) }
    });
    let arms: Vec<_> = arms.collect();
    method(model, &arms, || {
        (
            quote!(fn transparent(&self) -> __errbook::Option<&dyn __errbook::ApiError>),
            quote!(__errbook::None),
        )
    })
}

/// One arm for each error for which `arm` makes one.
pub fn arms<'m>(
    model: &'m Model,
    mut arm: impl FnMut(&'m Variant<'m>, &'m Own<'m>) -> Option<Arm<'m>>,
) -> Vec<Arm<'m>> {
    model.own().filter_map(|(variant, own)| arm(variant, own)).collect()
}

fn status(model: &Model, bounds: &mut Bounds) -> Option<TokenStream> {
    let arms = arms(model, |variant, own| {
        let index = &own.index;
        let field = own.field_status.as_ref()?;
        bounds.need(field.ty, quote!(__errbook::StatusValue));
        let binding = &field.binding;
        let value = match &own.kind {
            Some(_) => quote!(__errbook::kind_status(#binding, self)),
            None => quote!(__errbook::dynamic_status(#binding, __TABLE.row(#index))),
        };
        Some(Arm { variant, fields: vec![field], value })
    });
    method(model, &arms, || {
        (quote!(fn status(&self) -> __errbook::http::StatusCode), quote!(__errbook::default::status(self)))
    })
}

/// With `display`, the default writes `Display`, which is the message. That of a kind is the default for an error that has one.
fn fmt_message(model: &Model, writer: &message::Writer, bounds: &mut Bounds) -> Option<TokenStream> {
    let arms = arms(model, |variant, own| {
        let has_kind = own.kind.is_some();
        match &own.message {
            Some(message) if !model.is_ours() => {
                return Some(message::arm(writer, variant, &own.index, message, bounds));
            }
            None if !has_kind || own.exposure == Exposure::ByStatus => return None,
            Some(_) if !has_kind => return None,
            Some(_) | None => {}
        }
        let value = match own.exposure {
            Exposure::Redacted => quote!(__f.write_str(__errbook::ApiError::entry(self).title())),
            Exposure::ByStatus | Exposure::Exposed => quote!(__errbook::Display::fmt(self, __f)),
        };
        Some(Arm { variant, fields: Vec::new(), value })
    });
    method(model, &arms, || {
        (
            quote!(fn fmt_message(&self, __f: &mut __errbook::Formatter<'_>) -> __errbook::FmtResult),
            quote!(__errbook::default::fmt_message(self, __f)),
        )
    })
}

fn violations(model: &Model, bounds: &mut Bounds) -> Option<TokenStream> {
    let arms = arms(model, |variant, own| {
        let field = own.violations.as_ref()?;
        let list = option_of(field.ty).unwrap_or(field.ty);
        bounds.need(list, quote!(__errbook::violations::ViolationList));
        let (binding, visit) = (&field.binding, Ident::new("__visit", field.binding.span()));
        let value = quote! {{
            use __errbook::violations::*;
            (&&ViolationsField(#binding)).#visit(__visit)
        }};
        Some(Arm { variant, fields: vec![field], value })
    });
    method(model, &arms, || {
        (
            quote!(fn violations(&self, __visit: &mut dyn __errbook::FnMut(&__errbook::Violation))),
            quote!(__errbook::default::violations(self, __visit)),
        )
    })
}

fn retry_after(model: &Model, bounds: &mut Bounds) -> Option<TokenStream> {
    let arms = arms(model, |variant, own| {
        let field = own.retry_after.as_ref()?;
        bounds.need(field.ty, quote!(__errbook::RetryAfterValue));
        let binding = &field.binding;
        let mut value = quote!(__errbook::RetryAfterValue::retry_after(#binding));
        if own.kind.is_some() {
            value = quote! {
                match #value {
                    __errbook::Some(__wait) => __errbook::Some(__wait),
                    __errbook::None => __errbook::default::retry_after(self),
                }
            };
        }
        Some(Arm { variant, fields: vec![field], value })
    });
    method(model, &arms, || {
        (
            quote!(fn retry_after(&self) -> __errbook::Option<__errbook::RetryAfter>),
            quote!(__errbook::default::retry_after(self)),
        )
    })
}

/// An error may have its own format; the type's is for all others.
fn body(model: &Model) -> Option<TokenStream> {
    let has_own = model.own().any(|(_, own)| own.body.is_some());
    let body = match model.body {
        Some(_) if has_own => quote!(__errbook::default::own_body(self).or(__errbook::Some(__BODY))),
        Some(_) => quote!(__errbook::Some(__BODY)),
        None if has_own => {
            quote!(__errbook::default::own_body(self).or_else(|| __errbook::default::body(self)))
        }
        None => return None,
    };
    Some(quote!(fn body(&self) -> __errbook::Option<&'static __errbook::Body> { #body }))
}
