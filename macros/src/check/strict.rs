//! What `strict` adds; the rules about statuses are the compiler's to check, in `expand/entry.rs`.

use super::Source;
use crate::doc::Docs;
use crate::errors::Errors;
use crate::model::Detail;

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
