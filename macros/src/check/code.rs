//! Rules for codes and numbers: stable, well formed, unique.

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
    let code = format!("{}{}", prefix.unwrap_or_default(), case.value.apply(&name));
    if let Some(problem) = problem(&code) {
        errors.at(source.ident, format!("the code derived here is `{code}`: {problem}"));
    }
    code
}

/// What keeps a text from being a code.
fn problem(code: &str) -> Option<&'static str> {
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
pub fn check_unique(errors: &Errors, variants: &[Variant], item: &Item) {
    let own: Vec<_> = variants
        .iter()
        .zip(&item.variants)
        .filter_map(|(variant, written)| match &variant.kind {
            Kind::Own(own) => Some((variant, &written.on_variant, &**own)),
            Kind::Transparent(_) => None,
        })
        .collect();
    let mut codes = std::collections::BTreeMap::new();
    let mut numbers = std::collections::BTreeMap::new();
    for (variant, given, own) in own {
        let first = codes.entry(own.code.as_str()).or_insert((variant, own.shared));
        if !(std::ptr::eq(first.0, variant) || first.1 && own.shared) {
            let message = twice(&format!("the code `{}`", own.code), first.0, variant);
            match &given.code {
                Some(code) => errors.at(&code.value, message),
                None => errors.push(syn::Error::new(variant.span, message)),
            }
        }
        let Some(number) = &given.number else {
            continue;
        };
        let first = numbers.entry(number.value).or_insert((variant, own.shared));
        if !(std::ptr::eq(first.0, variant) || first.1 && own.shared) {
            errors.at(&number.key, twice(&format!("the number {}", number.value), first.0, variant));
        }
    }
}

fn twice(what: &str, first: &Variant, second: &Variant) -> String {
    format!(
        "{what} already stands for `{}`: give `{}` its own, or write `shared` on both if clients need not tell them apart",
        first.name, second.name
    )
}
