//! Rules for statuses that are numbers; only the compiler knows the value of a path.

use proc_macro2::Span;
use quote::quote;

use super::Source;
use crate::entry;
use crate::errors::Errors;
use crate::key::{TypeAttrs, VariantAttrs};
use crate::model::Status;
use crate::status::is_registered;

/// Every error has a status from 400 to 599.
///
/// `#[api(status = 429)]`, or `status = 400` on the type
pub fn check_status<'a>(
    errors: &Errors,
    on_type: &'a TypeAttrs,
    source: &Source,
    given: &'a VariantAttrs,
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
        let message = if given.code.is_none() && on_type.rename_all.is_none() {
            format!("`{name}` needs a status and a code: `#[api(status = 400, code = \"{name}\")]`")
        } else {
            format!("`{name}` needs a status: `#[api(status = 400)]`")
        };
        errors.at(source.ident, message);
    }
    harmless
}

/// A status without a registered reason phrase needs a title.
///
/// `#[api(status = 499, title = "Client went away")]`
pub fn check_registered(errors: &Errors, source: &Source, given: &VariantAttrs, status: &Status) {
    let Status::Number(number) = *status else { return };
    if is_registered(number) || given.title.is_some() || given.is_incomplete() {
        return;
    }
    errors.push(syn::Error::new(place(source, given), unregistered(number)));
}

fn unregistered(status: u16) -> String {
    format!("status {status} has no registered reason phrase: write `title = \"…\"`")
}

/// The span of a variant's status, or of its name if the type has the status.
pub fn place(source: &Source, given: &VariantAttrs) -> Span {
    match given.status.as_ref().map(|given| &given.value) {
        Some(entry::Status::Number(_, number)) => number.span(),
        _ => source.ident.span(),
    }
}

/// The status that was written, on a variant or on the type.
///
/// # Errors
///
/// What to write instead, at the number.
pub fn read_status(written: &entry::Status) -> syn::Result<Status<'_>> {
    let (minus, number) = match written {
        entry::Status::Path(path) => return Ok(Status::Path(path)),
        entry::Status::Number(minus, number) => (minus, number),
    };
    match number.base10_parse() {
        Ok(value @ 400..=599) if number.suffix().is_empty() && minus.is_none() => Ok(Status::Number(value)),
        Ok(400..=599_u16) if minus.is_none() => {
            let digits = number.base10_digits();
            Err(syn::Error::new_spanned(number, format!("expected `status = {digits}`, without suffix")))
        }
        _ => Err(syn::Error::new_spanned(quote!(#minus #number), "expected a status from 400 to 599")),
    }
}

/// A `status` field may choose the declared status and those of `also`: each is an error status, and listed once.
///
/// `#[api(status = 400, also(413, 422), code = "Invalid")] Invalid(#[api(status)] u16)`
pub fn check_also(
    errors: &Errors,
    given: &VariantAttrs,
    status: &Status,
    has_field: bool,
    incomplete: bool,
) -> Vec<u16> {
    let Some(also) = &given.also else { return Vec::new() };
    if !has_field && !incomplete {
        errors.at(&also.key, "`also` needs a field that chooses the status: `#[api(status)] status: u16`");
    }
    let mut known = Vec::new();
    for number in &also.value.0 {
        let Some(value) = read_also(number) else {
            errors.at(number, "expected a status from 400 to 599");
            continue;
        };
        if !number.suffix().is_empty() {
            errors.at(number, format!("expected `{value}`, without suffix"));
        }
        if matches!(status, Status::Number(declared) if *declared == value) {
            errors.at(number, "duplicate status: it is the declared one");
        } else if known.contains(&value) {
            errors.at(number, format!("duplicate status {value}"));
        } else if !is_registered(value) && given.title.is_none() && !given.is_incomplete() {
            errors.at(number, unregistered(value));
        }
        known.push(value);
    }
    known
}

fn read_also(number: &syn::LitInt) -> Option<u16> {
    let value = number.base10_digits().parse().ok()?;
    (400..=599).contains(&value).then_some(value)
}

/// Whether a `status` field may choose a 5xx.
pub fn may_be_5xx(given: &VariantAttrs) -> bool {
    given
        .also
        .as_ref()
        .is_none_or(|also| also.value.0.iter().any(|number| !matches!(read_also(number), Some(..500))))
}
