//! Rules for messages: fields that exist, and that the client may read.

use super::Source;
use super::fields::Roles;
use crate::attr::WrittenVariant;
use crate::doc::foreign_source;
use crate::encode::has_marks;
use crate::errors::Errors;
use crate::model::{Exposure, Field, Message, Status};
use crate::nearest::nearest;
use crate::template::Template;

/// A message uses fields that exist and that the client may read.
///
/// `#[api(message = "no order `{id}`")]` with `#[api(detail)] id: u64`
pub fn check_message<'a>(
    errors: &Errors,
    status: &Status,
    exposure: Exposure,
    source: &Source<'a>,
    written: &WrittenVariant,
    roles: &Roles<'a>,
    display: bool,
) -> Option<Message<'a>> {
    let literal = &written.on_variant.message.as_ref()?.value;
    let text = crate::literal::value(literal);
    if text.trim().is_empty() {
        errors.at(literal, "expected a sentence for the client, found an empty message");
    }
    if has_marks(&text) {
        errors.at(literal, "invalid control character U+001E or U+001F in a message: remove it");
    }
    let template = Template::parse(literal).map_err(|error| errors.push(error)).ok()?;
    let mut fields: Vec<Field> = Vec::new();
    let mut private = None;
    for name in template.fields() {
        let Some(field) = roles.all.iter().find(|field| field.name() == name) else {
            errors.at(literal, unknown(name, source, roles));
            continue;
        };
        if fields.iter().any(|known| known.member == field.member) {
            continue;
        }
        fields.push(field.clone());
        if exposure == Exposure::Exposed {
            continue;
        }
        if is_source(field, source, written, roles, display) {
            errors.at(
                literal,
                format!("`{name}` is a source, which is for logs: remove it, or write `expose`"),
            );
        } else if !is_detail(field, roles) {
            private = private.or(Some(name));
        }
    }
    let server_side = matches!(status, Status::Number(500..));
    // A key that could not be read may have been `detail`.
    let incomplete = written.is_incomplete();
    if let Some(name) = private.filter(|_| !incomplete && (server_side || roles.status.is_some())) {
        errors.at(literal, not_public(name, server_side));
    }
    Some(Message { private: private.map(str::to_owned), template, fields })
}

fn not_public(name: &str, server_side: bool) -> String {
    let when = if server_side { "at 5xx" } else { "beside a `status` field" };
    let detail = match name.parse::<usize>() {
        Ok(_) => format!("`detail = \"…\"` on field {name}"),
        Err(_) => format!("`detail` on `{name}`"),
    };
    format!("a message may only use `detail` fields {when}: write {detail}, or `expose`")
}

fn unknown(name: &str, source: &Source, roles: &Roles) -> String {
    let variant = source.name();
    let names: Vec<String> = roles.all.iter().map(Field::name).collect();
    match nearest(name, names.iter().map(String::as_str)) {
        Some(meant) if !name.starts_with(|c: char| c.is_ascii_digit()) => {
            format!("unknown field `{name}`, did you mean `{meant}`?")
        }
        None if names.is_empty() => {
            format!("`{variant}` has no fields: write `{{{{{name}}}}}` for literal braces")
        }
        _ => {
            let one_of = if names.len() > 1 { "one of " } else { "" };
            format!("unknown field `{name}`, expected {one_of}`{}`", names.join("`, `"))
        }
    }
}

fn is_detail(field: &Field, roles: &Roles) -> bool {
    roles.details.iter().any(|detail| detail.field.member == field.member)
}

/// Whether errbook or another derive makes `Error::source` of this field.
fn is_source(field: &Field, source: &Source, written: &WrittenVariant, roles: &Roles, display: bool) -> bool {
    let position = roles.all.iter().position(|other| other.member == field.member);
    let Some(position) = position else {
        return false;
    };
    let ours = written.fields.get(position).is_some_and(|on| on.source.is_some() || on.from.is_some());
    let foreign = source.fields.iter().nth(position).and_then(foreign_source);
    // Other derives take a field of this name for the source. With `display`, a detail may have it.
    let named = field.name() == "source" && !(display && is_detail(field, roles));
    ours || foreign.unwrap_or(named)
}
