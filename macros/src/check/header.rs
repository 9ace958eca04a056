//! Rules for headers: valid names and values (RFC 9110 §5), and one value where a header has only one.

use super::public::Public;
use crate::attr::WrittenVariant;
use crate::errors::Errors;
use crate::header::{is_reserved, is_token, single_value};
use crate::key::TypeAttrs;
use crate::model::Exposure;
use crate::pair::Pair;

/// Constant headers are valid, and no field sends one that has one value.
///
/// `#[api(header("WWW-Authenticate" = "Bearer"))]`
pub fn check_headers(errors: &Errors, written: &WrittenVariant) {
    let given = &written.on_variant.headers;
    check_pairs(errors, given);
    let names = names_of_fields(written);
    for pair in given {
        let name = pair.name.value();
        if let Some(section) = single_value(&name).filter(|_| contains(&names, &name)) {
            errors.at(&pair.name, duplicate(&name, "also on a field", section));
        }
    }
}

/// The header of a field shows no source, as no text of a header does.
///
/// `Upload { #[api(source)] cause: io::Error, #[api(header = "X-Cause")] id: u64 }`
pub fn check_sources(public: &Public) {
    if public.exposure == Exposure::Exposed {
        return;
    }
    for (field, written) in public.roles.all.iter().zip(&public.written.fields) {
        if let Some(header) = written.header.as_ref().filter(|_| public.is_source(field)) {
            let message = format!(
                "`{}` is a source, which is for logs: remove `header`, or write `expose`",
                field.name()
            );
            public.errors.at(&header.key, message);
        }
    }
}

/// The headers of the type that a variant and its fields do not replace.
pub fn inherited<'a>(on_type: &'a TypeAttrs, written: &WrittenVariant) -> Vec<&'a Pair> {
    let mut names = names_of_fields(written);
    names.extend(written.on_variant.headers.iter().map(|pair| pair.name.value()));
    on_type.headers.iter().filter(|pair| !contains(&names, &pair.name.value())).collect()
}

/// The names of the headers that fields send.
fn names_of_fields(written: &WrittenVariant) -> Vec<String> {
    let names = written.fields.iter().flat_map(|field| {
        let named = field.header.as_ref().map(|header| header.value.value());
        let retry_after = field.retry_after.as_ref().map(|_| "Retry-After".to_owned());
        named.into_iter().chain(retry_after)
    });
    names.collect()
}

fn contains(names: &[String], name: &str) -> bool {
    names.iter().any(|other| other.eq_ignore_ascii_case(name))
}

/// Says that a header is written twice: "duplicate header `ETag`, also on a field: it has one value (RFC 9110 §8.8.3)".
pub fn duplicate(name: &str, place: &str, section: &str) -> String {
    let comma = if place.is_empty() { "" } else { ", " };
    format!("duplicate header `{name}`{comma}{place}: it has one value ({section})")
}

/// Checks the headers of a type or of a variant: a header that has one value is written once.
///
/// `#[api(header("Set-Cookie" = "sid=; Max-Age=0", "Set-Cookie" = "csrf=; Max-Age=0"))]`
pub fn check_pairs(errors: &Errors, pairs: &[Pair]) {
    let mut known = Vec::new();
    for pair in pairs {
        check_pair(errors, pair);
        let name = pair.name.value();
        if let Some(section) = single_value(&name).filter(|_| contains(&known, &name)) {
            errors.at(&pair.name, duplicate(&name, "", section));
        }
        known.push(name);
    }
}

/// Checks one `name = "value"`.
fn check_pair(errors: &Errors, pair: &Pair) {
    check_name(errors, &pair.name);
    // RFC 9110 §5.5: visible ASCII, with spaces and tabs only between.
    let value = pair.value.value();
    let legal = |c: char| c.is_ascii_graphic() || c == ' ' || c == '\t';
    // The names of fields may have any letters.
    let outside =
        value.split('{').flat_map(|part| part.split_once('}').map_or(part, |(_, after)| after).chars());
    if !{ outside }.all(legal) || value.trim() != value {
        errors.at(
            &pair.value,
            "invalid header value, expected visible ASCII without leading or trailing spaces (RFC 9110 §5.5)",
        );
    }
}

/// A header name is a token (RFC 9110 §5.6.2) that is not reserved.
pub fn check_name(errors: &Errors, literal: &syn::LitStr) {
    let name = literal.value();
    if !is_token(&name) {
        let name = name.escape_debug();
        errors.at(literal, format!("invalid header name `{name}`, expected one such as `X-RateLimit-Limit`"));
    } else if is_reserved(&name) {
        let advice =
            if name.eq_ignore_ascii_case("content-type") { ", or use `Body::with_content_type`" } else { "" };
        errors.at(literal, format!("the reply sets `{name}`: remove it{advice}"));
    }
}
