//! The facts of an error, as the table has them.

use super::placeholder::Meta;
use super::since::check_since;
use crate::encode::{Constant, Facts};
use crate::entry::Number;
use crate::errors::Errors;
use crate::key::VariantAttrs;
use crate::model::{Exposure, Own};

/// Everything that the entry has besides its status, code and texts.
pub fn of_entry(errors: &Errors, given: &VariantAttrs, own: &Own, meta: &[(String, Meta)]) -> Facts {
    let mut facts = Facts::default();
    match own.number {
        Some(Number::Value(number)) => facts.push('n', &number.to_string()),
        Some(Number::Path(path)) => {
            facts.text.push('n');
            facts.push_constant(Constant::Number(path.clone()));
        }
        None => {}
    }
    facts.push_flag('s', own.shared);
    facts.push_if('t', own.title.as_deref());
    facts.push_flag('e', own.exposure == Exposure::Exposed);
    facts.push_flag('r', own.exposure == Exposure::Redacted);
    facts.push_flag('y', given.retryable.as_ref().is_some_and(|given| given.value));
    facts.push_flag('z', given.retryable.as_ref().is_some_and(|given| !given.value));
    facts.push_if('u', own.docs_url.as_deref());
    facts.push_if('v', check_since(errors, given).as_deref());
    if let Some(deprecated) = &own.docs.deprecated {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        facts.push_pair('x', &text(&deprecated.since), &text(&deprecated.note));
    }
    if let Some(body) = own.body {
        facts.text.push('b');
        facts.push_constant(Constant::Body(body.clone()));
    }
    facts.push_flag('H', own.docs.hidden);
    facts.push_flag('S', own.field_status.is_some());
    own.also.iter().for_each(|status| facts.push('A', &status.to_string()));
    facts.push_flag('V', own.violations.is_some());
    push_parts(&mut facts, own);
    for (name, value) in meta {
        match value {
            Meta::Text(value) => facts.push_pair('m', name, value),
            Meta::Path(path) => {
                facts.push('m', name);
                facts.push_constant(Constant::Text((*path).clone()));
            }
        }
    }
    facts
}

/// The details and headers.
fn push_parts(facts: &mut Facts, own: &Own) {
    own.constants.iter().for_each(|constant| facts.push_pair('c', &constant.name, &constant.json));
    for detail in &own.details {
        facts.push(if detail.is_described() { 'E' } else { 'd' }, &detail.name);
    }
    own.headers.iter().for_each(|(name, value)| facts.push_pair('h', name, value));
    own.header_templates.iter().for_each(|header| facts.push_pair('p', &header.name, &header.text));
    own.field_headers.iter().for_each(|(name, _)| facts.push('f', name));
    facts.push_if('f', own.retry_after.as_ref().map(|_| "Retry-After"));
}

/// What the row of an error with a kind has: the kind's entry has the rest.
pub fn of_kind(own: &Own) -> Facts {
    let mut facts = Facts::default();
    facts.push_flag('e', own.exposure == Exposure::Exposed);
    facts.push_flag('r', own.exposure == Exposure::Redacted);
    facts.push_flag('S', own.field_status.is_some());
    facts.push_flag('V', own.violations.is_some());
    push_parts(&mut facts, own);
    facts
}
