//! What `strict` adds; of a status that is a path, `expand/columns.rs` has the compiler check the same.

use proc_macro2::Span;

use super::Source;
use super::status::place;
use crate::attr::{OnType, WrittenVariant};
use crate::doc::Docs;
use crate::errors::Errors;
use crate::model::{Detail, Own, Status};
use crate::status::{is_registered, required_header};

pub fn check_strict(errors: &Errors, on_type: &OnType, source: &Source, written: &WrittenVariant, own: &Own) {
    if let Status::Number(status) = own.status {
        let place = place(source, &written.on_variant);
        check_registered(errors, place, status);
        // What could not be read may have been the header.
        if !(on_type.damaged || written.is_damaged()) {
            check_header(errors, place, status, own);
        }
    }
    check_documented(errors, source, &own.docs);
    check_details(errors, &own.details);
}

/// Every error says what it means: a type of problem is documented (RFC 9457 §4).
///
/// `/// The order does not exist.`
fn check_documented(errors: &Errors, source: &Source, docs: &Docs) {
    if docs.description.is_empty() {
        let name = source.name();
        errors.at(
            source.ident,
            format!("`{name}` needs documentation (`strict`, RFC 9457 §4): write `/// …` above it"),
        );
    }
}

/// A status is registered, whatever the title says (RFC 9110 §15).
///
/// `#[api(status = 400, title = "Client went away")]`
fn check_registered(errors: &Errors, place: Span, status: u16) {
    if !is_registered(status) {
        let message = format!(
            "IANA has not registered the status {status} (`strict`, RFC 9110 §15): write a registered one"
        );
        errors.push(syn::Error::new(place, message));
    }
}

/// A reply that must have a header has it (RFC 9110 §15.5.2, §15.5.6, §15.5.8, §15.5.22).
///
/// `#[api(status = 405, header("Allow" = "GET"))]`
fn check_header(errors: &Errors, place: Span, status: u16, own: &Own) {
    let Some((header, section)) = required_header(status) else { return };
    let constant = own.headers.iter().map(|(name, _)| name);
    let mut sent = constant.chain(own.field_headers.iter().map(|(name, _)| name));
    if !sent.any(|name| name.eq_ignore_ascii_case(header)) {
        let message = format!(
            "the status {status} needs a header (`strict`, RFC 9110 §{section}): write `header(\"{header}\" = \"…\")`, or `header = \"{header}\"` on a field"
        );
        errors.push(syn::Error::new(place, message));
    }
}

/// The name of an extension member begins with a letter and has three or more letters, digits and underscores (RFC 9457
/// §3.2).
///
/// `#[api(detail = "retry_limit")]`
fn check_details(errors: &Errors, details: &[Detail]) {
    for detail in details {
        let name = &detail.name;
        let legal = |c: char| c.is_ascii_alphanumeric() || c == '_';
        let begins = name.starts_with(|c: char| c.is_ascii_alphabetic());
        if !(begins && name.chars().all(legal) && name.len() >= 3) {
            errors.push(syn::Error::new(
                detail.span,
                format!("`{name}` is no name of an extension member (`strict`, RFC 9457 §3.2): write three or more letters, digits and underscores, a letter first"),
            ));
        }
    }
}
