//! Where a reply says which error it is: by its code, or else its number, or else its type.

use errbook::body::{Node, Placeholder};
use errbook_contract::{FactKind, LockedError};
use serde_json::Value as Json;

/// A step from a JSON value to one inside of it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Step {
    Name(&'static str),
    Item(usize),
}

/// The place in a body that identifies the error.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Identity {
    pub(crate) path: Vec<Step>,
    /// The place in replies with violations, where `path` may lead to what identifies a violation.
    pub(crate) beside_violations: Option<Vec<Step>>,
    pub(crate) kind: IdentityKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum IdentityKind {
    Code,
    Number,
    Type,
}

impl Identity {
    /// The first of these that the body sends.
    pub(crate) fn of(root: &'static Node) -> Option<Self> {
        let kinds = [
            (IdentityKind::Code, Placeholder::Code),
            (IdentityKind::Number, Placeholder::Number),
            (IdentityKind::Type, Placeholder::Type),
        ];
        kinds.into_iter().find_map(|(kind, placeholder)| {
            let find = |is_beside| {
                let mut path = Vec::new();
                find(root, (placeholder, is_beside), &mut path).then_some(path)
            };
            Some(Self { path: find(false)?, beside_violations: find(true), kind })
        })
    }
}

impl IdentityKind {
    /// What an error has there; `None` if it has nothing of its own.
    pub(crate) fn value(self, error: &LockedError) -> Option<Json> {
        match self {
            Self::Code => Some(error.code().into()),
            Self::Number => error.number().map(Json::from),
            Self::Type => error.text(FactKind::DocsUrl).map(Json::from),
        }
    }

    /// What a message calls it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Number => "number",
            Self::Type => "address of documentation",
        }
    }
}

/// Whether the placeholder is in the node, and its path: among what only replies with violations have, or in the rest.
fn find(node: &'static Node, (wanted, is_beside): (Placeholder, bool), path: &mut Vec<Step>) -> bool {
    let next = (wanted, is_beside);
    let mut inside = |step: Step, node: &'static Node| {
        path.push(step);
        let is_found = find(node, next, path);
        if !is_found {
            path.pop();
        }
        is_found
    };
    match node {
        Node::Placeholder(placeholder) => !is_beside && *placeholder == wanted,
        Node::IfViolations(node) => is_beside && find(node, (wanted, false), path),
        Node::Object(members) => members.iter().any(|member| match (member.name(), member.node()) {
            (Some(name), Some(node)) => inside(Step::Name(name), node),
            _ => false,
        }),
        Node::Array(items) => items.iter().enumerate().any(|(at, item)| inside(Step::Item(at), item)),
        Node::FirstOf(nodes) => nodes.iter().any(|node| find(node, next, path)),
        _ => false,
    }
}
