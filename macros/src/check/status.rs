//! Rules for statuses written as numbers; a path is the compiler's to follow.

use proc_macro2::Span;
use quote::quote;

use super::Source;
use crate::attr::{self, OnType, OnVariant};
use crate::errors::Errors;
use crate::model::Status;
use crate::status::is_registered;

/// Every error has a status from 400 to 599.
///
/// `#[api(status = 429)]`, or `status = 400` on the type
pub fn check_status<'a>(
    errors: &Errors,
    on_type: &'a OnType,
    source: &Source,
    given: &'a OnVariant,
    incomplete: bool,
) -> Status<'a> {
    let harmless = Status::Number(400);
    if let Some(given) = &given.status {
        return read_status(&given.value).unwrap_or_else(|error| {
            errors.push(error);
            harmless
        });
    }
    if let Some(given) = &on_type.status {
        // A wrong one was reported at the type.
        return read_status(&given.value).unwrap_or(harmless);
    }
    if !incomplete {
        let name = source.name();
        errors.at(source.ident, format!("`{name}` needs a status: `#[api(status = 400)]`"));
    }
    harmless
}

/// The phrase of a status is the title, unless there is another one.
///
/// `#[api(status = 499, title = "Client went away")]`
pub fn check_registered(errors: &Errors, source: &Source, given: &OnVariant, status: &Status) {
    let Status::Number(number) = *status else { return };
    if is_registered(number) || given.title.is_some() || given.damaged {
        return;
    }
    let message = format!(
        "IANA has registered no phrase for the status {number}: say what it means with `title = \"…\"`"
    );
    errors.push(syn::Error::new(place(source, given), message));
}

/// Where a variant has its status from: its own, or its name if that of the type.
pub fn place(source: &Source, given: &OnVariant) -> Span {
    match given.status.as_ref().map(|given| &given.value) {
        Some(attr::Status::Number(_, number)) => number.span(),
        _ => source.ident.span(),
    }
}

/// The status that was written, on a variant or on the type.
///
/// # Errors
///
/// On the number, what to write instead.
pub fn read_status(written: &attr::Status) -> syn::Result<Status<'_>> {
    let (minus, number) = match written {
        attr::Status::Path(path) => return Ok(Status::Path(path)),
        attr::Status::Number(minus, number) => (minus, number),
    };
    match number.base10_parse() {
        Ok(value @ 400..=599) if number.suffix().is_empty() && minus.is_none() => Ok(Status::Number(value)),
        Ok(400..=599_u16) if minus.is_none() => {
            let digits = number.base10_digits();
            Err(syn::Error::new_spanned(number, format!("a status has no suffix: write `status = {digits}`")))
        }
        _ => {
            let tokens = quote!(#minus #number);
            let text = tokens.to_string().replace(' ', "");
            let message =
                format!("`{text}` is no error status: write one from 400 to 599, such as `status = 400`");
            Err(syn::Error::new_spanned(tokens, message))
        }
    }
}
