//! Rules for messages: fields and arguments that exist, and that the client may read.

use super::Source;
use super::arguments::Arguments;
use super::fields::Roles;
use super::public::Public;
use crate::entry::Format;
use crate::model::{Field, Message, Value, fields_of};
use crate::nearest::nearest;
use crate::template::Template;

/// A message uses fields that exist and that the client may read.
///
/// `#[api(message = "no order `{id}`")]` with `#[api(detail)] id: u64`, or `message("{} fields are wrong", .fields.len())`
pub fn check_message<'a>(public: &Public<'_, 'a>) -> Option<Message<'a>> {
    let errors = public.errors;
    let Format { literal, arguments } = &public.written.on_variant.message.as_ref()?.value;
    let template = Template::parse(literal, arguments.is_some()).map_err(|error| errors.push(error)).ok()?;
    if template.source.trim().is_empty() {
        errors.at(literal, "expected a sentence for the client, found an empty message");
    }
    let mut arguments = match arguments {
        Some(tokens) => Arguments::parse(errors, tokens.clone(), public.roles)?,
        None => Arguments::default(),
    };
    let mut values = Vec::new();
    let mut problems = Vec::new();
    for (name, spec) in template.fields() {
        match find(name, public, &mut arguments) {
            Ok(Value::Field(field)) if spec.is_empty() && public.roles.is_kind(&field) => {
                values.push(Value::Kind(field, public.roles.status.clone()));
            }
            Ok(value) => values.push(value),
            Err(message) => problems.push(syn::Error::new(literal.span(), message)),
        }
    }
    if problems.is_empty() {
        let unused =
            |place| syn::Error::new(place, "unused argument: remove it, or write `{}` in the message");
        problems.extend(arguments.unused().map(unused));
    }
    for problem in problems {
        errors.push(problem);
    }
    // What is shown of a kind is its message.
    let named = values.iter().filter(|value| !matches!(value, Value::Kind(..)));
    let private = public.check("a message", literal.span(), &fields_of(named));
    Some(Message { template, values, private })
}

/// The argument or the field of this name.
fn find<'a>(name: &str, public: &Public<'_, 'a>, arguments: &mut Arguments<'a>) -> Result<Value<'a>, String> {
    let roles = public.roles;
    let position = name.parse::<usize>().ok();
    if name.is_empty() {
        let next = arguments.next();
        return next.ok_or_else(|| "missing argument for `{}`: `message(\"…\", value)`".to_owned());
    }
    if let Some(position) = position.filter(|_| arguments.has_positional()) {
        let is_field = roles.all.iter().any(|field| field.name() == name);
        if is_field {
            return Err(format!(
                "`{{{name}}}` is a field and an argument: write `{{}}`, or name the argument"
            ));
        }
        return arguments.at(position).ok_or_else(|| format!("missing argument {position} of the message"));
    }
    if let Some(argument) = arguments.named(name) {
        return Ok(argument);
    }
    let field = roles.all.iter().find(|field| field.name() == name);
    field.cloned().map(Value::Field).ok_or_else(|| unknown(name, public.source, roles))
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
