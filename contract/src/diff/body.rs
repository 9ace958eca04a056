//! Compares wire formats: once for each format, and not for each error that has it.

use std::collections::BTreeSet;

use crate::body::{Content, LockedBody, Member, Tree};
use crate::change::{Change, Subject};
use crate::fact::FactKind;
use crate::lock::Lock;
use crate::rule::Rule;

pub(super) fn changes(old: &Lock, new: &Lock, changes: &mut Vec<Change>) {
    let mut pairs: BTreeSet<(&str, &str)> = BTreeSet::new();
    for (code, errors) in &old.errors {
        for (before, after) in errors.iter().zip(new.by_code(code)) {
            if let (Some(from), Some(to)) = (before.text(FactKind::Body), after.text(FactKind::Body)) {
                pairs.insert((from, to));
            }
        }
    }
    for (from, to) in pairs {
        if let (Some(before), Some(after)) = (old.bodies.get(from), new.bodies.get(to)) {
            compare(from, before, after, changes);
        }
    }
}

fn compare(name: &str, before: &LockedBody, after: &LockedBody, changes: &mut Vec<Change>) {
    let change = |rule| Change::new(rule, Subject::Body(name.to_owned()));
    let text = |text: &str| Some(text.to_owned());
    if before.content_type != after.content_type {
        let values = (text(&before.content_type), text(&after.content_type));
        changes.push(change(Rule::BodyContentTypeChanged).fact("content-type").values(values.0, values.1));
    }
    if before.content_language != after.content_language {
        let values = (before.content_language.clone(), after.content_language.clone());
        changes.push(change(Rule::BodyLanguageChanged).fact("content-language").values(values.0, values.1));
    }
    if before.http_status != after.http_status {
        let status = |body: &LockedBody| body.http_status.map(|status| status.to_string());
        changes
            .push(change(Rule::BodyStatusChanged).fact("http-status").values(status(before), status(after)));
    }
    match (&before.content, &after.content) {
        (Content::Text(from), Content::Text(to)) => {
            if from != to {
                changes.push(change(Rule::BodyTextChanged).fact("text").values(text(from), text(to)));
            }
        }
        _ => members(name, before, after, changes),
    }
}

/// A value of a body, without the order of its members.
#[derive(Debug, Clone, PartialEq)]
struct Place {
    path: String,
    /// What is there: a placeholder, a template or a constant.
    value: String,
    ty: &'static str,
    is_constant: bool,
    is_optional: bool,
}

fn members(name: &str, before: &LockedBody, after: &LockedBody, changes: &mut Vec<Change>) {
    let change =
        |rule, place: &Place| Change::new(rule, Subject::Body(name.to_owned())).fact(place.path.as_str());
    let (from, to) = (places(before), places(after));
    let find = |places: &[Place], path: &str| places.iter().find(|place| place.path == path).cloned();
    let mut added: Vec<&Place> = to.iter().filter(|place| find(&from, &place.path).is_none()).collect();
    for place in &from {
        match find(&to, &place.path) {
            Some(other) => changes.extend(
                place
                    .rules(&other)
                    .into_iter()
                    .map(|rule| change(rule, place).values(Some(place.text()), Some(other.text()))),
            ),
            None => match added.iter().position(|other| place.is_moved_to(other)) {
                Some(at) => {
                    let other = added.remove(at);
                    changes.push(
                        change(Rule::BodyMemberMoved, place)
                            .values(Some(place.path.clone()), Some(other.path.clone())),
                    );
                }
                None => changes.push(change(Rule::BodyMemberRemoved, place).values(Some(place.text()), None)),
            },
        }
    }
    changes.extend(
        added.into_iter().map(|place| change(Rule::BodyMemberAdded, place).values(None, Some(place.text()))),
    );
    let is_same_set = from.len() == to.len() && from.iter().all(|place| to.contains(place));
    if is_same_set && from != to {
        changes.push(Change::new(Rule::Reordered, Subject::Body(name.to_owned())));
    }
}

impl Place {
    fn text(&self) -> String {
        format!("{}{}", self.value, if self.is_optional { "?" } else { "" })
    }

    /// Only what a client looks for is somewhere else now: no constant, and nothing with members.
    fn is_moved_to(&self, other: &Self) -> bool {
        !self.is_constant
            && !matches!(self.ty, OBJECT | ARRAY)
            && self.value == other.value
            && self.ty == other.ty
    }

    fn rules(&self, other: &Self) -> Vec<Rule> {
        let mut rules = Vec::new();
        if self.ty != other.ty || self.is_constant != other.is_constant {
            rules.push(Rule::BodyMemberTypeChanged);
        } else if self.value != other.value {
            // Another placeholder is another value, whatever its type is.
            rules.push(if self.is_constant {
                Rule::BodyConstantChanged
            } else {
                Rule::BodyMemberTypeChanged
            });
        }
        match (self.is_optional, other.is_optional) {
            (false, true) => rules.push(Rule::BodyMemberBecameOptional),
            (true, false) => rules.push(Rule::BodyMemberBecameRequired),
            (true, true) | (false, false) => {}
        }
        rules
    }
}

const OBJECT: &str = "object";
const ARRAY: &str = "array";

fn places(body: &LockedBody) -> Vec<Place> {
    let mut places = Vec::new();
    match &body.content {
        Content::Json(tree) => push("$", tree, false, &mut places),
        Content::Text(template) => places.push(Place {
            path: "$".to_owned(),
            value: format!("\"{template}\""),
            ty: "text",
            is_constant: false,
            is_optional: false,
        }),
        Content::Empty => {}
    }
    places
}

fn push(path: &str, tree: &Tree, is_optional: bool, places: &mut Vec<Place>) {
    let place =
        |value: String, ty, is_constant| Place { path: path.to_owned(), value, ty, is_constant, is_optional };
    match tree {
        Tree::Constant(value) => places.push(place(value.to_string(), type_of(value), true)),
        Tree::Placeholder(word) => places.push(place(format!("{{{word}}}"), "value", false)),
        Tree::Text(template) => places.push(place(format!("\"{template}\""), "string", false)),
        Tree::Object(members) => {
            places.push(place(format!("{{{OBJECT}}}"), OBJECT, false));
            for member in members {
                push_member(path, member, places);
            }
        }
        Tree::Array(items) => {
            places.push(place(format!("{{{ARRAY}}}"), ARRAY, false));
            items
                .iter()
                .enumerate()
                .for_each(|(at, item)| push(&format!("{path}[{at}]"), item, false, places));
        }
        Tree::Violations(item) => {
            places.push(place(format!("{{{ARRAY}}}"), ARRAY, false));
            push(&format!("{path}[]"), item, false, places);
        }
        Tree::IfViolations(inner) => push(&format!("{path}!"), inner, is_optional, places),
        Tree::FirstOf(items) => {
            items.iter().enumerate().for_each(|(at, item)| {
                push(&format!("{path}|{at}"), item, is_optional, places);
            });
        }
    }
}

fn push_member(path: &str, member: &Member, places: &mut Vec<Place>) {
    let inner = match &member.name {
        None => format!("{path}..details"),
        Some(name) if path == "$" => name.clone(),
        Some(name) => format!("{path}.{name}"),
    };
    push(&inner, &member.tree, member.is_optional, places);
}

fn type_of(value: &serde_json::Value) -> &'static str {
    match value {
        serde_json::Value::Null => "null",
        serde_json::Value::Bool(_) => "boolean",
        serde_json::Value::Number(_) => "number",
        serde_json::Value::String(_) => "string",
        serde_json::Value::Array(_) => ARRAY,
        serde_json::Value::Object(_) => OBJECT,
    }
}
