//! The search for a placeholder in the tree of a format, in constants too.

use super::{Node, Placeholder, Segment, Template, ViolationPart};
use crate::const_panic::const_eq_bytes;

/// A placeholder to look for.
#[derive(Clone, Copy)]
pub(crate) enum Wanted<'n> {
    Type,
    AnyDetail,
    /// The detail of this name.
    Detail(&'n [u8]),
    /// The same of a violation.
    ViolationDetail(&'n [u8]),
}

impl Wanted<'_> {
    pub(super) const fn is(self, placeholder: Placeholder) -> bool {
        match (self, placeholder) {
            (Self::Type, Placeholder::Type) | (Self::AnyDetail, Placeholder::Detail(_)) => true,
            (Self::Detail(wanted), Placeholder::Detail(name))
            | (Self::ViolationDetail(wanted), Placeholder::Violation(ViolationPart::Detail(name))) => {
                const_eq_bytes(name.as_bytes(), wanted)
            }
            (Self::Type | Self::AnyDetail | Self::Detail(_) | Self::ViolationDetail(_), _) => false,
        }
    }
}

/// Whether a tree contains such a placeholder.
pub(crate) const fn contains(node: &Node, wanted: Wanted<'_>) -> bool {
    let mut at = 0;
    match node {
        Node::Placeholder(placeholder) => return wanted.is(*placeholder),
        Node::Template(text) => return Template(text.as_bytes()).contains(wanted),
        Node::Text(segments) => {
            while at < segments.len() {
                match &segments[at] {
                    Segment::Placeholder(placeholder) if wanted.is(*placeholder) => return true,
                    Segment::Placeholder(_) | Segment::Str(_) => at += 1,
                }
            }
        }
        Node::Object(members) => {
            while at < members.len() {
                match &members[at].named {
                    Some(named) if contains(&named.node, wanted) => return true,
                    _ => at += 1,
                }
            }
        }
        Node::Violations(node) | Node::IfViolations(node) => return contains(node, wanted),
        Node::Array(items) | Node::FirstOf(items) => {
            while at < items.len() {
                if contains(&items[at], wanted) {
                    return true;
                }
                at += 1;
            }
        }
        Node::Null | Node::Bool(_) | Node::Unsigned(_) | Node::Signed(_) | Node::Float(_) | Node::Str(_) => {}
    }
    false
}
