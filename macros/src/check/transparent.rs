//! The rule for transparent variants.

use quote::quote;
use syn::{GenericArgument, Ident, PathArguments, Type};

use super::{Source, fields};
use crate::attr::WrittenVariant;
use crate::errors::Errors;
use crate::key::TypeAttrs;
use crate::model::Field;

/// A transparent variant has one field and no other key; the field may be `from`.
///
/// `#[api(transparent)] Auth(#[api(from)] AuthError)`
pub fn check_transparent<'a>(
    errors: &Errors,
    on_type: &TypeAttrs,
    source: &Source<'a>,
    written: &WrittenVariant,
    key: &Ident,
) -> Option<Field<'a>> {
    let name = source.name();
    let others: Vec<_> = written.on_variant.written().into_iter().filter(|other| *other != key).collect();
    if !others.is_empty() {
        let keys: Vec<_> = others.iter().map(|other| format!("`{other}`")).collect();
        let keys = keys.join(" and ");
        errors.at(
            quote!(#(#others)*),
            format!("`{name}` delegates everything to its field: remove `transparent`, or {keys}"),
        );
    }
    for attrs in &written.fields {
        if let Some(from) = &attrs.from {
            fields::check_displayed(errors, on_type, &from.key);
        }
        if let Some(other) = attrs.written().into_iter().find(|key| *key != "from") {
            errors.at(other, format!("a transparent field takes only `from`: remove `{other}`"));
        }
    }
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
            let found = source.fields.len();
            errors.at(key, format!("`transparent` needs exactly one field, but `{name}` has {found}"));
            None
        }
    }
}

/// Whether a type is the derived one, also in a `Box` or `Arc`.
fn is_itself(ty: &Type, derived: &Ident) -> bool {
    let Type::Path(path) = ty else { return false };
    let Some(last) = path.path.segments.last() else { return false };
    let alone = path.qself.is_none() && path.path.segments.len() == 1;
    match &last.arguments {
        _ if alone && (last.ident == *derived || last.ident == "Self") => true,
        PathArguments::AngleBracketed(arguments) if last.ident == "Box" || last.ident == "Arc" => {
            let is_itself =
                |argument: &_| matches!(argument, GenericArgument::Type(ty) if is_itself(ty, derived));
            arguments.args.iter().any(is_itself)
        }
        _ => false,
    }
}
