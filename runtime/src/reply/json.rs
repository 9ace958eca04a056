//! A reply as JSON text: what is prepared of it and the rest, or the tree of its body, walked once.

use std::borrow::Cow;
use std::fmt::Write as _;

use serde::Serialize;

use super::escape::{self, Escaped};
use super::facts::{Facts, Value, is_named};
use crate::body::{Member, Named, Node, Word};
use crate::error::default::Message;

/// Room for most replies; a longer one grows the buffer.
pub(super) const CAPACITY: usize = 192;

pub(super) fn write(facts: &Facts<'_>) -> Cow<'static, [u8]> {
    if let Some(prepared) = facts.prepared() {
        return prepared.json(facts);
    }
    let mut writer = Writer::new(facts, CAPACITY);
    writer.node(facts.body.root());
    Cow::Owned(writer.out)
}

pub(super) struct Writer<'f> {
    pub(super) out: Vec<u8>,
    pub(super) facts: &'f Facts<'f>,
}

impl<'f> Writer<'f> {
    pub(super) fn new(facts: &'f Facts<'f>, capacity: usize) -> Self {
        Self { out: Vec::with_capacity(capacity), facts }
    }

    /// Writes ready JSON. A comma in front is left out at the beginning of an object.
    pub(super) fn ready(&mut self, json: &[u8]) {
        match json {
            [b',', rest @ ..] if self.out.last() == Some(&b'{') => self.out.extend_from_slice(rest),
            _ => self.out.extend_from_slice(json),
        }
    }

    /// Writes a value, `null` for an absent one, and says whether it is there.
    pub(super) fn node(&mut self, node: &Node) -> bool {
        match node {
            Node::Null => self.value(&()),
            Node::Bool(value) => self.value(value),
            Node::Unsigned(value) => self.value(value),
            Node::Signed(value) => self.value(value),
            Node::Float(value) => self.value(value),
            Node::Str(text) => self.string(text),
            Node::Text(pieces) => match self.facts.text(pieces) {
                Some(text) => self.string(&text),
                None => self.absent(),
            },
            Node::Word(word) => self.word(*word),
            Node::Object(members) => self.object(members),
            Node::Array(items) => self.array(items),
        }
    }

    /// Writes a member, or nothing if its value is absent.
    pub(super) fn optional(&mut self, name: &[u8], node: &Node) {
        let before = self.out.len();
        self.ready(name);
        if !self.node(node) {
            self.out.truncate(before);
        }
    }

    fn value(&mut self, value: &impl Serialize) -> bool {
        // What is written here are numbers and values that were JSON before, and a `Vec` takes all of it.
        let _ = serde_json::to_writer(&mut self.out, value);
        true
    }

    fn string(&mut self, text: &str) -> bool {
        escape::string(&mut self.out, text);
        true
    }

    fn absent(&mut self) -> bool {
        self.out.extend_from_slice(b"null");
        false
    }

    fn word(&mut self, word: Word) -> bool {
        match self.facts.word(word) {
            None => self.absent(),
            Some(Value::Message) => self.message(),
            Some(Value::Details) => self.details(false),
            Some(Value::Metadata) => self.details(true),
            Some(Value::Bool(value)) => self.value(&value),
            Some(Value::Unsigned(value)) => self.value(&value),
            Some(Value::Signed(value)) => self.value(&value),
            Some(Value::Str(text)) => self.string(&text),
            Some(Value::Json(value)) => self.value(value),
        }
    }

    /// The message, formatted straight into the JSON; the title if that fails or comes to nothing.
    fn message(&mut self) -> bool {
        let start = self.out.len();
        self.out.push(b'"');
        let written = write!(Escaped(&mut self.out), "{}", Message(self.facts.reply.error));
        if written.is_err() || self.out.len() == start + 1 {
            self.out.truncate(start);
            return self.string(self.facts.entry.title_at(self.facts.status));
        }
        self.out.push(b'"');
        true
    }

    fn object(&mut self, members: &[Member]) -> bool {
        self.out.push(b'{');
        let start = self.out.len();
        for member in members {
            match &member.named {
                Some(named) => self.member(named),
                None => self.spread(members, false),
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

    /// The details as an object, `null` if there are none.
    fn details(&mut self, as_text: bool) -> bool {
        let before = self.out.len();
        self.out.push(b'{');
        let start = self.out.len();
        self.spread(&[], as_text);
        if self.close(start) {
            return true;
        }
        self.out.truncate(before);
        self.absent()
    }

    /// The details as members of the object that is open, without those that it names itself.
    pub(super) fn spread(&mut self, members: &[Member], as_text: bool) {
        let out = &mut self.out;
        self.facts.reply.error.details(&mut |name, value| {
            if is_named(members, name) {
                return;
            }
            let before = out.len();
            key(out, name);
            let start = out.len();
            let written = value.write_json(out);
            if written.is_err() || out.get(start..) == Some(b"null") {
                out.truncate(before);
            } else if as_text {
                make_text(out, start);
            }
        });
    }
}

/// The name of a member, behind a comma unless it is the first of its object.
pub(super) fn key(out: &mut Vec<u8>, name: &str) {
    if out.last() != Some(&b'{') {
        out.push(b',');
    }
    escape::string(out, name);
    out.push(b':');
}

/// Makes a string of the JSON from `start` on, unless it is one.
fn make_text(out: &mut Vec<u8>, start: usize) {
    if out.get(start) == Some(&b'"') {
        return;
    }
    let json = out.split_off(start);
    escape::string(out, &String::from_utf8_lossy(&json));
}
