//! Rules for messages: fields that exist, and nothing a client may not read.

use super::Source;
use super::fields::Roles;
use crate::attr::WrittenVariant;
use crate::doc::foreign_source;
use crate::errors::Errors;
use crate::model::{Exposure, Field, Message, Status};
use crate::nearest::nearest;
use crate::template::Template;

/// A message names fields that exist and that the client may read.
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
    let text = literal.value();
    if text.trim().is_empty() {
        errors.at(literal, "a message is not empty: write a sentence for the client, or remove it");
    }
    if text.contains(['\u{FDD0}', '\u{FDD1}']) {
        errors.at(
            literal,
            "a message is text: remove U+FDD0 and U+FDD1, which Unicode keeps for programs' own use",
        );
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
            errors.at(literal, format!("`{{{name}}}` is a source, and sources are for logs only: remove it, or write `expose` if clients may read it"));
        } else if !is_detail(field, roles) {
            private = private.or(Some(name));
        }
    }
    let server_side = matches!(status, Status::Number(500..));
    // A key that could not be read may have been `detail`.
    let damaged = written.is_damaged();
    if let Some(name) = private.filter(|_| !damaged && (server_side || roles.status.is_some())) {
        errors.at(literal, not_public(name, server_side));
    }
    Some(Message { private: private.map(str::to_owned), template, fields })
}

fn not_public(name: &str, server_side: bool) -> String {
    let when = if server_side { "" } else { ", which the `status` field can make it" };
    let detail = match name.parse::<usize>() {
        Ok(_) => format!("`#[api(detail = \"name\")]` on field {name}"),
        Err(_) => format!("`#[api(detail)]` on `{name}`"),
    };
    format!(
        "from 500 up{when}, a message names only what is public: write {detail}, or `expose` on the variant"
    )
}

fn unknown(name: &str, source: &Source, roles: &Roles) -> String {
    let variant = source.name();
    let names: Vec<String> = roles.all.iter().map(Field::name).collect();
    match nearest(name, names.iter().map(String::as_str)) {
        Some(meant) if !name.starts_with(|c: char| c.is_ascii_digit()) => {
            format!("`{variant}` has no field `{name}`: did you mean `{{{meant}}}`?")
        }
        None if names.is_empty() => {
            format!(
                "`{variant}` has no field `{name}`: it has none at all, so write `{{{{{name}}}}}` for braces"
            )
        }
        _ => format!("`{variant}` has no field `{name}`: it has `{}`", names.join("`, `")),
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
    // Other derives go by this name too; with `display` there is none, and a detail may be called that.
    let named = field.name() == "source" && !(display && is_detail(field, roles));
    ours || foreign.unwrap_or(named)
}
