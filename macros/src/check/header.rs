//! Rules for headers: names and values that RFC 9110 §5 allows, one source for a name.

use super::inherit;
use crate::attr::{OnType, Pair, WrittenVariant};
use crate::errors::Errors;

/// Headers that describe the body: the reply makes them itself.
const OWNED: [&str; 5] =
    ["content-type", "content-length", "content-encoding", "transfer-encoding", "trailer"];

/// Constant headers are well formed, and no field says the same header again.
///
/// `#[api(header("WWW-Authenticate" = "Bearer"))]`
pub fn check_headers(errors: &Errors, on_type: &OnType, written: &WrittenVariant) -> Vec<(String, String)> {
    let given = &written.on_variant;
    for pair in &given.headers {
        check_pair(errors, pair);
        let name = pair.name.value();
        if names_of_fields(written).any(|other| other.eq_ignore_ascii_case(&name)) {
            errors.at(&pair.name, format!("a field sends `{name}` already: keep one of them"));
        }
    }
    let mut headers = inherit(&on_type.headers, &given.headers, str::eq_ignore_ascii_case);
    headers.retain(|(name, _)| !names_of_fields(written).any(|other| other.eq_ignore_ascii_case(name)));
    headers
}

/// The names of the headers that fields send.
fn names_of_fields(written: &WrittenVariant) -> impl Iterator<Item = String> {
    written.fields.iter().flat_map(|field| {
        let named = field.header.as_ref().map(|header| header.value.value());
        let retry_after = field.retry_after.as_ref().map(|_| "Retry-After".to_owned());
        named.into_iter().chain(retry_after)
    })
}

/// Checks one `name = "value"`, wherever it stands.
pub fn check_pair(errors: &Errors, pair: &Pair) {
    check_name(errors, &pair.name);
    // RFC 9110 §5.5: visible ASCII, with blanks and tabs only between.
    let value = pair.value.value();
    let legal = |c: char| c.is_ascii_graphic() || c == ' ' || c == '\t';
    if !value.chars().all(legal) || value.trim() != value {
        errors.at(&pair.value, "a header value is visible ASCII, blanks only between words (RFC 9110 §5.5)");
    }
}

/// A header name is a token (RFC 9110 §5.6.2) that the reply does not own.
pub fn check_name(errors: &Errors, literal: &syn::LitStr) {
    let name = literal.value();
    let legal = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c);
    if name.is_empty() || !name.chars().all(legal) {
        errors.at(
            literal,
            format!(
                "`{name}` is no header name: write letters, digits and hyphens, such as `X-RateLimit-Limit`"
            ),
        );
    } else if OWNED.iter().any(|owned| owned.eq_ignore_ascii_case(&name)) {
        errors.at(
            literal,
            format!("`{name}` belongs to the reply, which knows its body: remove it here (a content type is set with `Body::content_type`)"),
        );
    }
}
