//! The rule for versions.

use crate::errors::Errors;
use crate::key::VariantAttrs;

/// A version has no spaces: a number such as `1.2`, or `next` for one that has no number yet.
///
/// `#[api(since = "1.2")]`
pub fn check_since(errors: &Errors, given: &VariantAttrs) -> Option<String> {
    let version = &given.since.as_ref()?.value;
    let text = version.value();
    if text.is_empty() || !text.chars().all(|c| c.is_ascii_graphic()) {
        errors.at(version, "expected a version, such as `since = \"1.2\"`");
    }
    Some(text)
}
