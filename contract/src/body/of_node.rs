//! The tree of a wire format, owned.

use errbook::body::{Node, Segment};
use serde_json::Value as Json;

use super::word::{Part, escape, parts, word_of};
use super::{Member, Tree};

pub(super) fn tree(node: &Node) -> Tree {
    match node {
        Node::Bool(value) => Tree::Constant(Json::from(*value)),
        Node::Unsigned(value) => Tree::Constant(Json::from(*value)),
        Node::Signed(value) => Tree::Constant(Json::from(*value)),
        Node::Float(value) => Tree::Constant(Json::from(*value)),
        Node::Str(text) => Tree::Constant(Json::from(*text)),
        Node::Text(segments) => template(segments),
        Node::Template(text) => normalized(text),
        Node::Placeholder(placeholder) => Tree::Placeholder(word_of(*placeholder)),
        Node::Object(members) => Tree::Object(members.iter().map(member).collect()),
        Node::Array(items) => Tree::Array(items.iter().map(tree).collect()),
        Node::Violations(node) => Tree::Violations(Box::new(tree(node))),
        Node::IfViolations(node) => Tree::IfViolations(Box::new(tree(node))),
        Node::FirstOf(nodes) => Tree::FirstOf(nodes.iter().map(tree).collect()),
        // `Null`, and what a later version of errbook may add.
        _ => Tree::Constant(Json::Null),
    }
}

fn member(member: &errbook::body::Member) -> Member {
    match (member.name(), member.node()) {
        (Some(name), Some(node)) => {
            Member { name: Some(name.to_owned()), tree: tree(node), is_optional: member.is_optional() }
        }
        _ => Member { name: None, tree: Tree::Constant(Json::Bool(true)), is_optional: false },
    }
}

fn template(segments: &[Segment]) -> Tree {
    let text = segments.iter().map(|segment| match segment {
        Segment::Str(text) => escape(text),
        Segment::Placeholder(placeholder) => format!("{{{}}}", word_of(*placeholder)),
        _ => String::new(),
    });
    Tree::Text(text.collect())
}

/// The template without the spaces that its placeholders may have.
fn normalized(template: &str) -> Tree {
    let mut out = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        match after.strip_prefix('{') {
            Some(after) => {
                out.push_str("{{");
                rest = after;
            }
            None => {
                let (word, after) = after.split_once('}').unwrap_or((after, ""));
                out.extend(["{", word.trim(), "}"]);
                rest = after;
            }
        }
    }
    out.push_str(rest);
    debug_assert!(parts(&out).is_some_and(|parts| parts.iter().all(|part| *part != Part::Word(""))));
    Tree::Text(out)
}
