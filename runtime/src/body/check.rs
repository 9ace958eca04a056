//! Rules of wire formats, checked by the compiler.

use super::{Member, Node, Placeholder, Wanted, contains};
use crate::const_panic::{const_eq_bytes, const_panic};
use crate::entry::Entry;

/// A constant header value is visible ASCII and spaces (RFC 9110 §5.5).
#[track_caller]
pub(super) const fn header_value(value: &str) {
    let bytes = value.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if !(bytes[at].is_ascii_graphic() || bytes[at] == b' ') {
            const_panic(&["invalid header value: expected visible ASCII and spaces (RFC 9110 section 5.5)"]);
        }
        at += 1;
    }
}

/// An error has a value for every placeholder that its format requires.
#[track_caller]
pub(super) const fn required(required: &[Placeholder], entry: &Entry) {
    let mut at = 0;
    while at < required.len() {
        required[at].require(entry);
        at += 1;
    }
}

/// A spread detail does not have the name of a member of its object, which it cannot replace.
#[track_caller]
pub(super) const fn details(root: &Node, node: &Node, entry: &Entry) {
    let mut at = 0;
    match node {
        Node::Object(members) => {
            while at < members.len() {
                match &members[at].named {
                    Some(named) => details(root, &named.node, entry),
                    None => spread(root, members, entry),
                }
                at += 1;
            }
        }
        Node::IfViolations(node) => details(root, node, entry),
        Node::Array(items) | Node::FirstOf(items) => {
            while at < items.len() {
                details(root, &items[at], entry);
                at += 1;
            }
        }
        // The details of a violation are known at runtime only.
        Node::Violations(_)
        | Node::Null
        | Node::Bool(_)
        | Node::Unsigned(_)
        | Node::Signed(_)
        | Node::Float(_)
        | Node::Str(_)
        | Node::Text(_)
        | Node::Template(_)
        | Node::Placeholder(_) => {}
    }
}

#[track_caller]
const fn spread(root: &Node, members: &[Member], entry: &Entry) {
    let mut names = entry.detail_names();
    while let Some(name) = names.next() {
        let mut at = 0;
        while at < members.len() {
            match &members[at].named {
                // A detail that the format names has its own place.
                Some(member)
                    if const_eq_bytes(member.name.as_bytes(), name)
                        && (!member.node.is_for_violations() || entry.has_violations())
                        && !contains(root, Wanted::Detail(name)) =>
                {
                    const_panic(&[
                        "duplicate member `",
                        member.name,
                        "`: rename the detail of `",
                        entry.label(),
                        "` with `detail = \"...\"`",
                    ])
                }
                _ => at += 1,
            }
        }
    }
}
