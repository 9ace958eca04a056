//! Rules for headers: valid names and values (RFC 9110 §5), one source for a name.

use super::inherit;
use crate::attr::WrittenVariant;
use crate::entry::Pair;
use crate::errors::Errors;
use crate::key::TypeAttrs;

/// Headers that describe the body, which the reply sets.
const RESERVED: [&str; 5] =
    ["content-type", "content-length", "content-encoding", "transfer-encoding", "trailer"];

/// Constant headers are valid, and no field sends the same header.
///
/// `#[api(header("WWW-Authenticate" = "Bearer"))]`
pub fn check_headers(
    errors: &Errors,
    on_type: &TypeAttrs,
    written: &WrittenVariant,
) -> Vec<(String, String)> {
    let given = &written.on_variant;
    for pair in &given.headers {
        check_pair(errors, pair);
        let name = pair.name.value();
        if names_of_fields(written).any(|other| other.eq_ignore_ascii_case(&name)) {
            errors.at(&pair.name, format!("duplicate header `{name}`, also on a field"));
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

/// Checks one `name = "value"`.
pub fn check_pair(errors: &Errors, pair: &Pair) {
    check_name(errors, &pair.name);
    // RFC 9110 §5.5: visible ASCII, with spaces and tabs only between.
    let value = pair.value.value();
    let legal = |c: char| c.is_ascii_graphic() || c == ' ' || c == '\t';
    if !value.chars().all(legal) || value.trim() != value {
        errors.at(
            &pair.value,
            "invalid header value, expected visible ASCII without leading or trailing spaces (RFC 9110 §5.5)",
        );
    }
}

/// A header name is a token (RFC 9110 §5.6.2) that is not reserved.
pub fn check_name(errors: &Errors, literal: &syn::LitStr) {
    let name = literal.value();
    let legal = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c);
    if name.is_empty() || !name.chars().all(legal) {
        errors.at(literal, format!("invalid header name `{name}`, expected one such as `X-RateLimit-Limit`"));
    } else if RESERVED.iter().any(|reserved| reserved.eq_ignore_ascii_case(&name)) {
        let advice =
            if name.eq_ignore_ascii_case("content-type") { ", or use `Body::with_content_type`" } else { "" };
        errors.at(literal, format!("the reply sets `{name}`: remove it{advice}"));
    }
}
