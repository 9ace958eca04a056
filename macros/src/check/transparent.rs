//! The rules for transparent variants.

use quote::quote;
use syn::{Ident, Type};

use super::{Source, fields};
use crate::attr::{Item, WrittenVariant};
use crate::doc::Docs;
use crate::entry::FromTypes;
use crate::errors::Errors;
use crate::key::TypeAttrs;
use crate::model::{Delegate, Field};
use crate::type_path::pointee_of;

/// Whether a variant is transparent, by a key of its own or of the type.
pub fn is_transparent(on_type: &TypeAttrs, written: &WrittenVariant) -> bool {
    written.on_variant.transparent.is_some() || on_type.transparent.is_some()
}

/// A transparent variant has one field and no other key; `From` may be implemented.
///
/// `#[api(transparent)] Auth(#[api(from)] AuthError)`
pub fn check_transparent<'a>(
    errors: &Errors,
    on_type: &TypeAttrs,
    source: &Source<'a>,
    written: &'a WrittenVariant,
) -> Option<Delegate<'a>> {
    check_keys(errors, on_type, source, written);
    for attrs in &written.fields {
        if let Some(from) = &attrs.from {
            fields::check_displayed(errors, on_type, &from.key);
        }
        if let Some(other) = attrs.written().into_iter().find(|key| *key != "from") {
            errors.at(other, format!("a transparent field takes only `from`: remove `{other}`"));
        }
    }
    let field = check_field(errors, source, written)?;
    let from_field = written.fields.iter().any(|field| field.from.is_some());
    let (from_variant, from_types) = match written.on_variant.from.as_ref().map(|from| &from.value) {
        Some(FromTypes::Field) => (true, Vec::new()),
        Some(FromTypes::Listed(types)) => (false, types.iter().collect()),
        None => (false, Vec::new()),
    };
    check_from_once(errors, on_type, written);
    Some(Delegate {
        hidden: Docs::read(errors, source.attrs).hidden,
        from: on_type.from.is_some() || from_variant || from_field,
        from_types,
        field,
    })
}

/// A transparent variant says nothing of its own.
///
/// `#[api(transparent)]`, or `#[api(transparent)]` on the type
fn check_keys(errors: &Errors, on_type: &TypeAttrs, source: &Source, written: &WrittenVariant) {
    let name = source.name();
    if let (Some(_), Some(given)) = (&on_type.transparent, &written.on_variant.transparent) {
        errors.at(&given.key, "duplicate key `transparent`, also on the type: remove it here");
    }
    let others = written.on_variant.written();
    let others: Vec<_> = others.into_iter().filter(|key| *key != "transparent" && *key != "from").collect();
    if others.is_empty() {
        return;
    }
    let keys: Vec<_> = others.iter().map(|other| format!("`{other}`")).collect();
    let keys = keys.join(" and ");
    let message = if on_type.transparent.is_some() {
        format!(
            "the type is `transparent`: remove {keys}, or write `transparent` on the other variants instead"
        )
    } else {
        format!("`{name}` delegates everything to its field: remove `transparent`, or {keys}")
    };
    errors.at(quote!(#(#others)*), message);
}

/// The one field is another error.
fn check_field<'a>(errors: &Errors, source: &Source<'a>, written: &WrittenVariant) -> Option<Field<'a>> {
    let name = source.name();
    let mut fields = source.fields().into_iter();
    match (fields.next(), fields.next()) {
        (Some(field), None) if is_itself(field.ty, source.ty) => {
            let message =
                format!("`{name}` delegates to `{}` itself: expected another error type", source.ty);
            errors.at(field.ty, message);
            None
        }
        (Some(field), None) => Some(field),
        _ => {
            let count = source.fields.len();
            let kind =
                if count > 1 { ": for an error with context, write `#[api(kind)]` on its field" } else { "" };
            let message = format!("`transparent` needs exactly one field, but `{name}` has {count}{kind}");
            match &written.on_variant.transparent {
                Some(given) => errors.at(&given.key, message),
                None => errors.at(source.ident, message),
            }
            None
        }
    }
}

/// `From` for the type of the field is asked for once.
///
/// `from` on the type, on the variant or on the field
fn check_from_once(errors: &Errors, on_type: &TypeAttrs, written: &WrittenVariant) {
    let variant = written.on_variant.from.as_ref().filter(|from| matches!(from.value, FromTypes::Field));
    let field = written.fields.iter().find_map(|field| field.from.as_ref());
    let mut also = on_type.from.as_ref().map(|_| "type");
    for (key, place) in [(variant.map(|from| &from.key), "variant"), (field.map(|from| &from.key), "field")] {
        match (key, also) {
            (Some(key), Some(also)) => {
                errors.at(key, format!("duplicate key `from`, also on the {also}: remove it here"));
            }
            (Some(_), None) => also = Some(place),
            (None, _) => {}
        }
    }
}

/// On a variant, `from` is for transparent ones.
///
/// `#[api(transparent, from(rusqlite::Error))]`
pub fn check_from(errors: &Errors, written: &WrittenVariant) {
    let Some(from) = &written.on_variant.from else { return };
    if written.on_variant.is_incomplete() {
        return;
    }
    let advice = match &from.value {
        FromTypes::Field => "write it on the field",
        FromTypes::Listed(_) => "add it, or write `from` on the field",
    };
    errors.at(&from.key, format!("`from` on a variant needs `transparent`: {advice}"));
}

/// A transparent type has no errors of its own.
///
/// `#[api(display, transparent, from)]`
pub fn check_type(errors: &Errors, item: &Item, is_struct: bool) {
    let on_type = &item.on_type;
    if let Some(from) =
        on_type.from.as_ref().filter(|_| on_type.transparent.is_none() && !on_type.is_incomplete())
    {
        errors.at(&from.key, "`from` on the type needs `transparent`: add it, or write `from` on the fields");
    }
    let is_transparent = on_type.transparent.is_some()
        || is_struct && item.variants.iter().any(|variant| variant.on_variant.transparent.is_some());
    if !is_transparent {
        return;
    }
    for key in on_type.written().into_iter().filter(|key| DEFAULTS.iter().any(|default| *key == default)) {
        errors.at(key, format!("a transparent type has no errors of its own: remove `{key}`"));
    }
}

/// The keys of a type that are about its own errors.
const DEFAULTS: [&str; 9] =
    ["shared", "expose", "rename_all", "rename_details", "prefix", "status", "docs_url", "meta", "header"];

/// Whether a type is the derived one, also in a `Box` or `Arc`.
pub fn is_itself(ty: &Type, derived: &Ident) -> bool {
    let Type::Path(path) = ty else { return false };
    let Some(last) = path.path.segments.last() else { return false };
    let alone = path.qself.is_none() && path.path.segments.len() == 1;
    alone && (last.ident == *derived || last.ident == "Self")
        || pointee_of(ty).is_some_and(|inner| is_itself(inner, derived))
}
