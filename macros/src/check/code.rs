//! Rules for codes and numbers: stable, well formed, unique.

use std::collections::BTreeMap;

use proc_macro2::Span;

use super::Source;
use crate::attr::{Item, OnType, OnVariant};
use crate::errors::Errors;
use crate::model::{Kind, Variant};

/// Every error has a code: its own, or one derived from its name if the type says how.
///
/// `#[api(code = "TooManyRequests")]`, or `rename_all = "snake_case"` on the type
pub fn check_code(
    errors: &Errors,
    on_type: &OnType,
    source: &Source,
    given: &OnVariant,
    incomplete: bool,
) -> String {
    let name = source.name();
    if let Some(code) = &given.code {
        let text = code.value.value();
        if let Some(problem) = problem(&text) {
            errors.at(&code.value, problem);
        }
        return text;
    }
    let Some(case) = &on_type.rename_all else {
        if !incomplete {
            errors.at(
                source.ident,
                format!("`{name}` needs a code: `#[api(code = \"{name}\")]`, or `rename_all` on the type"),
            );
        }
        return name;
    };
    let prefix = on_type.prefix.as_ref().map(|prefix| prefix.value.value());
    let derived = case.value.apply(&name);
    if problem(&derived).is_some() {
        let message =
            format!("`{name}` cannot be made a code, which is printable ASCII: write `code = \"…\"` here");
        errors.at(source.ident, message);
    }
    prefix.unwrap_or_default() + &derived
}

/// What keeps a text from being a code.
pub fn problem(code: &str) -> Option<&'static str> {
    if code.is_empty() {
        return Some("a code is not empty: write a stable name of the error");
    }
    let allowed = |c: char| c.is_ascii_graphic() && !matches!(c, '"' | '\'' | '\\');
    (!code.chars().all(allowed)).then_some(
        "a code is printable ASCII without spaces, quotes or backslash: write `code = \"TooManyRequests\"`",
    )
}

/// A code or number names one error, unless all that have it say `shared`.
///
/// `#[api(status = 404, code = "NotFound", shared)]`
pub fn check_unique<'v>(errors: &Errors, variants: &'v [Variant<'v>], item: &Item) {
    let mut codes = BTreeMap::new();
    let mut numbers = BTreeMap::new();
    for (index, (variant, written)) in variants.iter().zip(&item.variants).enumerate() {
        let Kind::Own(own) = &variant.kind else { continue };
        let given = &written.on_variant;
        errors.of_variant(index);
        let span = given.code.as_ref().map_or(variant.span, |code| code.value.span());
        let this = Use { variant, shared: own.shared, span };
        check_use(
            errors,
            &format!("the code `{}`", own.code),
            *codes.entry(own.code.clone()).or_insert(this),
            this,
        );
        if let Some(number) = &given.number {
            let what = format!("the number {}", number.value);
            let this = Use { span: number.key.span(), ..this };
            check_use(errors, &what, *numbers.entry(number.value).or_insert(this), this);
        }
    }
}

/// A variant that has a code or number, and where it says so.
#[derive(Clone, Copy)]
struct Use<'v> {
    variant: &'v Variant<'v>,
    shared: bool,
    span: Span,
}

fn check_use(errors: &Errors, what: &str, first: Use, second: Use) {
    let (one, other) = (&first.variant.name, &second.variant.name);
    if std::ptr::eq(first.variant, second.variant) {
        return;
    }
    let advice = match (first.shared, second.shared) {
        (true, true) => return,
        (true, false) => format!("write `shared` on `{other}` too, or give it its own"),
        (false, true) => format!("write `shared` on `{one}` too, or give `{other}` its own"),
        (false, false) => {
            format!("give `{other}` its own, or write `shared` on both if clients need not tell them apart")
        }
    };
    errors.push(syn::Error::new(second.span, format!("{what} stands for `{one}` already: {advice}")));
}
