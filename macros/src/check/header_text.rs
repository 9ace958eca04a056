//! Rules for the texts of headers: they name the code, the number and fields, under the rules of messages.

use syn::LitStr;

use super::placeholder::{Problem, Values};
use super::public::Public;
use super::transparent::is_transparent;
use super::{Source, header, sources};
use crate::attr::Item;
use crate::errors::Errors;
use crate::literal;
use crate::model::{Field, HeaderTemplate};
use crate::nearest::nearest;
use crate::pair::Pair;
use crate::template::{Segment, Template};

/// What is not a field.
const OF_ENTRY: [&str; 2] = ["code", "number"];

/// The text names what there is.
///
/// `#[api(header("WWW-Authenticate" = "Bearer scope=\"{scope}\""))]` on a variant with a field `scope`
pub fn check(errors: &Errors, text: &LitStr, fields: &[String]) {
    let template = match Template::parse(text, false) {
        Ok(template) => template,
        Err(error) => return errors.push(error),
    };
    let is_known = |name: &&str| OF_ENTRY.contains(name) || fields.iter().any(|field| field == name);
    for name in placeholders(&template).filter(|name| !is_known(name)) {
        errors.at(text, unknown(name, fields));
    }
}

fn placeholders(template: &Template) -> impl Iterator<Item = &str> {
    template.fields().map(|(name, _)| name)
}

fn unknown(name: &str, fields: &[String]) -> String {
    let known: Vec<&str> = OF_ENTRY.into_iter().chain(fields.iter().map(String::as_str)).collect();
    let is_position = name.starts_with(|c: char| c.is_ascii_digit());
    if let Some(meant) = nearest(name, known.iter().copied()).filter(|_| !is_position) {
        return format!("unknown placeholder `{name}`, did you mean `{meant}`?");
    }
    let names: Vec<_> = known.iter().map(|name| format!("`{{{name}}}`")).collect();
    let one_of = if names.len() > 2 { "one of " } else { "" };
    let names = names.join(if names.len() > 2 { ", " } else { " or " });
    format!("unknown placeholder `{name}`, expected {one_of}{names}")
}

/// A header of the type names fields that every variant has which sends it.
///
/// `#[api(header("X-Request" = "{id}"))]` on a type whose variants have a field `id`
pub fn check_type(errors: &Errors, input: &syn::DeriveInput, item: &Item) {
    let has_names = |pair: &Pair| pair.value.literal().is_some_and(|text| literal::value(text).contains('{'));
    if !item.on_type.headers.iter().any(has_names) {
        return;
    }
    let sources = sources(input);
    let all: Vec<String> = sources.iter().flat_map(names).collect();
    for text in item.on_type.headers.iter().filter_map(|pair| pair.value.literal()) {
        check(errors, text, &all);
    }
    for (index, (source, written)) in sources.iter().zip(&item.variants).enumerate() {
        if !is_transparent(&item.on_type, written) {
            errors.of_variant(index);
            for pair in header::inherited(&item.on_type, written) {
                check_fields(errors, source, pair, &all);
            }
        }
    }
    errors.of_type();
}

fn names(source: &Source) -> Vec<String> {
    source.fields().iter().map(Field::name).collect()
}

/// A variant has the fields that a header of its type names, unless no variant has them.
fn check_fields(errors: &Errors, source: &Source, pair: &Pair, all: &[String]) {
    let fields = names(source);
    let is_missing = |name: &&str| {
        !OF_ENTRY.contains(name)
            && all.iter().any(|field| field == name)
            && fields.iter().all(|field| field != name)
    };
    let template = pair.value.literal().and_then(|text| Template::parse(text, false).ok());
    if let Some(missing) = template.as_ref().and_then(|template| placeholders(template).find(is_missing)) {
        let (name, header) = (source.name(), pair.name.value());
        let message =
            format!("`{name}` has no field `{missing}`, which the header `{header}` of the type names");
        errors.at(source.ident, message);
    }
}

/// The text of a header in one error.
pub enum Text<'a> {
    Constant(String),
    Template(HeaderTemplate<'a>),
}

/// The header of a variant, or of its type. What is wrong with the text itself was reported where it is written.
///
/// # Errors
///
/// The code or the number is named, and the macro does not know it.
pub fn read<'a>(
    public: &Public<'_, 'a>,
    pair: &Pair,
    is_inherited: bool,
    values: &Values,
) -> Result<Text<'a>, Problem> {
    let written = pair.value.literal().map(|text| (text, Template::parse(text, false)));
    let Some((literal, Ok(template))) = written else { return Ok(Text::Constant(String::new())) };
    check_ambiguous(public, literal, is_inherited, &template);
    let (mut constant, mut text, mut fields) = (String::new(), String::new(), Vec::new());
    for segment in &template.segments {
        let known = match segment {
            Segment::Text(text) => text.clone(),
            Segment::Field { name, .. } if name == "code" => values.code()?.to_owned(),
            Segment::Field { name, .. } if name == "number" => values.number()?,
            Segment::Field { name, spec } => {
                let Some(field) = public.roles.all.iter().find(|field| field.name() == *name) else {
                    continue;
                };
                let colon = if spec.is_empty() { "" } else { ":" };
                text.extend(["{", name, colon, spec, "}"]);
                fields.push((field.clone(), spec.clone()));
                continue;
            }
        };
        text.push_str(&known.replace('{', "{{").replace('}', "}}"));
        constant.push_str(&known);
    }
    if fields.is_empty() {
        return Ok(Text::Constant(constant));
    }
    let span = if is_inherited { public.source.ident.span() } else { literal.span() };
    let named: Vec<_> = fields.iter().map(|(field, _)| field).collect();
    let private = public.check("a header", span, &named);
    Ok(Text::Template(HeaderTemplate {
        name: pair.name.value(),
        text,
        span: literal.span(),
        fields,
        private,
    }))
}

/// `{code}` is the code of the error, so no field has that name.
///
/// `#[api(header("X-Error-Code" = "{code}"))]`
fn check_ambiguous(public: &Public, literal: &LitStr, is_inherited: bool, template: &Template) {
    let is_field = |name: &&str| public.roles.all.iter().any(|field| field.name() == **name);
    let names = OF_ENTRY.into_iter().filter(|name| placeholders(template).any(|named| named == *name));
    for name in names.filter(is_field) {
        let message = format!("`{{{name}}}` is the {name} of the error and a field: rename the field");
        if is_inherited {
            public.errors.at(public.source.ident, message);
        } else {
            public.errors.at(literal, message);
        }
    }
}
