//! The errors of a derived type as its expansion writes them, and the entries that are made of them.
//!
//! The expansion is columns of literals, because nothing costs the compiler less: a constant `Entry` for each variant
//! takes five times as long to check. The entries are made when the first of them is asked for.
#![allow(missing_docs, reason = "private to the expansions")]

mod facts;
mod message;
mod rows;

pub(crate) use facts::StaticFacts;
pub use rows::{Row, Rows};

use self::message::Piece;

/// All errors of a type that are its own, a row each.
#[derive(Debug)]
pub struct Columns {
    /// The type and its modules.
    pub path: &'static str,
    /// Whether `Display` is the derive's own: the message, or else the title.
    pub display: bool,
    pub variants: &'static [&'static str],
    pub statuses: &'static [u16],
    pub codes: &'static [&'static str],
    /// What is for readers of each row, as `rows.rs` takes it apart.
    pub texts: &'static str,
    /// What only some rows have, with the row, in the order of the rows.
    pub facts: &'static [(usize, Fact)],
    /// Where the entries are kept. A constant may not refer to what changes, but to a function that does.
    pub rows: fn() -> &'static Rows,
}

/// Something that only some rows have; the methods of [`Entry`](crate::Entry) say what it means.
#[derive(Debug, Clone, Copy)]
pub enum Fact {
    Number(i64),
    Shared,
    Title(&'static str),
    Exposed,
    Redacted,
    Retryable(bool),
    /// The name; the texts have the rest.
    Detail(&'static str),
    Header(&'static str, &'static str),
    FieldHeader(&'static str),
    Meta(&'static str, &'static str),
    DocsUrl(&'static str),
    Deprecated(Option<&'static str>, Option<&'static str>),
    Hidden,
    /// A field says the status of an occurrence.
    Status,
}

impl Columns {
    /// A row for the compiler, whose facts begin here.
    pub(crate) const fn facts(&self, row: usize, from: usize) -> StaticFacts<'_> {
        let (_, facts) = self.facts.split_at(from);
        let mut count = 0;
        while count < facts.len() && facts[count].0 == row {
            count += 1;
        }
        StaticFacts::Row(self, row, facts.split_at(count).0)
    }

    /// Where the facts of this row begin.
    pub(crate) const fn first_fact(&self, row: usize) -> usize {
        let (mut first, mut end) = (0, self.facts.len());
        while first < end {
            let middle = usize::midpoint(first, end);
            if self.facts[middle].0 < row {
                first = middle + 1;
            } else {
                end = middle;
            }
        }
        first
    }
}
