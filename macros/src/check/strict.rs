//! What `strict` adds; of a status that is a path, `expand/entry.rs` has the compiler check the same.

use super::Source;
use super::status::place;
use crate::attr::OnVariant;
use crate::doc::Docs;
use crate::errors::Errors;
use crate::model::{Detail, Status};
use crate::status::{is_registered, required_header};

/// Every error says what it means: a type of problem is documented (RFC 9457 §4).
///
/// `/// The order does not exist.`
pub fn check_documented(errors: &Errors, source: &Source, docs: &Docs) {
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
pub fn check_registered(errors: &Errors, source: &Source, given: &OnVariant, status: &Status) {
    let Status::Number(number) = *status else { return };
    if !is_registered(number) {
        let message = format!(
            "IANA has not registered the status {number} (`strict`, RFC 9110 §15): write a registered one"
        );
        errors.push(syn::Error::new(place(source, given), message));
    }
}

/// A reply that must have a header has it (RFC 9110 §15.5.2, §15.5.6, §15.5.8, §15.5.22).
///
/// `#[api(status = 405, header("Allow" = "GET"))]`
pub fn check_header<'h>(
    errors: &Errors,
    source: &Source,
    given: &OnVariant,
    status: &Status,
    mut sent: impl Iterator<Item = &'h String>,
) {
    let Status::Number(number) = *status else { return };
    let Some((header, section)) = required_header(number) else { return };
    if !sent.any(|name| name.eq_ignore_ascii_case(header)) {
        let message = format!(
            "the status {number} needs a header (`strict`, RFC 9110 §{section}): write `header(\"{header}\" = \"…\")`, or `header = \"{header}\"` on a field"
        );
        errors.push(syn::Error::new(place(source, given), message));
    }
}

/// The name of an extension member begins with a letter and has three or more letters, digits and underscores (RFC 9457
/// §3.2).
///
/// `#[api(detail = "retry_limit")]`
pub fn check_details(errors: &Errors, details: &[Detail]) {
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
