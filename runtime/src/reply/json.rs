//! A reply as JSON: the compiled parts with their gaps filled, or the tree of its body, traversed once.

mod details;

use std::fmt::Write as _;

use serde::Serialize;

use super::context::{Message, RenderContext};
use crate::body::{Member, Named, Node, Placeholder, Template, Value};
use crate::json_string::{self, Unescaped};
use crate::table::{CAPACITY, Compiled, Part};

/// Writes a reply for which nothing is compiled.
pub(super) fn render(context: &RenderContext<'_>) -> Vec<u8> {
    let mut writer = JsonWriter::new(context, CAPACITY);
    writer.node(context.body.root());
    writer.out
}

/// Fills the gaps between the compiled parts.
pub(super) fn fill(compiled: &Compiled, parts: &[Part], context: &RenderContext<'_>) -> Vec<u8> {
    let capacity = compiled.capacity();
    let mut writer = JsonWriter::new(context, capacity);
    for part in parts {
        match part {
            Part::Bytes(json) => writer.ready(json),
            // What most gaps are, without a search for the value.
            Part::Node(Node::Placeholder(Placeholder::Message)) => drop(writer.message()),
            Part::Node(node) => drop(writer.node(node)),
            Part::Optional(name, node) => writer.optional(name, node),
            Part::Spread(members) => writer.spread(members),
        }
    }
    compiled.note_length(capacity, writer.out.len());
    writer.out
}

pub(super) struct JsonWriter<'w> {
    pub(super) out: Vec<u8>,
    pub(super) context: &'w RenderContext<'w>,
}

impl<'w> JsonWriter<'w> {
    pub(super) fn new(context: &'w RenderContext<'w>, capacity: usize) -> Self {
        Self { out: Vec::with_capacity(capacity), context }
    }

    /// Writes ready JSON. A leading comma is omitted at the start of an object.
    fn ready(&mut self, json: &[u8]) {
        match json {
            [b',', rest @ ..] if self.out.last() == Some(&b'{') => self.out.extend_from_slice(rest),
            _ => self.out.extend_from_slice(json),
        }
    }

    /// Writes a value, `null` for an absent one, and returns whether it is present.
    pub(super) fn node(&mut self, node: &Node) -> bool {
        match node {
            Node::Null => self.value(&()),
            Node::Bool(value) => self.value(value),
            Node::Unsigned(value) => self.value(value),
            Node::Signed(value) => self.value(value),
            Node::Float(value) => self.value(value),
            Node::Str(text) => self.string(text),
            Node::Text(segments) => self.text(self.context.text(segments.iter().copied())),
            Node::Template(text) => self.text(self.context.text(Template(text.as_bytes()))),
            // It stands for itself in every reply, so its value is not looked up.
            Node::Placeholder(Placeholder::Details) => self.details(false),
            Node::Placeholder(placeholder) => self.placeholder(*placeholder),
            Node::Object(members) => self.object(members),
            Node::Array(items) => self.array(items),
            Node::Violations(item) => self.violations(item),
            Node::IfViolations(_) if self.context.count_violations() == 0 => self.absent(),
            Node::IfViolations(node) => self.node(node),
            Node::FirstOf(nodes) => self.first_of(nodes),
        }
    }

    /// Writes a member, or nothing if its value is absent.
    fn optional(&mut self, name: &[u8], node: &Node) {
        let before = self.out.len();
        self.ready(name);
        if !self.node(node) {
            self.out.truncate(before);
        }
    }

    fn value(&mut self, value: &impl Serialize) -> bool {
        // These are numbers and values that were JSON before, and writing to a `Vec` cannot fail.
        let _ = serde_json::to_writer(&mut self.out, value);
        true
    }

    fn string(&mut self, text: &str) -> bool {
        json_string::write(&mut self.out, text);
        true
    }

    fn text(&mut self, text: Option<String>) -> bool {
        match text {
            Some(text) => self.string(&text),
            None => self.absent(),
        }
    }

    fn absent(&mut self) -> bool {
        self.out.extend_from_slice(b"null");
        false
    }

    fn placeholder(&mut self, placeholder: Placeholder) -> bool {
        match self.context.value(placeholder) {
            None => self.absent(),
            Some(Value::Message) => self.message(),
            Some(Value::Detail(name)) => match self.context.detail(name) {
                Some(json) => {
                    self.out.extend_from_slice(&json);
                    true
                }
                None => self.absent(),
            },
            Some(Value::Details) => self.details(false),
            Some(Value::Metadata) => self.details(true),
            Some(Value::Bool(value)) => self.value(&value),
            Some(Value::Unsigned(value)) => self.value(&value),
            Some(Value::Signed(value)) => self.value(&value),
            Some(Value::Str(text)) => self.string(&text),
            Some(Value::Json(value)) => self.value(value),
            Some(Value::ViolationDetails) => self.violation_details(),
        }
    }

    /// The message, formatted straight into the JSON; the title if it cannot be written, or is empty where that is not
    /// allowed.
    fn message(&mut self) -> bool {
        let start = self.out.len();
        self.out.push(b'"');
        let written = write!(Unescaped(&mut self.out), "{}", Message(self.context.error));
        let is_empty = self.out.len() == start + 1;
        if written.is_err() || is_empty && self.context.body.requires_message() {
            self.out.truncate(start);
            return self.string(self.context.fallback_message());
        }
        json_string::escape_from(&mut self.out, start + 1);
        self.out.push(b'"');
        true
    }

    fn object(&mut self, members: &[Member]) -> bool {
        self.out.push(b'{');
        let start = self.out.len();
        for member in members {
            match &member.named {
                Some(named) => self.member(named),
                None => self.spread(members),
            }
        }
        self.close(start)
    }

    pub(super) fn member(&mut self, named: &Named) {
        let before = self.out.len();
        key(&mut self.out, named.name);
        if !self.node(&named.node) && named.optional {
            self.out.truncate(before);
        }
    }

    fn close(&mut self, start: usize) -> bool {
        let is_empty = self.out.len() == start;
        self.out.push(b'}');
        !is_empty
    }

    fn array(&mut self, items: &[Node]) -> bool {
        self.out.push(b'[');
        let mut present = false;
        for (at, item) in items.iter().enumerate() {
            if at > 0 {
                self.out.push(b',');
            }
            present |= self.node(item);
        }
        self.out.push(b']');
        present
    }

    /// An array with one item for each violation.
    fn violations(&mut self, item: &Node) -> bool {
        let context = self.context;
        let out = &mut self.out;
        out.push(b'[');
        let start = out.len();
        context.error.violations(&mut |violation| {
            if out.len() > start {
                out.push(b',');
            }
            let mut writer = JsonWriter { out: std::mem::take(out), context: &context.of(violation) };
            writer.node(item);
            *out = writer.out;
        });
        let present = out.len() > start;
        out.push(b']');
        present
    }

    /// The first value that is present, or else the last one.
    fn first_of(&mut self, nodes: &[Node]) -> bool {
        let before = self.out.len();
        for (at, node) in nodes.iter().enumerate() {
            let present = self.node(node);
            if present || at + 1 == nodes.len() {
                return present;
            }
            self.out.truncate(before);
        }
        self.absent()
    }
}

/// The name of a member, after a comma unless it is the first of its object.
pub(super) fn key(out: &mut Vec<u8>, name: &str) {
    separate(out);
    json_string::write(out, name);
    out.push(b':');
}

fn separate(out: &mut Vec<u8>) {
    if out.last() != Some(&b'{') {
        out.push(b',');
    }
}
