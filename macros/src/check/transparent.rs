//! The rule for transparent variants.

use syn::ext::IdentExt as _;

use super::Source;
use crate::attr::WrittenVariant;
use crate::errors::Errors;
use crate::model::Field;

/// A transparent variant has one field and nothing of its own.
///
/// `#[api(transparent)] Auth(AuthError)`
pub fn check_transparent<'a>(
    errors: &Errors,
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
        if let Some(other) = attrs.any_key() {
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

fn describe(field: &syn::Field) -> String {
    match &field.ident {
        Some(name) => format!("`{}`", name.unraw()),
        None => "it".to_owned(),
    }
}
