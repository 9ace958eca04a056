//! `ApiError::details`: the values of the details of fields, converted and omitted as their keys say. The table has the names.
//!
//! ```text
//! OrderError::Slow { after: __field_after, .. } =>
//!     __TABLE.details(0, __visitor, &[&Duration::as_millis(__field_after)])
//! OrderError::Wrong { fields: __field_fields, .. } =>
//!     __TABLE.details_if(1, __visitor, &[__errbook::detail_unless(Vec::is_empty(__field_fields), __field_fields)])
//! ```

use proc_macro2::{Delimiter, Group, TokenStream};
use quote::{ToTokens as _, quote};
use syn::ExprPath;

use super::api_error::arms;
use super::{Arm, ends, method, respan};
use crate::generics::Bounds;
use crate::model::{Detail, Model};

pub fn expand(model: &Model, bounds: &mut Bounds) -> Option<TokenStream> {
    let arms = arms(model, |variant, own| {
        if own.details.is_empty() && (own.kind.is_none() || own.constants.is_empty()) {
            return None;
        }
        for detail in own.details.iter().filter(|detail| detail.with.is_none()) {
            bounds.need(detail.field.ty, quote!(__errbook::serde::Serialize));
        }
        let index = &own.index;
        let value = if own.details.iter().any(|detail| detail.skip_if.is_some()) {
            let values = own.details.iter().map(value_unless);
            quote!(__TABLE.details_if(#index, __visitor, &[#(#values),*]))
        } else {
            let values = own.details.iter().map(value);
            quote!(__TABLE.details(#index, __visitor, &[#(#values),*]))
        };
        let value = match &own.kind {
            Some(_) => quote!({ #value; __TABLE.details_of_kind(#index, __visitor, self) }),
            None => value,
        };
        Some(Arm { variant, fields: own.details.iter().map(|detail| &detail.field).collect(), value })
    });
    method(model, &arms, || {
        (
            quote!(fn details(&self, __visitor: &mut __errbook::DetailVisitor<'_>)),
            quote!(__errbook::default::details(self, __visitor)),
        )
    })
}

/// The value, as a reference.
fn value(detail: &Detail) -> TokenStream {
    let Some(with) = detail.with else {
        return detail.field.binding.to_token_stream();
    };
    let reference = respan(quote!(&), ends(with).0);
    let converted = call(with, detail);
    quote!(#reference #converted)
}

/// The value, or `None` where the detail is omitted.
fn value_unless(detail: &Detail) -> TokenStream {
    let binding = &detail.field.binding;
    let is_omitted = match detail.skip_if {
        Some(path) => call(path, detail),
        None => quote!(false),
    };
    let Some(with) = detail.with else {
        return quote!(__errbook::detail_unless(#is_omitted, #binding));
    };
    let converted = call(with, detail);
    let (start, end) = ends(with);
    let function = respan(quote!(&__errbook::converted_unless), start);
    let mut arguments = Group::new(Delimiter::Parenthesis, quote!(#is_omitted, || #converted));
    arguments.set_span(end);
    quote!(__errbook::as_detail(#function #arguments))
}

/// A call of the user's function. What the compiler says of it is said at the path.
fn call(path: &ExprPath, detail: &Detail) -> TokenStream {
    let end = ends(path).1;
    let argument = respan(detail.field.binding.to_token_stream(), end);
    let mut arguments = Group::new(Delimiter::Parenthesis, argument);
    arguments.set_span(end);
    quote!(#path #arguments)
}
