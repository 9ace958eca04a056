//! The rules of the whole: `check_<rule>` for each, its rule and an example above it.
//!
//! Variants are checked in the order of the source. What is wrong is reported and replaced by something harmless, so that all is seen.

mod code;
mod fields;
mod header;
mod kind;
mod message;
mod status;
mod strict;
mod transparent;

pub use self::kind::is_displayed_elsewhere;

use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote};
use syn::ext::IdentExt as _;
use syn::spanned::Spanned as _;
use syn::{Attribute, DeriveInput, Fields, Ident, Member, Type};

use crate::attr::{Item, OnType, OnVariant, Pair, WrittenVariant};
use crate::doc::Docs;
use crate::errors::Errors;
use crate::model::{Delegate, Exposure, Field, Kind, Model, Own, Variant};

/// Makes the model of what was written.
pub fn check<'a>(errors: &Errors, input: &'a DeriveInput, item: &'a Item) -> Model<'a> {
    let on_type = &item.on_type;
    let sources = sources(input);
    errors.of_type();
    kind::check_type(errors, input, on_type);
    let mut variants: Vec<_> = sources
        .iter()
        .zip(&item.variants)
        .enumerate()
        .map(|(index, (source, written))| {
            errors.of_variant(index);
            variant(errors, on_type, source, written)
        })
        .collect();
    number_entries(&mut variants);
    code::check_unique(errors, &variants, item);
    fields::check_from_types(errors, &variants, item);
    errors.of_type();
    Model {
        krate: on_type.krate(),
        ident: &input.ident,
        generics: &input.generics,
        description: match input.data {
            syn::Data::Enum(_) => Docs::read(errors, &input.attrs).description,
            _ => String::new(),
        },
        error_impl: kind::error_impl(input, on_type),
        serialize: on_type.serialize.is_some(),
        strict: on_type.strict.is_some(),
        body: on_type.body.as_ref().map(|given| &given.value),
        variants,
    }
}

/// A variant of the input; a struct is its own only variant.
struct Source<'a> {
    ident: &'a Ident,
    /// The name of the enum or struct.
    ty: &'a Ident,
    path: TokenStream,
    attrs: &'a [Attribute],
    fields: &'a Fields,
}

fn sources(input: &DeriveInput) -> Vec<Source<'_>> {
    let ident = &input.ident;
    match &input.data {
        syn::Data::Enum(data) => {
            data.variants.iter().map(|variant| Source::of_variant(ident, variant)).collect()
        }
        syn::Data::Struct(data) => {
            vec![Source { ident, ty: ident, path: quote!(Self), attrs: &input.attrs, fields: &data.fields }]
        }
        syn::Data::Union(_) => Vec::new(),
    }
}

impl<'a> Source<'a> {
    fn of_variant(ty: &'a Ident, variant: &'a syn::Variant) -> Self {
        let ident = &variant.ident;
        // `Self::Name` makes the compiler search all variants for the name, at every use. As for the span: a deprecated
        // type is no news to whoever derives for it.
        let mut path = ty.clone();
        path.set_span(path.span().resolved_at(Span::call_site()));
        Self { ident, ty, path: quote!(#path::#ident), attrs: &variant.attrs, fields: &variant.fields }
    }

    fn name(&self) -> String {
        self.ident.unraw().to_string()
    }

    fn fields(&self) -> Vec<Field<'a>> {
        let members = self.fields.members();
        let field = |(member, field): (Member, &'a syn::Field)| Field {
            binding: binding(&member, &field.ty),
            member,
            ty: &field.ty,
        };
        members.zip(self.fields).map(field).collect()
    }
}

/// The name that patterns bind a field to, placed on its type: that is where a trait it lacks is missing.
fn binding(member: &Member, ty: &Type) -> Ident {
    let span = Span::call_site().located_at(ty.span());
    match member {
        Member::Named(name) => format_ident!("__field_{}", name.unraw(), span = span),
        Member::Unnamed(index) => format_ident!("__field_{}", index.index, span = span),
    }
}

fn variant<'a>(
    errors: &Errors,
    on_type: &'a OnType,
    source: &Source<'a>,
    written: &'a WrittenVariant,
) -> Variant<'a> {
    let kind = match &written.on_variant.transparent {
        Some(key) => transparent::check_transparent(errors, on_type, source, written, &key.key)
            .map(|field| Kind::Transparent(delegate(errors, source, written, field))),
        None => None,
    };
    Variant {
        name: source.name(),
        span: source.ident.span(),
        path: source.path.clone(),
        kind: kind.unwrap_or_else(|| Kind::Own(Box::new(own(errors, on_type, source, written)))),
    }
}

fn delegate<'a>(
    errors: &Errors,
    source: &Source,
    written: &WrittenVariant,
    field: Field<'a>,
) -> Delegate<'a> {
    let hidden = Docs::read(errors, source.attrs).hidden;
    Delegate { field, hidden, from: written.fields.iter().any(|field| field.from.is_some()) }
}

/// Gives the errors of the type their places among its entries.
fn number_entries(variants: &mut [Variant]) {
    let own = variants.iter_mut().filter_map(|variant| match &mut variant.kind {
        Kind::Own(own) => Some(own),
        Kind::Transparent(_) => None,
    });
    for (index, own) in own.enumerate() {
        own.index = index.into();
    }
}

fn own<'a>(
    errors: &Errors,
    on_type: &'a OnType,
    source: &Source<'a>,
    written: &'a WrittenVariant,
) -> Own<'a> {
    let given = &written.on_variant;
    // What could not be read may have been the status or the code, and a delegated variant has none to miss.
    let incomplete = given.damaged || on_type.damaged || given.transparent.is_some();
    let status = status::check_status(errors, on_type, source, given, incomplete);
    let code = code::check_code(errors, on_type, source, given, incomplete);
    let fields = fields::check_fields(errors, on_type, source, written);
    let exposure = check_exposure(errors, given);
    let number = given.number.as_ref().map(|number| number.value);
    let docs = Docs::read(errors, source.attrs);
    let own = Own {
        index: 0.into(),
        message: message::check_message(
            errors,
            &status,
            exposure,
            source,
            written,
            &fields,
            on_type.display.is_some(),
        ),
        title: check_title(errors, given),
        retryable: given.retryable.as_ref().map(|retryable| retryable.value),
        headers: header::check_headers(errors, on_type, written),
        meta: inherit(&on_type.meta, &given.meta, |one, other| one == other),
        docs_url: check_docs_url(errors, on_type, given, &code, number),
        docs,
        shared: given.shared.is_some(),
        details: fields.details,
        field_headers: fields.headers,
        retry_after: fields.retry_after,
        field_status: fields.status,
        source: fields.source,
        from: fields.from,
        status,
        code,
        number,
        exposure,
    };
    if on_type.strict.is_some() {
        strict::check_strict(errors, on_type, source, written, &own);
    } else {
        status::check_registered(errors, source, given, &own.status);
    }
    own
}

/// What every variant has from the type, its own first.
fn inherit(on_type: &[Pair], own: &[Pair], is_same: impl Fn(&str, &str) -> bool) -> Vec<(String, String)> {
    let inherited = on_type.iter().filter(|pair| {
        let name = pair.name.value();
        !own.iter().any(|other| is_same(&other.name.value(), &name))
    });
    let text = |pair: &Pair| (pair.name.value(), pair.value.value());
    own.iter().chain(inherited).map(text).collect()
}

/// `expose` and `redact` exclude each other, and a `message` is public already.
///
/// `#[api(status = 403, code = "Forbidden", redact)]`
fn check_exposure(errors: &Errors, given: &OnVariant) -> Exposure {
    match (&given.expose, &given.redact) {
        (Some(_), Some(redact)) => {
            errors.at(&redact.key, "`expose` and `redact` exclude each other: keep one");
        }
        (None, Some(redact)) if given.message.is_some() => {
            errors.at(&redact.key, "a `message` is what the client may read: remove `redact` or the message");
        }
        _ => {}
    }
    match (&given.expose, &given.redact) {
        (Some(_), _) => Exposure::Exposed,
        (None, Some(_)) => Exposure::Redacted,
        (None, None) => Exposure::ByStatus,
    }
}

/// A title is the same at every occurrence (RFC 9457 §3.1.3), so it has no fields.
///
/// `#[api(title = "Too many requests")]`
fn check_title(errors: &Errors, given: &OnVariant) -> Option<String> {
    let title = &given.title.as_ref()?.value;
    let text = title.value();
    if text.trim().is_empty() {
        errors.at(title, "a title is not empty: write a short name of the error");
    } else if text.contains(['{', '}']) {
        errors.at(
            title,
            "a title is the same at every occurrence, so it names no fields: write those into `message`",
        );
    }
    Some(text)
}

/// The address of the documentation is a URI reference with the code filled in.
///
/// `#[api(docs_url = "https://example.com/errors#{code}")]`
fn check_docs_url(
    errors: &Errors,
    on_type: &OnType,
    given: &OnVariant,
    code: &str,
    number: Option<i64>,
) -> Option<String> {
    let url = &given.docs_url.as_ref().or(on_type.docs_url.as_ref())?.value;
    match crate::uri::fill(&url.value(), code, number) {
        Ok(filled) => Some(filled),
        Err(message) => {
            errors.at(url, message);
            None
        }
    }
}
