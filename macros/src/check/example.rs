//! Rules for examples: of something that is shown, and of its type. What samples know of the fields comes from here.

use syn::{Member, Type};

use crate::attr::WrittenVariant;
use crate::entry::Given;
use crate::errors::Errors;
use crate::expand::as_written;
use crate::json::{Example, Json};
use crate::json_type::{self, JsonType};
use crate::key::FieldAttrs;
use crate::model::{Detail, Field, Own, Sample, Value};
use crate::type_path::types_in;

/// An example is of a field that clients see, and of its type.
///
/// `#[api(detail, example = 7)] limit: Cents`
pub fn check_examples(errors: &Errors, written: &WrittenVariant, fields: &[Field], own: &mut Own) {
    if fields.is_empty() {
        return;
    }
    let examples: Vec<_> = fields.iter().zip(&written.fields).filter_map(with_example).collect();
    for (field, given) in &examples {
        // A key that could not be read may have been `detail`.
        if !is_shown(own, &field.member) && !written.is_incomplete() {
            let message = format!(
                "no reply shows `{}`: add `detail` or `header`, or name it in `message`",
                field.name()
            );
            errors.at(&given.key, message);
        } else if let Some(message) = mismatch(own, field, &given.value) {
            errors.push(syn::Error::new(given.value.span, message));
        }
    }
    let example = |member: &Member| {
        let of_this = examples.iter().find(|(field, _)| field.member == *member);
        of_this.map(|(_, given)| given.value.json.text())
    };
    for detail in &mut own.details {
        detail.example = example(&detail.field.member);
    }
    own.samples = named(own, fields).into_iter().filter_map(|field| of_text(own, field, example)).collect();
    let retry_after = own.retry_after.iter().map(|field| ("Retry-After", field));
    let headers = own.field_headers.iter().map(|(name, field)| (name.as_str(), field)).chain(retry_after);
    let samples = headers.filter_map(|(name, field)| {
        // The example of a converted detail is not that of the field. The mark tells it from a field of this name.
        let example = example(&field.member).filter(|_| !is_converted(own, field))?;
        Some(Sample { name: format!(":{name}"), json: String::new(), example })
    });
    let samples: Vec<_> = samples.collect();
    own.samples.extend(samples);
}

fn with_example<'f, 'a>(
    (field, written): (&'f Field<'a>, &'f FieldAttrs),
) -> Option<(&'f Field<'a>, &'f Given<Example>)> {
    written.example.as_ref().map(|given| (field, given))
}

fn is_shown(own: &Own, member: &Member) -> bool {
    let is_this = |field: &Field| field.member == *member;
    own.details.iter().any(|detail| is_this(&detail.field))
        || own.field_headers.iter().any(|(_, field)| is_this(field))
        || own.retry_after.as_ref().is_some_and(is_this)
        || is_in_header(own, member)
        || own.message.as_ref().is_some_and(|message| message.fields().into_iter().any(is_this))
        || own.display.as_ref().is_some_and(|display| display.shown.contains(member))
}

fn is_in_header(own: &Own, member: &Member) -> bool {
    let mut fields = own.header_templates.iter().flat_map(|header| &header.fields);
    fields.any(|(field, _)| field.member == *member)
}

fn detail_of<'o, 'a>(own: &'o Own<'a>, field: &Field) -> Option<&'o Detail<'a>> {
    own.details.iter().find(|detail| detail.field.member == field.member)
}

/// Whether its detail is what a function makes of it.
fn is_converted(own: &Own, field: &Field) -> bool {
    detail_of(own, field).is_some_and(|detail| detail.with.is_some())
}

/// Why an example cannot be of this field.
fn mismatch(own: &Own, field: &Field, example: &Example) -> Option<String> {
    let detail = detail_of(own, field);
    let is_wait = own.retry_after.as_ref().is_some_and(|wait| wait.member == field.member);
    if is_wait && detail.is_none() {
        return (!matches!(example.json, Json::Integer(0..)))
            .then(|| "expected seconds: `example = 30`".to_owned());
    }
    let declared = detail.and_then(|detail| detail.json.as_ref());
    let known =
        declared.cloned().or_else(|| JsonType::of_rust(field.ty).filter(|_| !is_converted(own, field)));
    let (expected, found) = (known?, &example.json);
    if let Some((expected, found)) = expected.mismatch(found) {
        return Some(format!("expected {}, found {}", expected.with_article(), found.kind()));
    }
    let ty = as_written(json_type::scalar_of(field.ty));
    (declared.is_none() && !json_type::fits(&ty, found)).then(|| format!("expected a value of `{ty}`"))
}

/// The fields that texts name, each once.
fn named<'f, 'a>(own: &Own, fields: &'f [Field<'a>]) -> Vec<&'f Field<'a>> {
    let is_named = |field: &&Field<'a>| match (&own.message, &own.display) {
        (Some(message), _) => message.template.fields().zip(&message.values).any(|((name, _), value)| {
            matches!(value, Value::Field(named) if named.member == field.member) && !name.is_empty()
        }),
        (None, Some(display)) => {
            let template = display.template.as_deref().unwrap_or_default();
            let names = [format!("{{{}}}", field.name()), format!("{{{}:", field.name())];
            display.shown.contains(&field.member) && names.iter().any(|name| template.contains(name))
        }
        (None, None) => false,
    };
    let is_named = |field: &&Field<'a>| is_named(field) || is_in_header(own, &field.member);
    fields.iter().filter(is_named).collect()
}

/// What samples of a text know of a field, if its detail does not say it under the same name.
fn of_text(own: &Own, field: &Field, example: impl Fn(&Member) -> Option<String>) -> Option<Sample> {
    let name = field.name();
    let detail = detail_of(own, field);
    let is_converted = is_converted(own, field);
    if detail.is_some_and(|detail| detail.name == name) && !is_converted {
        return None;
    }
    let ty = JsonType::of_rust(field.ty).filter(|_| !is_option(field.ty) && as_written(field.ty) != "char");
    let json = ty.filter(JsonType::is_scalar).map(|ty| ty.text()).unwrap_or_default();
    let example = example(&field.member).filter(|_| !is_converted).unwrap_or_default();
    // Without an entry of its own, the field would be taken for the detail of its name.
    let is_taken = own.details.iter().any(|detail| detail.name == name);
    (is_taken || !json.is_empty() || !example.is_empty()).then_some(Sample { name, json, example })
}

/// A message can only show an `Option` as `Some(…)`.
fn is_option(ty: &Type) -> bool {
    let path = match ty {
        Type::Reference(reference) => return is_option(&reference.elem),
        Type::Group(group) => return is_option(&group.elem),
        Type::Paren(paren) => return is_option(&paren.elem),
        Type::Path(path) => path,
        _ => return false,
    };
    let Some(last) = path.path.segments.last() else { return false };
    last.ident == "Option" || types_in(&last.arguments).any(is_option)
}
