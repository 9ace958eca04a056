//! The rules for kinds: an error takes its entry from another one, and says what this instance adds.

use quote::quote;
use syn::Path;

use super::Source;
use super::fields::Roles;
use super::transparent::is_itself;
use crate::attr::WrittenVariant;
use crate::errors::Errors;
use crate::model::OfKind;

/// Whether a variant takes its entry from a kind, on the variant or on a field.
pub fn has_kind(written: &WrittenVariant) -> bool {
    written.on_variant.kind.is_some() || written.fields.iter().any(|field| field.kind.is_some())
}

/// A kind is another error, and gives what the entry says.
///
/// `#[api(kind = Code::NotFound)]`, or `#[api(kind)] code: Code`
pub fn check_kind<'a>(
    errors: &Errors,
    source: &Source<'a>,
    written: &'a WrittenVariant,
    roles: &Roles<'a>,
) -> Option<OfKind<'a>> {
    if !has_kind(written) {
        return None;
    }
    check_keys(errors, source, written);
    let name = source.name();
    let on_variant = written.on_variant.kind.as_ref();
    if let Some(field) = &roles.kind {
        let key = written.fields.iter().find_map(|field| field.kind.as_ref());
        if let (Some(_), Some(given)) = (on_variant, key) {
            errors.at(&given.key, "duplicate key `kind`, also on the variant: remove one");
        }
        if is_itself(field.ty, source.ty) {
            errors.at(field.ty, format!("`{name}` is its own kind: expected another error type"));
        }
        return Some(OfKind::Field(field.clone()));
    }
    let path = &on_variant?.value;
    if is_own_variant(path, source) {
        let message = format!(
            "expected a variant of another type than `{}`: write `shared` to have its code twice",
            source.ty
        );
        errors.at(path, message);
    }
    Some(OfKind::Variant(path))
}

/// What the entry says cannot be said beside a kind.
fn check_keys(errors: &Errors, source: &Source, written: &WrittenVariant) {
    let keys = written.on_variant.written();
    let keys: Vec<_> = keys.into_iter().filter(|key| OF_THE_ENTRY.iter().any(|name| *key == name)).collect();
    if keys.is_empty() {
        return;
    }
    let names: Vec<_> = keys.iter().map(|key| format!("`{key}`")).collect();
    let them = if names.len() > 1 { "them" } else { "it" };
    let message = format!("the kind of `{}` gives {}: remove {them}", source.name(), names.join(" and "));
    errors.at(quote!(#(#keys)*), message);
}

/// The keys of a variant that are facts of its entry.
const OF_THE_ENTRY: [&str; 10] =
    ["status", "also", "code", "number", "shared", "title", "docs_url", "meta", "retryable", "body"];

/// `OrderError::NotFound` on a variant of `OrderError`, whose catalog would contain itself.
fn is_own_variant(path: &Path, source: &Source) -> bool {
    path.leading_colon.is_none() && path.segments.first().is_some_and(|first| first.ident == *source.ty)
}
