//! What can be written of a reply before there is an error: its format with all filled in that the entry knows.
//!
//! ```text
//! { "code": code, "message": message, "trace_id"?: trace_id }
//! Bytes(`{"code":"NoOrder","message":`) Node(message) Optional(`,"trace_id":`, trace_id) Bytes(`}`)
//! ```

use std::fmt;

use super::facts::Facts;
use super::json::{self, Writer};
use super::prepared::Segment;
use crate::body::{Member, Node, Piece, Word};
use crate::columns::Row;
use crate::entry::Entry;
use crate::error::ApiError;

/// Walks a body and cuts it where something is not known yet.
struct Preparation<'f> {
    done: Vec<Segment>,
    run: Writer<'f>,
    /// Whether every occurrence has the same message.
    constant_message: bool,
    /// Whether the request adds nothing.
    bare: bool,
}

/// Cuts the body of these facts; whether all errors have their message, and whether the request adds nothing.
pub(super) fn segments(facts: &Facts<'_>, constant_message: bool, bare: bool) -> Vec<Segment> {
    let mut preparation =
        Preparation { done: Vec::new(), run: Writer::new(facts, 0), constant_message, bare };
    preparation.node(facts.body.root());
    preparation.cut();
    preparation.done
}

impl Preparation<'_> {
    fn node(&mut self, node: &'static Node) {
        match node {
            _ if self.is_known(node) => drop(self.run.node(node)),
            Node::Object(members) => self.object(members),
            Node::Array(items) => self.array(items),
            _ => self.push(Segment::Node(node)),
        }
    }

    fn object(&mut self, members: &'static [Member]) {
        self.run.out.push(b'{');
        for member in members {
            match &member.named {
                None if self.is_known_word(Word::Details) => {}
                None => self.push(Segment::Spread(members)),
                Some(named) if self.is_known(&named.node) => self.run.member(named),
                Some(named) if named.optional => {
                    let mut name = Vec::new();
                    json::key(&mut name, named.name);
                    self.push(Segment::Optional(name.into(), &named.node));
                }
                Some(named) => {
                    json::key(&mut self.run.out, named.name);
                    self.node(&named.node);
                }
            }
        }
        self.run.out.push(b'}');
    }

    fn array(&mut self, items: &'static [Node]) {
        self.run.out.push(b'[');
        for (at, item) in items.iter().enumerate() {
            if at > 0 {
                self.run.out.push(b',');
            }
            self.node(item);
        }
        self.run.out.push(b']');
    }

    fn push(&mut self, segment: Segment) {
        self.cut();
        self.done.push(segment);
    }

    fn cut(&mut self) {
        if !self.run.out.is_empty() {
            let bytes = std::mem::take(&mut self.run.out);
            self.done.push(Segment::Bytes(bytes.into()));
        }
    }

    /// Whether a value is the same in all replies, or absent from all of them.
    fn is_known(&self, node: &Node) -> bool {
        match node {
            Node::Word(word) => self.is_known_word(*word),
            Node::Text(pieces) => pieces.iter().all(|piece| match piece {
                Piece::Str(_) => true,
                Piece::Word(word) => self.is_known_word(*word),
            }),
            Node::Object(members) => members.iter().all(|member| match &member.named {
                Some(named) => self.is_known(&named.node),
                None => self.is_known_word(Word::Details),
            }),
            Node::Array(items) => items.iter().all(|item| self.is_known(item)),
            Node::Null
            | Node::Bool(_)
            | Node::Unsigned(_)
            | Node::Signed(_)
            | Node::Float(_)
            | Node::Str(_) => true,
        }
    }

    fn is_known_word(&self, word: Word) -> bool {
        let entry = self.run.facts.entry;
        match word {
            Word::Message => self.constant_message,
            Word::Details | Word::Metadata => entry.details().is_empty(),
            Word::RetryAfter => !entry.headers().iter().any(|header| header.name() == "Retry-After"),
            Word::TraceId | Word::Instance | Word::Extra(_) => self.bare,
            Word::Timestamp => false,
            Word::Status
            | Word::Code
            | Word::Number
            | Word::Title
            | Word::Description
            | Word::Type
            | Word::DocsUrl
            | Word::Retryable
            | Word::Grpc
            | Word::Meta(_) => true,
        }
    }
}

/// The message, where it is the same at every occurrence.
fn message(row: &'static Row) -> Option<&'static str> {
    let entry = &row.entry;
    match entry.message() {
        // There are fields or escaped braces.
        Some(template) if template.contains(['{', '}']) => None,
        Some(text) => Some(text),
        None if row.display || !entry.exposes_display(entry.status()) => Some(entry.title()),
        None => None,
    }
}

/// An error that knows what its entry knows.
#[derive(Debug)]
pub(super) struct StaticError {
    entry: &'static Entry,
    pub(super) message: Option<&'static str>,
}

impl StaticError {
    pub(super) fn of(row: &'static Row) -> Self {
        Self { entry: &row.entry, message: message(row) }
    }
}

impl fmt::Display for StaticError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.message.unwrap_or_default())
    }
}

impl std::error::Error for StaticError {}

impl ApiError for StaticError {
    fn entry(&self) -> &'static Entry {
        self.entry
    }

    fn fmt_message(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
