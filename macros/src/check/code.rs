//! Rules for codes and numbers: well formed and unique.

use std::collections::BTreeMap;

use proc_macro2::Span;

use super::Source;
use crate::attr::Item;
use crate::entry::{self, Number};
use crate::errors::Errors;
use crate::key::{TypeAttrs, VariantAttrs};
use crate::literal;
use crate::model::{Code, Kind, Status, Variant};
use crate::text::Text;

/// Every error has a code: its own, or one derived from its name if the type has `rename_all`.
///
/// `#[api(code = "TooManyRequests")]`, or `rename_all = "snake_case"` on the type
pub fn check_code<'a>(
    errors: &Errors,
    on_type: &TypeAttrs,
    source: &Source,
    given: &'a VariantAttrs,
    incomplete: bool,
) -> Code<'a> {
    let name = source.name();
    match given.code.as_ref().map(|given| &given.value) {
        Some(Text::Path(path)) => return Code::Path(path),
        Some(Text::Literal(literal)) => {
            let text = literal::value(literal);
            if let Some(problem) = problem(&text) {
                errors.at(literal, problem);
            }
            return Code::Text(text);
        }
        None => {}
    }
    let Some(case) = &on_type.rename_all else {
        // A missing status is reported with the code, and a missing `rename_all` with the prefix.
        let has_status = given.status.is_some() || on_type.status.is_some();
        if !incomplete && has_status && on_type.prefix.is_none() {
            errors.at(
                source.ident,
                format!("`{name}` needs a code: `#[api(code = \"{name}\")]`, or `rename_all` on the type"),
            );
        }
        return Code::Text(name);
    };
    let prefix = on_type.prefix.as_ref().map(|prefix| prefix.value.value());
    let derived = case.value.apply(&name);
    if problem(&derived).is_some() {
        let message =
            format!("`{name}` cannot be renamed to a code of printable ASCII: write `code = \"…\"`");
        errors.at(source.ident, message);
    }
    Code::Text(prefix.unwrap_or_default() + &derived)
}

/// Why a text is not a valid code.
pub fn problem(code: &str) -> Option<&'static str> {
    if code.is_empty() {
        return Some("expected a code, found an empty string");
    }
    let allowed = |byte: u8| byte.is_ascii_graphic() && !matches!(byte, b'"' | b'\'' | b'\\');
    (!code.bytes().all(allowed))
        .then_some("invalid code: expected printable ASCII without spaces, quotes or backslash")
}

/// A code or number is unique, unless all errors that have it say `shared`.
///
/// `#[api(status = 404, code = "NotFound", shared)]`
pub fn check_unique<'v>(errors: &Errors, variants: &'v [Variant<'v>], item: &Item) {
    let mut codes = BTreeMap::new();
    let mut numbers = BTreeMap::new();
    for (index, (variant, written)) in variants.iter().zip(&item.variants).enumerate() {
        let Kind::Own(own) = &variant.kind else { continue };
        if own.kind.is_some() {
            continue;
        }
        let given = &written.on_variant;
        errors.of_variant(index);
        let span = given.code.as_ref().map_or(variant.span, |code| code.value.span());
        let status = match given.status.as_ref().map(|given| &given.value) {
            Some(entry::Status::Number(_, number)) => number.span(),
            Some(entry::Status::Path(_)) | None => variant.span,
        };
        let this = Use { variant, shared: own.shared, span, status: Some(status) };
        // The compiler compares those that are paths.
        if let Some(code) = own.code.known() {
            check_use(errors, &format!("code `{code}`"), *codes.entry(code).or_insert(this), this);
        }
        if let Some((Number::Value(value), given)) = own.number.zip(given.number.as_ref()) {
            let this = Use { span: given.key.span(), status: None, ..this };
            check_use(errors, &format!("number {value}"), *numbers.entry(value).or_insert(this), this);
        }
    }
}

/// A variant with a code or number, and the span of the latter.
#[derive(Clone, Copy)]
struct Use<'v> {
    variant: &'v Variant<'v>,
    shared: bool,
    span: Span,
    /// Where its status is written; `None` for a number, which errors of several statuses may share.
    status: Option<Span>,
}

fn check_use(errors: &Errors, what: &str, first: Use, second: Use) {
    let (one, other) = (&first.variant.name, &second.variant.name);
    if std::ptr::eq(first.variant, second.variant) {
        return;
    }
    let advice = match (first.shared, second.shared) {
        (true, true) => return check_statuses(errors, what, first, second),
        (true, false) => format!("write `shared` on `{other}` too"),
        (false, true) => format!("write `shared` on `{one}` too"),
        (false, false) => "change one, or write `shared` on both".to_owned(),
    };
    errors.push(syn::Error::new(second.span, format!("duplicate {what}, also on `{one}`: {advice}")));
}

/// Errors that share a code share its status, or list it in `also`. The compiler checks statuses that are paths.
///
/// `#[api(status = 404, code = "NotFound", shared)]` on both
fn check_statuses(errors: &Errors, what: &str, first: Use, second: Use) {
    let (Kind::Own(one), Kind::Own(other)) = (&first.variant.kind, &second.variant.kind) else { return };
    let (Status::Number(expected), Status::Number(found), Some(place)) =
        (&one.status, &other.status, second.status)
    else {
        return;
    };
    if !(one.may_have(*found) || other.may_have(*expected)) {
        let name = &first.variant.name;
        let message = format!("{what} has status {expected} on `{name}`: write it here too, or another code");
        errors.push(syn::Error::new(place, message));
    }
}
