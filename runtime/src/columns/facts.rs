//! What the compiler checks of an error: an entry by hand, or a row that is no entry yet.

use super::{Columns, Fact};
use crate::complaint::{same, same_ignoring_case};
use crate::entry::Entry;
use crate::status;

#[derive(Clone, Copy)]
pub(crate) enum StaticFacts<'e> {
    Entry(&'e Entry),
    Row(&'e Columns, usize, &'e [(usize, Fact)]),
}

impl<'e> StaticFacts<'e> {
    pub(crate) const fn type_path(self) -> &'e str {
        match self {
            Self::Entry(entry) => entry.type_path(),
            Self::Row(columns, ..) => columns.path,
        }
    }

    pub(crate) const fn variant(self) -> &'e str {
        match self {
            Self::Entry(entry) => entry.variant(),
            Self::Row(columns, row, _) => columns.variants[row],
        }
    }

    pub(crate) const fn status(self) -> u16 {
        match self {
            Self::Entry(entry) => entry.status().as_u16(),
            Self::Row(columns, row, _) => columns.statuses[row],
        }
    }

    pub(crate) const fn code(self) -> &'e str {
        match self {
            Self::Entry(entry) => entry.code(),
            Self::Row(columns, row, _) => columns.codes[row],
        }
    }

    /// The facts as they are written; those of an entry by hand are asked for by name.
    const fn written(self) -> &'e [(usize, Fact)] {
        match self {
            Self::Entry(_) => &[],
            Self::Row(_, _, facts) => facts,
        }
    }

    pub(crate) const fn count(self) -> usize {
        self.written().len()
    }

    pub(crate) const fn number(self) -> Option<i64> {
        let (facts, mut at) = (self.written(), 0);
        while at < facts.len() {
            if let Fact::Number(number) = facts[at].1 {
                return Some(number);
            }
            at += 1;
        }
        match self {
            Self::Entry(entry) => entry.number(),
            Self::Row(..) => None,
        }
    }

    pub(crate) const fn is_shared(self) -> bool {
        let (facts, mut at) = (self.written(), 0);
        while at < facts.len() {
            if let Fact::Shared = facts[at].1 {
                return true;
            }
            at += 1;
        }
        matches!(self, Self::Entry(entry) if entry.is_shared())
    }

    pub(crate) const fn docs_url(self) -> Option<&'e str> {
        let (facts, mut at) = (self.written(), 0);
        while at < facts.len() {
            if let Fact::DocsUrl(url) = facts[at].1 {
                return Some(url);
            }
            at += 1;
        }
        match self {
            Self::Entry(entry) => entry.docs_url(),
            Self::Row(..) => None,
        }
    }

    pub(crate) const fn meta(self, wanted: &str) -> Option<&'e str> {
        let (facts, mut at) = (self.written(), 0);
        while at < facts.len() {
            match facts[at].1 {
                Fact::Meta(name, text) if same(name, wanted) => return Some(text),
                _ => at += 1,
            }
        }
        match self {
            Self::Entry(entry) => entry.meta(wanted),
            Self::Row(..) => None,
        }
    }

    pub(crate) const fn grpc(self) -> &'e str {
        match self.meta("grpc") {
            Some(name) => name,
            None => status::grpc(self.status()),
        }
    }

    pub(crate) const fn has_detail(self, wanted: &str) -> bool {
        let (facts, mut at) = (self.written(), 0);
        while at < facts.len() {
            match facts[at].1 {
                Fact::Detail(name) if same(name, wanted) => return true,
                _ => at += 1,
            }
        }
        let Self::Entry(entry) = self else { return false };
        let mut at = 0;
        while at < entry.details().len() {
            if same(entry.details()[at].name(), wanted) {
                return true;
            }
            at += 1;
        }
        false
    }

    /// Whether there is any detail.
    pub(crate) const fn has_details(self) -> bool {
        let (facts, mut at) = (self.written(), 0);
        while at < facts.len() {
            if let Fact::Detail(_) = facts[at].1 {
                return true;
            }
            at += 1;
        }
        matches!(self, Self::Entry(entry) if !entry.details().is_empty())
    }

    /// Whether a row has this header; only rows are asked.
    pub(crate) const fn has_header(self, wanted: &str) -> bool {
        let (facts, mut at) = (self.written(), 0);
        while at < facts.len() {
            match facts[at].1 {
                Fact::Header(name, _) | Fact::FieldHeader(name) if same_ignoring_case(name, wanted) => {
                    return true;
                }
                _ => at += 1,
            }
        }
        false
    }
}
