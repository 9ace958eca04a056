//! Rules for the keys on fields, and what they add up to.

use proc_macro2::Ident;
use quote::ToTokens as _;
use syn::ext::IdentExt as _;

use super::{Source, header};
use crate::attr::{Given, Item, OnField, OnType, WrittenVariant};
use crate::doc::Docs;
use crate::errors::Errors;
use crate::model::{Detail, Field, Variant};

/// What the fields of one variant add to its error.
#[derive(Default)]
pub struct Roles<'a> {
    pub all: Vec<Field<'a>>,
    pub details: Vec<Detail<'a>>,
    pub headers: Vec<(String, Field<'a>)>,
    pub retry_after: Option<Field<'a>>,
    pub status: Option<Field<'a>>,
    pub source: Option<Field<'a>>,
    pub from: bool,
}

impl OnField {
    /// Any key that was given beside `from`, to point at.
    pub fn key_but_from(&self) -> Option<&Ident> {
        let flags = [&self.retry_after, &self.status, &self.source];
        let flag = flags.into_iter().flatten().map(|given| &given.key).next();
        let detail = self.detail.as_ref().map(|given| &given.key);
        detail.or(self.header.as_ref().map(|given| &given.key)).or(flag)
    }
}

pub fn check_fields<'a>(
    errors: &Errors,
    on_type: &OnType,
    source: &Source<'a>,
    written: &'a WrittenVariant,
) -> Roles<'a> {
    let mut roles = Roles { all: source.fields(), ..Roles::default() };
    for ((field, written), syntax) in roles.all.clone().into_iter().zip(&written.fields).zip(source.fields) {
        check_detail(errors, &mut roles, &field, written, syntax);
        check_header(errors, &mut roles, &field, written);
        check_once(errors, &mut roles.retry_after, &field, written.retry_after.as_ref());
        check_once(errors, &mut roles.status, &field, written.status.as_ref());
        check_source(errors, on_type, &mut roles, &field, written);
    }
    if on_type.display.is_some() {
        check_from(errors, source, written, &roles);
    }
    roles
}

/// A detail has a name, unlike that of any other detail of the variant.
///
/// `Wrong(#[api(detail = "reason")] String)`
fn check_detail<'a>(
    errors: &Errors,
    roles: &mut Roles<'a>,
    field: &Field<'a>,
    written: &OnField,
    syntax: &syn::Field,
) {
    let Some(detail) = &written.detail else {
        return;
    };
    let name = match (&detail.value, &syntax.ident) {
        (Some(name), _) => name.value(),
        (None, Some(name)) => name.unraw().to_string(),
        (None, None) => {
            return errors.at(&detail.key, "this field has no name for the body: write `detail = \"name\"`");
        }
    };
    if name.is_empty() {
        errors.at(&detail.value, "a detail has a name: write `detail = \"name\"`");
    } else if roles.details.iter().any(|other| other.name == name) {
        errors.at(
            &detail.key,
            format!("the detail `{name}` is given twice: rename one with `detail = \"name\"`"),
        );
    }
    roles.details.push(Detail {
        name,
        span: detail.key.span(),
        doc: Docs::read(errors, &syntax.attrs).description,
        field: field.clone(),
    });
}

/// A header that a field sends is a legal one, and no other field sends it.
///
/// `#[api(header = "X-RateLimit-Limit")] limit: u32`
fn check_header<'a>(errors: &Errors, roles: &mut Roles<'a>, field: &Field<'a>, written: &OnField) {
    let Some(header) = &written.header else {
        return;
    };
    header::check_name(errors, &header.value);
    let name = header.value.value();
    if name.eq_ignore_ascii_case("Retry-After") {
        errors.at(&header.value, "`Retry-After` has a key of its own: write `retry_after`");
    } else if roles.headers.iter().any(|(other, _)| other.eq_ignore_ascii_case(&name)) {
        errors.at(&header.value, format!("another field sends `{name}` already: keep one of them"));
    }
    roles.headers.push((name, field.clone()));
}

/// `retry_after` and `status` stand on one field of a variant.
fn check_once<'a>(
    errors: &Errors,
    role: &mut Option<Field<'a>>,
    field: &Field<'a>,
    given: Option<&Given<()>>,
) {
    let Some(given) = given else { return };
    if role.is_some() {
        let key = given.key.unraw();
        errors.at(
            &given.key,
            format!("another field of this variant is the `{key}` already: keep one of them"),
        );
    }
    *role = Some(field.clone());
}

/// There is one source, and `source()` is ours to write.
///
/// `#[api(display)] enum E { … Database(#[api(source)] io::Error) }`
fn check_source<'a>(
    errors: &Errors,
    on_type: &OnType,
    roles: &mut Roles<'a>,
    field: &Field<'a>,
    written: &OnField,
) {
    for given in [&written.source, &written.from].into_iter().flatten() {
        check_displayed(errors, on_type, given);
        match &roles.source {
            Some(other) if other.member != field.member => {
                return errors
                    .at(&given.key, "another field of this variant is the source already: keep one of them");
            }
            _ => roles.source = Some(field.clone()),
        }
    }
    roles.from |= written.from.is_some();
}

/// `Error` is ours to implement, or sources are for another derive.
///
/// `#[api(display)]` on the type of a `source` or `from`
pub fn check_displayed(errors: &Errors, on_type: &OnType, given: &Given<()>) {
    let key = given.key.unraw();
    if on_type.display.is_none() && !on_type.damaged {
        errors.at(
            &given.key,
            format!("`{key}` needs `#[api(display)]` on the type; without it, `Error::source` is written elsewhere (`#[{key}]` of thiserror)"),
        );
    }
}

/// `from` makes the whole variant out of one field.
///
/// `Io(#[api(from)] io::Error)`
fn check_from(errors: &Errors, source: &Source, written: &WrittenVariant, roles: &Roles) {
    let from = written.fields.iter().find_map(|field| field.from.as_ref());
    let sources =
        written.fields.iter().filter(|field| field.from.is_some() || field.source.is_some()).count();
    if let Some(from) = from.filter(|_| roles.all.len() > 1 && sources == 1) {
        errors.at(
            &from.key,
            format!(
                "`from` makes `{}` of this field alone, and it has {}: write `source` and convert by hand",
                source.name(),
                roles.all.len()
            ),
        );
    }
}

/// `From` is made of a type for one variant only.
///
/// `Read(#[api(from)] io::Error)` and `Write(#[api(source)] io::Error)`
pub fn check_from_types(errors: &Errors, variants: &[Variant], item: &Item) {
    let mut known: Vec<(String, &str)> = Vec::new();
    for (index, (variant, written)) in variants.iter().zip(&item.variants).enumerate() {
        errors.of_variant(index);
        let from = written.fields.iter().find_map(|field| field.from.as_ref());
        let (Some(from), Some(field)) = (from, variant.from()) else { continue };
        let ty = field.ty.to_token_stream().to_string();
        match known.iter().find(|(other, _)| *other == ty) {
            Some((_, first)) => {
                let message = format!("`{first}` is made from this type already: write `source` here");
                errors.at(&from.key, message);
            }
            None => known.push((ty, &variant.name)),
        }
    }
}
