//! The rules about the whole: one `check_<rule>` each, headed by the rule and an example.
//!
//! Variants are checked in the order of the source. What is wrong is reported and replaced by something harmless, so that
//! all mistakes are found at once.

mod arguments;
mod code;
mod detail;
mod display;
mod example;
mod facts;
mod fields;
mod header;
mod header_text;
mod kind;
mod message;
mod placeholder;
mod public;
mod since;
mod status;
mod strict;
mod threads;
mod title;
mod transparent;
mod type_level;

pub use self::type_level::{allows_deprecated, is_displayed_elsewhere};

use self::placeholder::Values;
use self::public::Public;

use proc_macro2::Span;
use quote::format_ident;
use syn::ext::IdentExt as _;
use syn::spanned::Spanned as _;
use syn::{Attribute, DeriveInput, Fields, Ident, Member, Type};

use crate::attr::{Item, WrittenVariant};
use crate::doc::Docs;
use crate::encode::Facts;
use crate::errors::Errors;
use crate::foreign::Beside;
use crate::key::{TypeAttrs, VariantAttrs};
use crate::model::{Code, Exposure, Field, Kind, Model, Own, Status, Variant, VariantPath};

/// Makes the model of what was written.
pub fn check<'a>(errors: &Errors, input: &'a DeriveInput, item: &'a Item) -> Model<'a> {
    let on_type = &item.on_type;
    let sources = sources(input);
    let beside = Beside::of(input);
    errors.of_type();
    type_level::check_type(errors, input, item);
    let mut variants: Vec<_> = sources
        .iter()
        .zip(&item.variants)
        .enumerate()
        .map(|(index, (source, written))| {
            errors.of_variant(index);
            variant(errors, on_type, &beside, source, written)
        })
        .collect();
    number_entries(&mut variants);
    code::check_unique(errors, &variants, item);
    fields::check_from_types(errors, &variants, item);
    errors.of_type();
    Model {
        krate: on_type.krate(),
        vis: &input.vis,
        ident: &input.ident,
        generics: &input.generics,
        docs: match input.data {
            syn::Data::Enum(_) => Docs::read(errors, &input.attrs).text,
            _ => String::new(),
        },
        error_impl: type_level::error_impl(input, on_type),
        serialize: on_type.serialize.is_some(),
        plugins: &on_type.plugins,
        strict: on_type.strict.is_some(),
        allows_deprecated: allows_deprecated(input),
        body: on_type.body.as_ref().map(|given| &given.value),
        variants,
        field_types: sources.iter().flat_map(|source| source.fields).map(|field| &field.ty).collect(),
    }
}

/// A variant of the input; a struct is its own only variant.
struct Source<'a> {
    ident: &'a Ident,
    /// The name of the enum or struct.
    ty: &'a Ident,
    path: VariantPath<'a>,
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
            vec![Source {
                ident,
                ty: ident,
                path: VariantPath::Struct,
                attrs: &input.attrs,
                fields: &data.fields,
            }]
        }
        syn::Data::Union(_) => Vec::new(),
    }
}

impl<'a> Source<'a> {
    fn of_variant(ty: &'a Ident, variant: &'a syn::Variant) -> Self {
        let ident = &variant.ident;
        let mut path = ty.clone();
        path.set_span(path.span().resolved_at(Span::call_site()));
        let path = VariantPath::Enum { ty: path, variant: ident };
        Self { ident, ty, path, attrs: &variant.attrs, fields: &variant.fields }
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

/// The name that patterns bind a field to, at its type: that is where a missing trait is reported.
fn binding(member: &Member, ty: &Type) -> Ident {
    let span = Span::call_site().located_at(ty.span());
    match member {
        Member::Named(name) => format_ident!("__field_{}", name.unraw(), span = span),
        Member::Unnamed(index) => format_ident!("__field_{}", index.index, span = span),
    }
}

fn variant<'a>(
    errors: &Errors,
    on_type: &'a TypeAttrs,
    beside: &Beside,
    source: &Source<'a>,
    written: &'a WrittenVariant,
) -> Variant<'a> {
    let kind = if transparent::is_transparent(on_type, written) {
        transparent::check_transparent(errors, on_type, source, written).map(Kind::Transparent)
    } else {
        transparent::check_from(errors, written);
        None
    };
    Variant {
        name: source.name(),
        span: source.ident.span(),
        path: source.path.clone(),
        kind: kind.unwrap_or_else(|| Kind::Own(Box::new(own(errors, on_type, beside, source, written)))),
    }
}

/// Numbers the errors of the type.
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
    on_type: &'a TypeAttrs,
    beside: &Beside,
    source: &Source<'a>,
    written: &'a WrittenVariant,
) -> Own<'a> {
    let given = &written.on_variant;
    // What could not be read may have been the status or the code, and a transparent variant has neither.
    let incomplete = given.is_incomplete()
        || on_type.is_incomplete()
        || written.fields.iter().any(|field| field.lost.iter().any(|key| key == "status"))
        || transparent::is_transparent(on_type, written)
        || kind::has_kind(written)
        || display::check_forwarded(errors, on_type, beside, source, written);
    let (status, code) = if kind::has_kind(written) {
        (Status::Number(400), Code::Text(String::new()))
    } else {
        (
            status::check_status(errors, on_type, source, given, incomplete),
            code::check_code(errors, on_type, source, given, incomplete),
        )
    };
    let fields = fields::check_fields(errors, on_type, source, written);
    let exposure = check_exposure(errors, on_type, given);
    let also = status::check_also(errors, given, &status, fields.status.is_some(), incomplete);
    let roles = &fields;
    let public = Public { errors, on_type, beside, source, written, roles, status: &status, exposure };
    let number = given.number.as_ref().map(|number| &number.value);
    header::check_headers(errors, written);
    header::check_sources(&public);
    let kind = kind::check_kind(errors, source, written, roles);
    let of_kind = kind.is_some();
    // Without `expose`, clients read the message of the kind.
    let shows_display = !incomplete || of_kind && exposure == Exposure::Exposed;
    let values = Values { code: code.known(), number, of_kind };
    let filled = placeholder::fill_all(&public, &values, incomplete);
    let mut own = Own {
        index: 0.into(),
        kind,
        exposure,
        message: message::check_message(&public),
        display: shows_display.then(|| display::check_display(&public)).flatten(),
        body: given.body.as_ref().map(|given| &given.value),
        title: title::check_title(errors, given),
        number,
        shared: given.shared.is_some() || on_type.shared.is_some(),
        also,
        docs_url: filled.docs_url,
        headers: filled.headers,
        header_templates: filled.header_templates,
        docs: Docs::read(errors, source.attrs),
        constants: fields.constants,
        details: fields.details,
        samples: Vec::new(),
        field_headers: fields.headers,
        retry_after: fields.retry_after,
        violations: fields.violations,
        field_status: fields.status,
        source: fields.source,
        from: fields.from,
        facts: Facts::default(),
        status,
        code,
    };
    example::check_examples(errors, written, &fields.all, &mut own);
    own.facts =
        if of_kind { facts::of_kind(&own) } else { facts::of_entry(errors, given, &own, &filled.meta) };
    if on_type.strict.is_some() {
        strict::check_strict(errors, on_type, source, written, &own);
    } else {
        status::check_registered(errors, source, given, &own.status);
    }
    own
}

/// `expose` and `redact` exclude each other, and a `message` is public already.
///
/// `#[api(status = 403, code = "Forbidden", redact)]`, or `expose` on the type
fn check_exposure(errors: &Errors, on_type: &TypeAttrs, given: &VariantAttrs) -> Exposure {
    match (&given.expose, &given.redact) {
        (Some(_), Some(redact)) => {
            errors.at(&redact.key, "`expose` and `redact` exclude each other: remove one");
        }
        (None, Some(redact)) if given.message.is_some() => {
            errors.at(&redact.key, "a `message` is public already: remove it or `redact`");
        }
        _ => {}
    }
    match (&given.expose, &given.redact) {
        (Some(_), _) => Exposure::Exposed,
        (None, Some(_)) => Exposure::Redacted,
        (None, None) if on_type.expose.is_some() => Exposure::Exposed,
        (None, None) => Exposure::ByStatus,
    }
}
