//! What the replies of one error in one wire format have in common, and where a row keeps it.
//!
//! [`reply/compile.rs`](crate::Reply) makes it from the entry alone: no data of an instance can end up here.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use http::HeaderMap;

use super::Row;
use crate::body::{Body, BodyId, Member, Node};
use crate::entry::Entry;

/// What replies of one error in one wire format have in common.
#[derive(Debug)]
pub(crate) struct Compiled {
    body: BodyId,
    /// The headers with the same value in every reply.
    pub(crate) headers: HeaderMap,
    /// Whether there are others, which the instance decides.
    pub(crate) has_dynamic_headers: bool,
    /// The body for a request that adds nothing to it.
    pub(crate) bare: Vec<Part>,
    /// The body for any other request.
    pub(crate) full: Vec<Part>,
    /// The length of the longest reply so far; 0 before the first one.
    longest: AtomicUsize,
    next: OnceLock<Box<Compiled>>,
}

/// A part of a body.
#[derive(Debug)]
pub(crate) enum Part {
    /// Ready JSON. A leading comma belongs to the member before, if there is one.
    Bytes(Box<[u8]>),
    /// A value that the instance or the request decides.
    Node(Node),
    /// A member that may be absent; its name is ready JSON.
    Optional(Box<[u8]>, Node),
    /// The details, spread into an object of these members.
    Spread(&'static [Member]),
}

/// The room for a reply of unknown length; a longer one grows the buffer.
pub(crate) const CAPACITY: usize = 192;

/// A reply longer than this does not make the next ones reserve as much.
const LONG: usize = 4096;

impl Compiled {
    pub(crate) fn new(
        entry: &Entry,
        body: &Body,
        headers: HeaderMap,
        bare: Vec<Part>,
        full: Vec<Part>,
    ) -> Self {
        Self {
            body: body.id(),
            headers,
            has_dynamic_headers: entry.headers().any(|header| header.value().is_none()),
            bare,
            full,
            longest: AtomicUsize::new(0),
            next: OnceLock::new(),
        }
    }

    /// The whole JSON of a reply to a request that adds nothing, if it is the same for every instance.
    #[inline]
    pub(crate) fn constant(&self) -> Option<&[u8]> {
        match self.bare.as_slice() {
            [Part::Bytes(json)] => Some(json),
            _ => None,
        }
    }

    /// How many bytes to reserve for a reply: as many as it takes, if it is as long as the longest one. `Bytes` takes these
    /// without another allocation.
    pub(crate) fn capacity(&self) -> usize {
        match self.longest.load(Ordering::Relaxed) {
            0 => CAPACITY,
            longest => longest,
        }
    }

    /// Notes the length of a reply for which this many bytes were reserved.
    pub(crate) fn note_length(&self, reserved: usize, length: usize) {
        if reserved != length {
            self.note_other_length(length);
        }
    }

    #[cold]
    fn note_other_length(&self, length: usize) {
        if self.longest.load(Ordering::Relaxed) < length && length <= LONG {
            self.longest.store(length, Ordering::Relaxed);
        }
    }
}

impl Row {
    /// What is compiled for a format, if it is the one that was compiled first.
    #[inline]
    pub(crate) fn first_compiled(&'static self, body: &Body) -> Option<&'static Compiled> {
        self.replies.get().map(|compiled| &**compiled).filter(|compiled| compiled.body == body.id())
    }

    /// What is compiled for a format, by `compile` if this is the first reply in it.
    ///
    /// Every format is kept: a program has a fixed number of them, unless it makes bodies at runtime.
    pub(crate) fn compiled(
        &'static self,
        body: &Body,
        compile: impl Fn(&'static Self, &Body) -> Compiled,
    ) -> &'static Compiled {
        let mut place = &self.replies;
        loop {
            let compiled = place.get_or_init(|| Box::new(compile(self, body)));
            if compiled.body == body.id() {
                return compiled;
            }
            place = &compiled.next;
        }
    }
}
