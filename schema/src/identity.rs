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
            let mut path = Vec::new();
            find(root, placeholder, &mut path).then_some(Self { path, kind })
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

/// Whether the placeholder is in the node, and its path. What only replies with violations have does not count.
fn find(node: &'static Node, wanted: Placeholder, path: &mut Vec<Step>) -> bool {
    let mut inside = |step: Step, node: &'static Node| {
        path.push(step);
        let is_found = find(node, wanted, path);
        if !is_found {
            path.pop();
        }
        is_found
    };
    match node {
        Node::Placeholder(placeholder) => *placeholder == wanted,
        Node::Object(members) => members.iter().any(|member| match (member.name(), member.node()) {
            (Some(name), Some(node)) => inside(Step::Name(name), node),
            _ => false,
        }),
        Node::Array(items) => items.iter().enumerate().any(|(at, item)| inside(Step::Item(at), item)),
        Node::FirstOf(nodes) => nodes.iter().any(|node| find(node, wanted, path)),
        _ => false,
    }
}
