//! `impl From` for each `from` field, and for what a transparent field is made from.
//!
//! ```text
//! impl From<io::Error> for OrderError {
//!     fn from(__source: io::Error) -> Self { OrderError::Database { 0: __source } }
//! }
//! impl From<rusqlite::Error> for OrderError {
//!     fn from(__source: rusqlite::Error) -> Self {
//!         OrderError::Storage { 0: <StorageError as From<rusqlite::Error>>::from(__source) }
//!     }
//! }
//! ```

use proc_macro2::TokenStream;
use quote::quote;
use syn::Type;
use syn::spanned::Spanned as _;

use super::{impl_block, respan};
use crate::generics::Bounds;
use crate::model::{Delegate, Field, Kind, Model, Variant};
use crate::type_path::{option_of, pointee_of};

pub fn expand(model: &Model) -> TokenStream {
    let mut impls = TokenStream::new();
    for variant in &model.variants {
        if let Some(field) = variant.from() {
            let (ty, value) = match option_of(field.ty) {
                Some(inner) => (inner, quote!(__errbook::Some(__source))),
                None => (field.ty, quote!(__source)),
            };
            impls.extend(from(model, variant, field, ty, &value, &Bounds::new(model)));
        }
        let Kind::Transparent(Delegate { field, from_types, .. }) = &variant.kind else { continue };
        for ty in from_types {
            let mut bounds = Bounds::new(model);
            let value = through(field, ty, &mut bounds);
            impls.extend(from(model, variant, field, ty, &value, &bounds));
        }
    }
    impls
}

/// `impl From<ty> for OrderError { fn from(__source: ty) -> Self { OrderError::Name { 0: value } } }`
fn from(
    model: &Model,
    variant: &Variant,
    field: &Field,
    ty: &Type,
    value: &TokenStream,
    bounds: &Bounds,
) -> TokenStream {
    let (path, member) = (&variant.path, &field.member);
    let body = quote!(fn from(__source: #ty) -> Self { #path { #member: #value } });
    impl_block(model, Some(&from_of(ty)), bounds, &body)
}

/// The field made in two steps, and in three if it is a pointer; underlined at the type if the field is not made from it.
fn through(field: &Field, ty: &Type, bounds: &mut Bounds) -> TokenStream {
    let pointee = pointee_of(field.ty);
    let inner = pointee.unwrap_or(field.ty);
    bounds.need(inner, from_of(ty));
    let step = |target: &Type, from: &Type, value: TokenStream| {
        let of = from_of(from);
        quote!(<#target as #of>::from(#value))
    };
    let made = respan(step(inner, ty, quote!(__source)), ty.span());
    if pointee.is_some() { step(field.ty, inner, made) } else { made }
}

fn from_of(ty: &Type) -> TokenStream {
    quote!(::core::convert::From<#ty>)
}
