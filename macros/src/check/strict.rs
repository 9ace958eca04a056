//! The rules of `strict`. For a status that is a path, `expand/checks.rs` makes the compiler check the same.

use proc_macro2::Span;

use super::Source;
use super::status::place;
use crate::attr::WrittenVariant;
use crate::doc::Docs;
use crate::errors::Errors;
use crate::key::TypeAttrs;
use crate::model::{Own, Status};
use crate::status::{is_registered, required_header};

pub fn check_strict(
    errors: &Errors,
    on_type: &TypeAttrs,
    source: &Source,
    written: &WrittenVariant,
    own: &Own,
) {
    // The kind has a status and documentation.
    if own.kind.is_some() {
        return check_details(errors, own);
    }
    if let Status::Number(status) = own.status {
        let place = place(source, &written.on_variant);
        check_registered(errors, place, status);
        // What could not be read may have been the header.
        if !(on_type.is_incomplete() || written.is_incomplete()) {
            check_header(errors, place, status, own);
        }
    }
    check_also(errors, on_type, written, own);
    check_title(errors, source, written, own);
    check_documented(errors, source, &own.docs);
    check_details(errors, own);
}

/// Statuses of `also` are held to the same.
///
/// `#[api(status = 400, also(405), header("Allow" = "GET"))]`
fn check_also(errors: &Errors, on_type: &TypeAttrs, written: &WrittenVariant, own: &Own) {
    let given = written.on_variant.also.iter().flat_map(|also| &also.value.0);
    for (number, status) in given.zip(&own.also) {
        check_registered(errors, number.span(), *status);
        if !(on_type.is_incomplete() || written.is_incomplete()) {
            check_header(errors, number.span(), *status, own);
        }
    }
}

/// A title does not change with the status (RFC 9457 §3.1.3), so the phrase of the declared one would be wrong for others.
///
/// `#[api(status = 502, title = "Upstream failed")] Upstream(#[api(status)] u16)`
fn check_title(errors: &Errors, source: &Source, written: &WrittenVariant, own: &Own) {
    if own.field_status.is_some() && own.title.is_none() && !written.is_incomplete() {
        let name = source.name();
        let message = format!(
            "missing title for the statuses of `{name}` (`strict`, RFC 9457 §3.1.3): write `title = \"…\"`"
        );
        errors.at(source.ident, message);
    }
}

/// Every error is documented, as a type of problem is (RFC 9457 §4).
///
/// `/// The order does not exist.`
fn check_documented(errors: &Errors, source: &Source, docs: &Docs) {
    if !docs.has_description() {
        let name = source.name();
        errors.at(
            source.ident,
            format!("missing documentation for `{name}` (`strict`, RFC 9457 §4): write `/// …`"),
        );
    }
}

/// A status is registered (RFC 9110 §15).
///
/// `#[api(status = 400, title = "Client went away")]`
fn check_registered(errors: &Errors, place: Span, status: u16) {
    if !is_registered(status) {
        let message = format!("expected a registered status, found {status} (`strict`, RFC 9110 §15)");
        errors.push(syn::Error::new(place, message));
    }
}

/// A status that requires a header has it (RFC 9110 §15.5.2, §15.5.6, §15.5.8, §15.5.22).
///
/// `#[api(status = 405, header("Allow" = "GET"))]`
fn check_header(errors: &Errors, place: Span, status: u16, own: &Own) {
    let Some((header, section)) = required_header(status) else { return };
    if !own.sent_headers().iter().any(|name| name.eq_ignore_ascii_case(header)) {
        let message = format!(
            "status {status} needs `header(\"{header}\" = \"…\")`, or `header = …` on a field (`strict`, RFC 9110 §{section})"
        );
        errors.push(syn::Error::new(place, message));
    }
}

/// The name of an extension member has three or more letters, digits and underscores, a letter first (RFC 9457 §3.2).
///
/// `#[api(detail = "retry_limit")]`
fn check_details(errors: &Errors, own: &Own) {
    let constants = own.constants.iter().map(|constant| (&constant.name, constant.span));
    let names = constants.chain(own.details.iter().map(|detail| (&detail.name, detail.span)));
    for (name, span) in names {
        let legal = |c: char| c.is_ascii_alphanumeric() || c == '_';
        let begins = name.starts_with(|c: char| c.is_ascii_alphabetic());
        if !(begins && name.chars().all(legal) && name.len() >= 3) {
            errors.push(syn::Error::new(
                span,
                format!("invalid detail name `{name}`, expected three or more of `A-Za-z0-9_`, a letter first (`strict`, RFC 9457 §3.2)"),
            ));
        }
    }
}
