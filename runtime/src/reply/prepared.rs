//! What replies of one error have in common, made once: the constant headers, and the body with all filled in that the
//! entry knows.
//!
//! ```text
//! { "code": code, "message": message, "trace_id"?: trace_id }
//! Bytes(`{"code":"NoOrder","message":`) Node(message) Optional(`"trace_id":`, trace_id) Bytes(`}`)
//! ```
//!
//! It is made of the entry alone: there is no occurrence at hand whose data could stay behind.

use std::borrow::Cow;
use std::fmt;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use ::http::HeaderMap;

use super::facts::Facts;
use super::json::{self, Writer};
use super::{Reply, http};
use crate::body::{Body, Member, Node, Piece, Word};
use crate::columns::Row;
use crate::entry::Entry;
use crate::error::ApiError;

/// What replies of one error in one wire format have in common.
#[derive(Debug)]
pub(super) struct Prepared {
    body: &'static Body,
    pub(super) headers: HeaderMap,
    /// For a request that adds nothing.
    bare: Vec<Segment>,
    /// For any other.
    full: Vec<Segment>,
    /// The length of the longest reply so far.
    longest: AtomicUsize,
    next: Slot,
}

/// A part of a body.
#[derive(Debug)]
enum Segment {
    /// Ready JSON. A comma in front belongs to the member before, if there is one.
    Bytes(Box<[u8]>),
    /// A value that only the occurrence or the request knows.
    Node(&'static Node),
    /// A member that may be absent; its name is ready JSON.
    Optional(Box<[u8]>, &'static Node),
    /// The details, spread into an object of these members.
    Spread(&'static [Member]),
}

/// Where a row keeps what is prepared of its replies: a list, of one for each wire format that was asked for.
#[derive(Debug)]
pub(crate) struct Slot(OnceLock<Box<Prepared>>);

/// An API speaks one format, or a few. Formats that a program makes as it runs are not kept without end.
const FORMATS: usize = 8;

/// After a reply longer than this, the next ones are not given as much room.
const LONG: usize = 4096;

impl Slot {
    pub(crate) const fn new() -> Self {
        Self(OnceLock::new())
    }
}

impl Row {
    /// The JSON of a reply to a request that adds nothing, where nothing has to be made any more.
    #[inline]
    pub(super) fn constant(&'static self, body: &'static Body) -> Option<&'static [u8]> {
        let prepared = self.slot.0.get()?;
        let is_this = std::ptr::eq(prepared.body, body) && !self.has_status;
        is_this.then_some(prepared.constant()?)
    }

    pub(super) fn prepared(&'static self, body: &'static Body) -> Option<&'static Prepared> {
        let mut slot = &self.slot;
        for _ in 0..FORMATS {
            let prepared = slot.0.get_or_init(|| Box::new(Prepared::new(self, body)));
            if std::ptr::eq(prepared.body, body) {
                return Some(prepared);
            }
            slot = &prepared.next;
        }
        None
    }
}

impl Prepared {
    fn new(row: &'static Row, body: &'static Body) -> Self {
        let nobody = Nobody { entry: &row.entry, message: message(row) };
        let reply = Reply::new(&nobody).body(body);
        let facts = Facts::new(&reply);
        Self {
            body,
            headers: http::constant_headers(&facts),
            bare: Preparation::segments(&facts, nobody.message.is_some(), true),
            full: Preparation::segments(&facts, nobody.message.is_some(), false),
            longest: AtomicUsize::new(json::CAPACITY),
            next: Slot::new(),
        }
    }

    /// The whole JSON of a reply to a request that adds nothing, if all of it is the same at every occurrence.
    #[inline]
    fn constant(&self) -> Option<&[u8]> {
        match self.bare.as_slice() {
            [Segment::Bytes(bytes)] => Some(bytes),
            _ => None,
        }
    }

    /// The JSON of a reply; copied by nobody yet if all of it is constant.
    pub(super) fn json(&'static self, facts: &Facts<'_>) -> Cow<'static, [u8]> {
        let segments = if facts.reply.is_bare() { &self.bare } else { &self.full };
        if let [Segment::Bytes(bytes)] = segments.as_slice() {
            return Cow::Borrowed(bytes);
        }
        let longest = self.longest.load(Ordering::Relaxed);
        let mut writer = Writer::new(facts, longest);
        for segment in segments {
            match segment {
                Segment::Bytes(bytes) => writer.ready(bytes),
                Segment::Node(node) => drop(writer.node(node)),
                Segment::Optional(name, node) => writer.optional(name, node),
                Segment::Spread(members) => writer.spread(members, false),
            }
        }
        let length = writer.out.len();
        if longest < length && length <= LONG {
            self.longest.store(length, Ordering::Relaxed);
        }
        Cow::Owned(writer.out)
    }
}

/// Walks a body and cuts it where something is not known yet.
struct Preparation<'f> {
    done: Vec<Segment>,
    run: Writer<'f>,
    /// Whether every occurrence has the same message.
    message: bool,
    /// Whether the request adds nothing.
    bare: bool,
}

impl<'f> Preparation<'f> {
    fn segments(facts: &'f Facts<'f>, message: bool, bare: bool) -> Vec<Segment> {
        let mut preparation = Self { done: Vec::new(), run: Writer::new(facts, 0), message, bare };
        preparation.node(facts.body.root());
        preparation.cut();
        preparation.done
    }

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
            Word::Message => self.message,
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
struct Nobody {
    entry: &'static Entry,
    message: Option<&'static str>,
}

impl fmt::Display for Nobody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.message.unwrap_or_default())
    }
}

impl std::error::Error for Nobody {}

impl ApiError for Nobody {
    fn entry(&self) -> &'static Entry {
        self.entry
    }

    fn fmt_message(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
