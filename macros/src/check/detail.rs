//! Rules for details: each has a name that no other detail of the error has.

use syn::LitStr;
use syn::ext::IdentExt as _;

use super::fields::Roles;
use crate::attr::WrittenVariant;
use crate::doc::Docs;
use crate::encode::{mark, refused_mark};
use crate::errors::Errors;
use crate::json_type::{self, JsonType};
use crate::key::{FieldAttrs, TypeAttrs};
use crate::model::{ConstantDetail, Detail, Field};

/// A constant detail has a name that no other one has.
///
/// `#[api(detail("live" = true))]`
pub fn check_constants(errors: &Errors, written: &WrittenVariant) -> Vec<ConstantDetail> {
    let mut constants: Vec<ConstantDetail> = Vec::new();
    for given in &written.on_variant.constants {
        let name = given.name.value();
        if let Some(found) = mark(&name) {
            errors.at(&given.name, refused_mark(found));
        } else if name.is_empty() {
            errors.at(&given.name, "expected a name, such as `detail(\"live\" = true)`");
        } else if constants.iter().any(|other| other.name == name) {
            errors.at(&given.name, format!("duplicate detail `{name}`: remove one"));
        }
        constants.push(ConstantDetail { name, span: given.name.span(), json: given.value.text() });
    }
    constants
}

impl Roles<'_> {
    fn has_detail(&self, name: &str) -> bool {
        self.constants.iter().any(|constant| constant.name == name)
            || self.details.iter().any(|detail| detail.name == name)
    }
}

/// A detail has a name that no other detail of the variant has.
///
/// `Wrong(#[api(detail = "reason")] String)`
pub fn check_detail<'a>(
    errors: &Errors,
    on_type: &TypeAttrs,
    roles: &mut Roles<'a>,
    field: &Field<'a>,
    written: &'a FieldAttrs,
    syntax: &syn::Field,
) {
    let Some(detail) = &written.detail else {
        return;
    };
    let given = &detail.value;
    let name = match (&given.name, &syntax.ident) {
        (Some(name), _) => name.value(),
        (None, Some(name)) => rename(on_type, &name.unraw().to_string()),
        (None, None) => {
            let has_parts = given.with.is_some() || given.skip_if.is_some() || given.json.is_some();
            let form = if has_parts { "detail(name = \"name\", …)" } else { "detail = \"name\"" };
            return errors.at(&detail.key, format!("expected `{form}`, as the field has no name"));
        }
    };
    let place = given.name.as_ref().map_or(detail.key.span(), LitStr::span);
    if let Some(found) = mark(&name) {
        errors.push(syn::Error::new(place, refused_mark(found)));
    } else if name.is_empty() {
        errors.push(syn::Error::new(place, "expected a name, such as `detail = \"limit\"`"));
    } else if roles.has_detail(&name) {
        let message = format!("duplicate detail `{name}`: rename one with `detail = \"…\"`");
        errors.push(syn::Error::new(place, message));
    }
    roles.details.push(Detail {
        name,
        span: place,
        docs: Docs::read(errors, &syntax.attrs).text,
        field: field.clone(),
        with: given.with.as_ref(),
        skip_if: given.skip_if.as_ref(),
        json: given.json.as_ref().and_then(|json| check_json(errors, json)),
        example: None,
    });
}

/// The type of the JSON value is one that documentation has a word for.
///
/// `#[api(detail(with = Duration::as_millis, json = "integer"))]`
fn check_json(errors: &Errors, json: &LitStr) -> Option<JsonType> {
    let ty = JsonType::parse(&json.value());
    if ty.is_none() {
        errors.at(json, json_type::EXPECTED);
    }
    ty
}

/// The name of a detail that has none of its own.
///
/// `#[api(rename_details = "camelCase")]`
fn rename(on_type: &TypeAttrs, field: &str) -> String {
    match &on_type.rename_details {
        Some(case) => case.value.apply_to_field(field),
        None => field.to_owned(),
    }
}
