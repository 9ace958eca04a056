//! Rules of wire formats, checked by the compiler.

use super::node::{Member, Node, Word};
use crate::columns::StaticFacts;
use crate::complaint::complain;
use crate::status::of_grpc;

/// A constant header value is visible ASCII and blanks (RFC 9110 §5.5).
#[track_caller]
pub(super) const fn header_value(value: &str) {
    let bytes = value.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if !(bytes[at].is_ascii_graphic() || bytes[at] == b' ') {
            complain(&["this is no header value: write visible ASCII, on one line (RFC 9110 section 5.5)"]);
        }
        at += 1;
    }
}

/// An error has a value for every word that its format cannot be without.
#[track_caller]
pub(super) const fn entry(required: &[Word], entry: StaticFacts<'_>) {
    let mut at = 0;
    while at < required.len() {
        match required[at] {
            Word::Number if entry.number().is_none() => {
                complain(&["the body of `", entry.variant(), "` needs a number: `number = 1`"]);
            }
            Word::DocsUrl if entry.docs_url().is_none() => {
                complain(&[
                    "the body of `",
                    entry.variant(),
                    "` needs the address of its documentation: `docs_url = \"...\"` on the type",
                ]);
            }
            Word::Meta(name) if entry.meta(name).is_none() => {
                complain(&[
                    "the body of `",
                    entry.variant(),
                    "` needs a text: `meta(",
                    name,
                    " = \"...\")`, on the type for all of them",
                ]);
            }
            Word::Grpc if !is_mapped(entry) => {
                complain(&[
                    "the status of `",
                    entry.variant(),
                    "` is not that of `",
                    entry.grpc(),
                    "` (AIP-193): change it, or name the canonical code with `meta(grpc = \"...\")`",
                ]);
            }
            _ => {}
        }
        at += 1;
    }
}

/// A detail that is spread would not be seen beside a member of its name.
#[track_caller]
pub(super) const fn details(node: &Node, entry: StaticFacts<'_>) {
    let mut at = 0;
    match node {
        Node::Object(members) => {
            while at < members.len() {
                match &members[at].named {
                    Some(named) => details(&named.node, entry),
                    None => spread(members, entry),
                }
                at += 1;
            }
        }
        Node::Array(items) => {
            while at < items.len() {
                details(&items[at], entry);
                at += 1;
            }
        }
        _ => {}
    }
}

#[track_caller]
const fn spread(members: &[Member], entry: StaticFacts<'_>) {
    let mut at = 0;
    while at < members.len() {
        match &members[at].named {
            Some(named) if entry.has_detail(named.name) => complain(&[
                "the body has a member `",
                named.name,
                "` of its own, which the detail of that name in `",
                entry.variant(),
                "` cannot overwrite: rename it with `detail = \"...\"`",
            ]),
            _ => at += 1,
        }
    }
}

const fn is_mapped(entry: StaticFacts<'_>) -> bool {
    matches!(of_grpc(entry.grpc()), Some(status) if status == entry.status())
}
