//! The errors of a derived type as its expansion writes them, and the entries that are made of them.
//!
//! The expansion is columns of literals, because nothing costs the compiler less: a constant `Entry` for each variant
//! takes five times as long to check. The entries are made when the first of them is asked for.
#![allow(missing_docs, reason = "private to the expansions")]

mod message;
mod rows;

pub use rows::{Row, Rows};

use self::message::Piece;
use crate::entry::{Deprecation, Detail, Entry, Header};

/// All errors of a type that are its own, a row each.
#[derive(Debug)]
pub struct Table {
    /// The type and its modules.
    pub path: &'static str,
    /// Whether `Display` is the derive's own: the message, or else the title.
    pub display: bool,
    pub variants: &'static [&'static str],
    pub statuses: &'static [u16],
    pub codes: &'static [&'static str],
    /// The message and the documentation of each row, as [`rows`] takes them apart.
    pub texts: &'static str,
    /// What only some rows have, in the order of the rows.
    pub facts: &'static [(usize, Fact)],
    /// Where the entries are kept. A constant may not refer to what changes, but to a function that does.
    pub rows: fn() -> &'static Rows,
}

/// Something that only some rows have, as the builder of [`Entry`] takes it.
#[derive(Debug, Clone, Copy)]
pub enum Fact {
    Number(i64),
    Shared,
    Title(&'static str),
    Exposed,
    Redacted,
    Retryable(bool),
    Details(&'static [Detail]),
    Headers(&'static [Header]),
    Meta(&'static [(&'static str, &'static str)]),
    DocsUrl(&'static str),
    Deprecated(Deprecation),
    Hidden,
    /// A field says the status of an occurrence.
    Status,
}

impl Table {
    /// The facts of a row.
    pub(crate) const fn facts(&self, row: usize) -> &'static [(usize, Fact)] {
        let (_, from) = self.facts.split_at(first(self.facts, row));
        from.split_at(first(from, row + 1)).0
    }

    /// A row as an entry, without its texts: those are for readers, not for the compiler.
    pub const fn facts_entry(&self, row: usize) -> Entry {
        let facts = self.facts(row);
        let mut entry = Entry::new(self.path, self.variants[row], self.statuses[row], self.codes[row]);
        let mut at = 0;
        while at < facts.len() {
            entry = match facts[at].1 {
                Fact::Number(number) => entry.with_number(number),
                Fact::Shared => entry.with_shared(),
                Fact::Title(title) => entry.with_title(title),
                Fact::Exposed => entry.with_exposed(),
                Fact::Redacted => entry.with_redacted(),
                Fact::Retryable(retryable) => entry.with_retryable(retryable),
                Fact::Details(details) => entry.with_details(details),
                Fact::Headers(headers) => entry.with_headers(headers),
                Fact::Meta(meta) => entry.with_meta(meta),
                Fact::DocsUrl(url) => entry.with_docs_url(url),
                Fact::Deprecated(deprecation) => entry.with_deprecated(deprecation),
                Fact::Hidden => entry.with_hidden(),
                Fact::Status => entry,
            };
            at += 1;
        }
        entry
    }
}

/// Where the facts of this row begin, or would.
const fn first(facts: &[(usize, Fact)], row: usize) -> usize {
    let (mut low, mut high) = (0, facts.len());
    while low < high {
        let middle = usize::midpoint(low, high);
        if facts[middle].0 < row {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}
