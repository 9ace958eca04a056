//! The identity of a wire format: a hash of its content, so that equal copies of a `const` are one format.

use super::{Member, Node, Placeholder, Segment};

/// Equal for formats that write the same replies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct BodyId(u64);

/// FNV-1a, 64 bits.
impl BodyId {
    pub(super) const fn of(root: &Node) -> Self {
        Self(0xcbf2_9ce4_8422_2325).node(root)
    }

    /// Adds a text, and its length, so that two texts are not taken for one.
    pub(super) const fn text(self, text: &str) -> Self {
        self.bytes(text.as_bytes()).number(text.len() as u64)
    }

    pub(super) const fn number(self, number: u64) -> Self {
        self.bytes(&number.to_le_bytes())
    }

    const fn bytes(mut self, bytes: &[u8]) -> Self {
        let mut at = 0;
        while at < bytes.len() {
            self.0 = (self.0 ^ bytes[at] as u64).wrapping_mul(0x0100_0000_01b3);
            at += 1;
        }
        self
    }

    const fn node(self, node: &Node) -> Self {
        match node {
            Node::Null => self.text("null"),
            Node::Bool(value) => self.text("bool").number(*value as u64),
            Node::Unsigned(value) => self.text("unsigned").number(*value),
            Node::Signed(value) => self.text("signed").bytes(&value.to_le_bytes()),
            Node::Float(value) => self.text("float").number(value.to_bits()),
            Node::Str(text) => self.text("str").text(text),
            Node::Text(segments) => self.text("text").segments(segments),
            Node::Template(text) => self.text("template").text(text),
            Node::Placeholder(placeholder) => self.text("placeholder").placeholder(*placeholder),
            Node::Object(members) => self.text("object").members(members),
            Node::Array(items) => self.text("array").items(items),
            Node::Violations(node) => self.text("violations").node(node),
            Node::IfViolations(node) => self.text("if violations").node(node),
            Node::FirstOf(nodes) => self.text("first of").items(nodes),
        }
    }

    const fn segments(mut self, segments: &[Segment]) -> Self {
        let mut at = 0;
        while at < segments.len() {
            self = match &segments[at] {
                Segment::Str(text) => self.text("str").text(text),
                Segment::Placeholder(placeholder) => self.text("placeholder").placeholder(*placeholder),
            };
            at += 1;
        }
        self.number(at as u64)
    }

    const fn members(mut self, members: &[Member]) -> Self {
        let mut at = 0;
        while at < members.len() {
            self = match &members[at].named {
                Some(named) => self.text(named.name).number(named.optional as u64).node(&named.node),
                None => self.text("..details"),
            };
            at += 1;
        }
        self.number(at as u64)
    }

    const fn items(mut self, items: &[Node]) -> Self {
        let mut at = 0;
        while at < items.len() {
            self = self.node(&items[at]);
            at += 1;
        }
        self.number(at as u64)
    }

    const fn placeholder(self, placeholder: Placeholder) -> Self {
        let of = if matches!(placeholder, Placeholder::Violation(_)) { self.text("violation") } else { self };
        of.text(placeholder.name()).text(placeholder.argument())
    }
}
