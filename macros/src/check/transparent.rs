//! The rule for transparent variants.

use syn::ext::IdentExt as _;
use syn::{GenericArgument, Ident, PathArguments, Type};

use super::{Source, fields};
use crate::attr::{OnType, WrittenVariant};
use crate::errors::Errors;
use crate::model::Field;

/// A transparent variant has one field and nothing of its own; the field may be `from`.
///
/// `#[api(transparent)] Auth(#[api(from)] AuthError)`
pub fn check_transparent<'a>(
    errors: &Errors,
    on_type: &OnType,
    source: &Source<'a>,
    written: &WrittenVariant,
    key: &syn::Ident,
) -> Option<Field<'a>> {
    let given = &written.on_variant;
    let name = source.name();
    let own = [
        given.status.as_ref().map(|given| &given.key),
        given.code.as_ref().map(|given| &given.key),
        given.number.as_ref().map(|given| &given.key),
        given.title.as_ref().map(|given| &given.key),
        given.message.as_ref().map(|given| &given.key),
        given.docs_url.as_ref().map(|given| &given.key),
        given.retryable.as_ref().map(|given| &given.key),
        given.shared.as_ref().map(|given| &given.key),
        given.expose.as_ref().map(|given| &given.key),
        given.redact.as_ref().map(|given| &given.key),
    ];
    for other in own.into_iter().flatten() {
        errors.at(
            other,
            format!(
                "`{name}` is transparent, so its field says the `{other}`: remove this key or `transparent`"
            ),
        );
    }
    for pair in given.meta.iter().chain(&given.headers) {
        errors.at(
            &pair.name,
            format!("`{name}` is transparent, so its field says this: remove it or `transparent`"),
        );
    }
    for (field, attrs) in source.fields.iter().zip(&written.fields) {
        if let Some(from) = &attrs.from {
            fields::check_displayed(errors, on_type, from);
        }
        if let Some(other) = attrs.key_but_from() {
            errors.at(
                other,
                format!(
                    "`{name}` is transparent, so nothing is said of its field: remove this key from {}",
                    describe(field)
                ),
            );
        }
    }
    let mut fields = source.fields().into_iter();
    match (fields.next(), fields.next()) {
        (Some(field), None) if is_itself(field.ty, source.ty) => {
            let message = format!("`{name}` delegates to `{}` itself: name another error type", source.ty);
            errors.at(field.ty, message);
            None
        }
        (Some(field), None) => Some(field),
        _ => {
            errors.at(
                key,
                format!(
                    "`transparent` delegates to one field, and `{name}` has {}: write `{name}(OtherError)`",
                    source.fields.len()
                ),
            );
            None
        }
    }
}

/// Whether a type is the one being derived for, also behind a pointer.
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

fn describe(field: &syn::Field) -> String {
    match &field.ident {
        Some(name) => format!("`{}`", name.unraw()),
        None => "it".to_owned(),
    }
}
