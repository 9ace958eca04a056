//! What replies of one error have in common, made once: the constant headers, and the body with all filled in that the
//! entry knows.
//!
//! It is [made](super::prepare) of the entry alone: there is no occurrence at hand whose data could stay behind.

use std::borrow::Cow;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use ::http::HeaderMap;

use super::facts::Facts;
use super::json::{self, Writer};
use super::prepare::{StaticError, segments};
use super::{Reply, http};
use crate::body::{Body, Member, Node};
use crate::columns::Row;

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
pub(super) enum Segment {
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
        let error = StaticError::of(row);
        let reply = Reply::new(&error).body(body);
        let facts = Facts::new(&reply);
        let constant_message = error.message.is_some();
        Self {
            body,
            headers: http::prepared_headers(&facts),
            bare: segments(&facts, constant_message, true),
            full: segments(&facts, constant_message, false),
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

    /// The JSON of a reply; copied by error yet if all of it is constant.
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
