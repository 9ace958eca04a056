//! The rule for titles.

use crate::errors::Errors;
use crate::key::VariantAttrs;

/// A title is the same for every instance (RFC 9457 §3.1.3), so it has no fields.
///
/// `#[api(title = "Too many requests")]`
pub fn check_title(errors: &Errors, given: &VariantAttrs) -> Option<String> {
    let title = &given.title.as_ref()?.value;
    let text = crate::literal::value(title);
    if text.trim().is_empty() {
        errors.at(title, "expected a short name, found an empty title");
    } else if text.contains(['{', '}']) {
        errors.at(title, "a title cannot have fields: write them in `message`");
    }
    Some(text)
}
