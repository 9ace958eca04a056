//! Rules for the keys on fields, and the roles of the fields.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::ext::IdentExt as _;
use syn::{Ident, Type};

use super::{Source, detail, header, threads};
use crate::attr::{Item, WrittenVariant};
use crate::entry::Given;
use crate::errors::Errors;
use crate::generics::mentions;
use crate::key::{FieldAttrs, TypeAttrs};
use crate::model::{ConstantDetail, Detail, Field, Kind, Variant};
use crate::type_path::option_of;

/// The roles of the fields of one variant.
#[derive(Default)]
pub struct Roles<'a> {
    pub all: Vec<Field<'a>>,
    pub constants: Vec<ConstantDetail>,
    pub details: Vec<Detail<'a>>,
    pub headers: Vec<(String, Field<'a>)>,
    pub retry_after: Option<Field<'a>>,
    pub violations: Option<Field<'a>>,
    pub status: Option<Field<'a>>,
    pub kind: Option<Field<'a>>,
    pub source: Option<Field<'a>>,
    pub from: bool,
}

impl Roles<'_> {
    pub fn is_kind(&self, field: &Field) -> bool {
        self.kind.as_ref().is_some_and(|kind| kind.member == field.member)
    }
}

pub fn check_fields<'a>(
    errors: &Errors,
    on_type: &TypeAttrs,
    source: &Source<'a>,
    written: &'a WrittenVariant,
) -> Roles<'a> {
    let constants = detail::check_constants(errors, written);
    let mut roles = Roles { all: source.fields(), constants, ..Roles::default() };
    for ((field, written), syntax) in roles.all.clone().into_iter().zip(&written.fields).zip(source.fields) {
        detail::check_detail(errors, on_type, &mut roles, &field, written, syntax);
        check_header(errors, &mut roles, &field, written);
        check_once(errors, &mut roles.retry_after, &field, written.retry_after.as_ref());
        check_once(errors, &mut roles.violations, &field, written.violations.as_ref());
        check_once(errors, &mut roles.status, &field, written.status.as_ref());
        check_once(errors, &mut roles.kind, &field, written.kind.as_ref());
        check_source(errors, on_type, &mut roles, &field, written);
        threads::check_threads(errors, &field);
    }
    roles.source = roles.source.or_else(|| source_by_name(on_type, &roles.all, written));
    if on_type.display.is_some() {
        check_from(errors, source, written, &roles);
        check_owned(errors, &roles);
    }
    roles
}

/// The header of a field is valid, and no other field sends it if it has one value.
///
/// `#[api(header = "X-RateLimit-Limit")] limit: u32`
fn check_header<'a>(errors: &Errors, roles: &mut Roles<'a>, field: &Field<'a>, written: &FieldAttrs) {
    let Some(header) = &written.header else {
        return;
    };
    header::check_name(errors, &header.value);
    let name = header.value.value();
    if name.eq_ignore_ascii_case("Retry-After") {
        errors.at(&header.value, "expected the key `retry_after` for this header");
    } else if let Some(section) = crate::header::single_value(&name) {
        if roles.headers.iter().any(|(other, _)| other.eq_ignore_ascii_case(&name)) {
            errors.at(&header.value, header::duplicate(&name, "also on another field", section));
        }
    }
    roles.headers.push((name, field.clone()));
}

/// `retry_after`, `status` and `kind` are on one field of a variant.
fn check_once<'a>(
    errors: &Errors,
    role: &mut Option<Field<'a>>,
    field: &Field<'a>,
    given: Option<&Given<()>>,
) {
    let Some(given) = given else { return };
    if role.is_some() {
        let key = given.key.unraw();
        errors.at(&given.key, format!("duplicate key `{key}`, also on another field"));
    }
    *role = Some(field.clone());
}

/// The field that is a source because of its name, as in thiserror, if it has no other role.
fn source_by_name<'a>(
    on_type: &TypeAttrs,
    fields: &[Field<'a>],
    written: &WrittenVariant,
) -> Option<Field<'a>> {
    on_type.display.as_ref()?;
    let mut named = fields.iter().zip(&written.fields).filter(|(field, _)| field.name() == "source");
    named.find(|(_, written)| written.written().is_empty()).map(|(field, _)| field.clone())
}

/// There is one source, and the derive implements `source()`.
///
/// `#[api(display)] enum E { … Database(#[api(source)] io::Error) }`
fn check_source<'a>(
    errors: &Errors,
    on_type: &TypeAttrs,
    roles: &mut Roles<'a>,
    field: &Field<'a>,
    written: &FieldAttrs,
) {
    let source = written.source.as_ref().filter(|source| source.value).map(|source| &source.key);
    for key in [source, written.from.as_ref().map(|from| &from.key)].into_iter().flatten() {
        check_displayed(errors, on_type, key);
        match &roles.source {
            Some(other) if other.member != field.member => {
                return errors.at(key, "duplicate source, also on another field: remove one");
            }
            _ => roles.source = Some(field.clone()),
        }
    }
    roles.from |= written.from.is_some();
}

/// `Error::source` returns `&(dyn Error + 'static)`.
///
/// `Parse(#[api(source)] ParseError<'a>)`
fn check_owned(errors: &Errors, roles: &Roles) {
    let Some(field) = &roles.source else { return };
    let tokens = field.ty.to_token_stream();
    // The lifetimes of `for<'a> fn(&'a str)` borrow nothing.
    if borrows(tokens.clone()) && !mentions(tokens, &|name: &Ident| name == "for") {
        errors.at(field.ty, "a source cannot borrow: expected a type without lifetimes, or `&'static …`");
    }
}

/// Whether a lifetime is named that is not `'static`.
fn borrows(ty: TokenStream) -> bool {
    let mut after_quote = false;
    ty.into_iter().any(|token| {
        let is_quote = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == '\'');
        let is_lifetime = std::mem::replace(&mut after_quote, is_quote);
        match token {
            TokenTree::Ident(name) => is_lifetime && name != "static",
            TokenTree::Group(group) => borrows(group.stream()),
            TokenTree::Punct(_) | TokenTree::Literal(_) => false,
        }
    })
}

/// The derive implements `Error`; otherwise sources are declared with another derive.
///
/// `#[api(display)]` on the type of a `source` or `from`
pub fn check_displayed(errors: &Errors, on_type: &TypeAttrs, given: &Ident) {
    let key = given.unraw();
    if on_type.display.is_none() && !on_type.is_incomplete() {
        errors.at(
            given,
            format!("`{key}` needs `#[api(display)]` on the type; with thiserror, write `#[{key}]`"),
        );
    }
}

/// `From` makes the whole variant from one field.
///
/// `Io(#[api(from)] io::Error)`
fn check_from(errors: &Errors, source: &Source, written: &WrittenVariant, roles: &Roles) {
    let from = written.fields.iter().find_map(|field| field.from.as_ref());
    let sources =
        written.fields.iter().filter(|field| field.from.is_some() || field.source.is_some()).count();
    if let Some(from) =
        from.filter(|_| roles.all.len() > 1 && sources == 1 && written.on_variant.transparent.is_none())
    {
        errors.at(
            &from.key,
            format!(
                "`from` needs exactly one field, but `{}` has {}: write `source`",
                source.name(),
                roles.all.len()
            ),
        );
    }
}

/// `From` is implemented once for a type.
///
/// `Read(#[api(from)] io::Error)` and `Write(#[api(source)] io::Error)`
pub fn check_from_types(errors: &Errors, variants: &[Variant], item: &Item) {
    let mut known: Vec<(String, &str)> = Vec::new();
    for (index, (variant, written)) in variants.iter().zip(&item.variants).enumerate() {
        errors.of_variant(index);
        for ty in variant.made_from() {
            let (place, advice) = place_of_from(variant, written, ty);
            let ty = option_of(ty).unwrap_or(ty).to_token_stream().to_string();
            match known.iter().find(|(other, _)| *other == ty) {
                Some((_, first)) => {
                    let message = format!("duplicate `from` for this type, also on `{first}`: {advice}");
                    errors.at(place, message);
                }
                None => known.push((ty, &variant.name)),
            }
        }
    }
}

/// Where `From` is asked for, and what else to write there.
fn place_of_from(variant: &Variant, written: &WrittenVariant, ty: &Type) -> (TokenStream, &'static str) {
    let on_field = written.fields.iter().find_map(|field| field.from.as_ref()).map(|from| &from.key);
    let is_field = variant.from().is_some_and(|field| std::ptr::eq(field.ty, ty));
    match (&variant.kind, on_field) {
        (Kind::Own(_), Some(key)) => (key.to_token_stream(), "write `source`"),
        (Kind::Transparent(_), Some(key)) if is_field => (key.to_token_stream(), "remove `from` here"),
        (Kind::Transparent(_), _) if is_field => {
            (ty.to_token_stream(), "write `from` on the other fields, not on the type")
        }
        _ => (ty.to_token_stream(), "remove it here"),
    }
}
