//! A list of facts, of which only those are decoded that somebody asks for.

use std::fmt;

use super::fact::{ALL, is_pair};
use super::{Constant, Fact, Parts};

/// A list of facts: those of a hand-written entry, then those that the derive encoded.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Facts {
    pub(super) listed: &'static [Fact],
    pub(super) encoded: Parts,
    pub(super) constants: &'static [Constant],
    /// The type and the description of each encoded detail.
    pub(super) details: Parts,
}

impl Facts {
    pub(super) const EMPTY: Self = Self::listed(&[]);

    pub(super) const fn listed(facts: &'static [Fact]) -> Self {
        Self { listed: facts, encoded: Parts(&[]), constants: &[], details: Parts(&[]) }
    }

    /// Takes facts off the front, up to one that is listed or has one of the tags. The others are not decoded.
    pub(super) const fn next(&mut self, tags: &[u8]) -> Option<Fact> {
        if let [fact, rest @ ..] = self.listed {
            self.listed = rest;
            return Some(*fact);
        }
        match self.next_tagged(tags) {
            Some((tag, text)) => Some(self.decode(tag, text)),
            None => None,
        }
    }

    /// Takes encoded facts off the front, up to one with one of the tags.
    pub(super) const fn next_tagged(&mut self, tags: &[u8]) -> Option<(u8, &'static [u8])> {
        while let [tag, rest @ ..] = self.encoded.0 {
            self.encoded = Parts(rest);
            if contains(tags, *tag) {
                return Some((*tag, self.encoded.next_bytes()));
            }
            self.encoded.skip();
            if is_pair(*tag) {
                self.encoded.skip();
            }
        }
        None
    }
}

impl fmt::Debug for Facts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut facts = *self;
        f.debug_list().entries(std::iter::from_fn(|| facts.next(ALL))).finish()
    }
}

const fn contains(mut tags: &[u8], tag: u8) -> bool {
    while let [one, rest @ ..] = tags {
        if *one == tag {
            return true;
        }
        tags = rest;
    }
    false
}
