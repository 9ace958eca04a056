//! Rules for the keys of a type.

use syn::{Attribute, Data, DeriveInput, Fields, Meta};

use super::placeholder::{self, Target};
use super::{code, header, header_text, status, transparent};
use crate::attr::Item;
use crate::errors::Errors;
use crate::key::TypeAttrs;
use crate::model::ErrorImpl;

pub fn check_type(errors: &Errors, input: &DeriveInput, item: &Item) {
    let on_type = &item.on_type;
    transparent::check_type(errors, item, matches!(input.data, Data::Struct(_)));
    check_prefix(errors, on_type);
    check_display(errors, input, on_type);
    header::check_pairs(errors, &on_type.headers);
    header_text::check_type(errors, input, item);
    let meta = on_type.meta.iter().filter_map(|pair| Some((pair.value.literal()?, Target::Metadata)));
    let docs_url = on_type.docs_url.iter().map(|url| (&url.value, Target::Address));
    meta.chain(docs_url).for_each(|(text, target)| placeholder::check(errors, text, target));
    if let Some(Err(error)) = on_type.status.as_ref().map(|given| status::read_status(&given.value)) {
        errors.push(error);
    }
}

/// A prefix is for derived codes.
///
/// `#[api(rename_all = "snake_case", prefix = "auth.")]`
fn check_prefix(errors: &Errors, on_type: &TypeAttrs) {
    let Some(prefix) = &on_type.prefix else { return };
    if on_type.rename_all.is_none() && !on_type.is_incomplete() {
        errors.at(&prefix.key, "`prefix` needs derived codes: add `rename_all = \"snake_case\"`");
    }
    if let Some(problem) = code::problem(&prefix.value.value()) {
        errors.at(&prefix.value, problem);
    }
}

/// One derive implements `Display`.
///
/// `#[api(display)]`, or `#[derive(thiserror::Error)]` with `#[error("…")]`
fn check_display(errors: &Errors, input: &DeriveInput, on_type: &TypeAttrs) {
    let Some(display) = &on_type.display else { return };
    if is_displayed_elsewhere(input) {
        errors.at(&display.key, "`display` and `#[error(…)]` both implement `Display`: remove one");
    }
}

/// Whether another derive (thiserror) implements `Display` and `Error`.
pub fn is_displayed_elsewhere(input: &DeriveInput) -> bool {
    let is_error = |attrs: &Vec<Attribute>| attrs.iter().any(|attr| attr.path().is_ident("error"));
    is_error(&input.attrs)
        || match &input.data {
            Data::Enum(data) => data.variants.iter().any(|variant| is_error(&variant.attrs)),
            _ => false,
        }
}

/// Whether `#[allow(deprecated)]` is on the type, a variant or a field. It is repeated only then: where the lint is forbidden,
/// an `allow` is an error.
pub fn allows_deprecated(input: &DeriveInput) -> bool {
    let allows = |attrs: &Vec<Attribute>| {
        attrs.iter().any(|attr| match &attr.meta {
            Meta::List(list) if list.path.is_ident("allow") || list.path.is_ident("expect") => {
                list.tokens.clone().into_iter().any(|token| token.to_string() == "deprecated")
            }
            _ => false,
        })
    };
    let of_fields = |fields: &Fields| fields.iter().any(|field| allows(&field.attrs));
    allows(&input.attrs)
        || match &input.data {
            Data::Enum(data) => {
                data.variants.iter().any(|variant| allows(&variant.attrs) || of_fields(&variant.fields))
            }
            Data::Struct(data) => of_fields(&data.fields),
            Data::Union(_) => false,
        }
}

/// Which derive implements `Error`. For a generic type, the compiler checks it where the type is used.
pub fn error_impl(input: &DeriveInput, on_type: &TypeAttrs) -> ErrorImpl {
    if on_type.display.is_some() {
        ErrorImpl::Ours
    } else if is_displayed_elsewhere(input) || !input.generics.params.is_empty() {
        ErrorImpl::Theirs
    } else {
        ErrorImpl::Unproven
    }
}
