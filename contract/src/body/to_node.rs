//! A wire format again from its tree. Its parts are kept as long as the program runs.

use errbook::Body;
use errbook::body::{Member as NodeMember, Node, Segment};
use serde_json::Value as Json;

use super::word::{Part, parts, placeholder_of};
use super::{Content, LockedBody, Member, Tree};

pub(super) fn body(locked: &LockedBody) -> Body {
    let mut body = match &locked.content {
        Content::Json(tree) => Body::new(node(tree)),
        Content::Text(template) => Body::text(leak(template)),
        Content::Empty => Body::empty(),
    };
    if !matches!(locked.content, Content::Empty) {
        body = body.with_content_type(leak(&locked.content_type));
    }
    if let Some(language) = &locked.content_language {
        body = body.with_content_language(leak(language));
    }
    match locked.http_status {
        Some(status) => body.with_http_status(status),
        None => body,
    }
}

fn leak(text: &str) -> &'static str {
    String::leak(text.to_owned())
}

fn node(tree: &Tree) -> Node {
    let nodes = |items: &[Tree]| -> &'static [Node] { Vec::leak(items.iter().map(node).collect()) };
    let boxed = |tree: &Tree| -> &'static Node { Box::leak(Box::new(node(tree))) };
    match tree {
        Tree::Constant(value) => constant(value),
        Tree::Placeholder(word) => placeholder_of(word).map_or(Node::Null, Node::Placeholder),
        Tree::Text(template) => Node::Text(Vec::leak(segments(template))),
        Tree::Object(members) => Node::Object(Vec::leak(members.iter().map(member).collect())),
        Tree::Array(items) => Node::Array(nodes(items)),
        Tree::Violations(tree) => Node::Violations(boxed(tree)),
        Tree::IfViolations(tree) => Node::IfViolations(boxed(tree)),
        Tree::FirstOf(items) => Node::FirstOf(nodes(items)),
    }
}

fn member(member: &Member) -> NodeMember {
    match &member.name {
        None => NodeMember::DETAILS,
        Some(name) if member.is_optional => NodeMember::optional(leak(name), node(&member.tree)),
        Some(name) => NodeMember::new(leak(name), node(&member.tree)),
    }
}

fn constant(value: &Json) -> Node {
    match value {
        Json::Bool(value) => Node::Bool(*value),
        Json::Number(number) => match (number.as_u64(), number.as_i64(), number.as_f64()) {
            (Some(value), ..) => Node::Unsigned(value),
            (None, Some(value), _) => Node::Signed(value),
            (None, None, value) => Node::Float(value.unwrap_or_default()),
        },
        Json::String(text) => Node::Str(leak(text)),
        // Constants have no parts.
        Json::Null | Json::Array(_) | Json::Object(_) => Node::Null,
    }
}

fn segments(template: &str) -> Vec<Segment> {
    let (mut segments, mut text) = (Vec::new(), String::new());
    for part in parts(template).unwrap_or_default() {
        match part {
            Part::Text(part) => text.push_str(part),
            Part::Word(word) => {
                push_text(&mut segments, &mut text);
                segments.extend(placeholder_of(word).map(Segment::Placeholder));
            }
        }
    }
    push_text(&mut segments, &mut text);
    segments
}

fn push_text(segments: &mut Vec<Segment>, text: &mut String) {
    if !text.is_empty() {
        segments.push(Segment::Str(leak(text)));
        text.clear();
    }
}
