//! The errors of a derived type as its expansion writes them: a few string literals, because nothing costs the compiler less.
//!
//! The entries are made from the texts when the first one is needed, and kept. Checks at compile time read single rows.
#![allow(missing_docs, reason = "private to the expansions")]

mod compiled;
mod header;
mod message;
mod row;
mod with_kind;

pub(crate) use compiled::{CAPACITY, Compiled, Part};
pub(crate) use header::Quotes;
pub use message::MessageValue;
pub use row::{NO_ROWS, Row, Rows};

use crate::body::Body;
use crate::entry::{CONSTANT, Constant, Entry, Parts, as_str, hash_text};

/// The errors that a type declares itself, a row each. The encoding is in `entry/encoded.rs`.
#[derive(Debug)]
pub struct Table {
    /// The module and the name of the type.
    pub type_path: &'static str,
    /// Whether `Display` is the derive's: the message, or else the title.
    pub has_display: bool,
    /// What the compiler checks of each row: its length in bytes, code, variant (with the feature `docs`), status, facts.
    pub rows: &'static str,
    /// The template of each row's message; after a mark, that of another derive's `Display`.
    pub messages: &'static str,
    /// The documentation of the type, and of each row; all of it is empty without the feature `docs`. A type that does not
    /// declare all of its errors itself has its own in its catalog.
    pub docs: &'static str,
    /// The values of paths. A row has their indices.
    pub constants: &'static [Constant],
    /// Where the entries are kept. A constant may refer to a function that refers to them, but not to them.
    pub cache: fn() -> &'static Rows,
}

/// What must be unique about an error.
#[derive(Clone, Copy)]
pub(crate) struct RowKeys {
    /// The hash of the code.
    pub(crate) hash: u32,
    pub(crate) number: Option<i64>,
}

impl Table {
    /// The name of the type.
    pub(crate) const fn name(&self) -> &'static str {
        let path = self.type_path.as_bytes();
        let mut start = path.len();
        while start > 0 && path[start - 1] != b':' {
            start -= 1;
        }
        as_str(path.split_at(start).1)
    }

    /// The entry of the row that starts at this byte, without its texts, and where the next row starts.
    #[track_caller]
    pub(crate) const fn entry_at(&self, start: usize) -> (Entry, usize) {
        let (row, end) = self.row_at(start);
        (self.entry(row, "", Parts(&[])), end)
    }

    /// The parts of the row that starts at this byte, and where it ends.
    const fn row_at(&self, start: usize) -> (Parts, usize) {
        let mut rows = Parts(self.rows.as_bytes().split_at(start).1);
        let length = rows.next_packed();
        // The next row must be out of reach.
        let (row, rest) = rows.0.split_at(length);
        (Parts(row), self.rows.len() - rest.len())
    }

    /// Panics if a row in this range of bytes lacks what a format requires.
    #[track_caller]
    pub(crate) const fn check(&self, body: &Body, mut start: usize, end: usize) {
        while start < end {
            let (entry, next) = self.entry_at(start);
            if !entry.has_body() {
                body.check(&entry);
            }
            start = next;
        }
    }

    /// What must be unique about the row that starts at this byte, and where the next row starts.
    pub(crate) const fn keys_at(&self, start: usize) -> (RowKeys, usize) {
        let (mut row, end) = self.row_at(start);
        let hash = match row.next_bytes() {
            constant @ [CONSTANT, ..] => hash_text(Constant::text(self.constants, constant).as_bytes()),
            code => hash_text(code),
        };
        row.next_variant();
        row.next_status(self.constants);
        // The number is the first fact.
        let number = match row.0 {
            [b'n', number @ ..] => Some(Constant::number(self.constants, Parts(number).next_bytes())),
            _ => None,
        };
        (RowKeys { hash, number }, end)
    }

    #[track_caller]
    const fn entry(&self, mut parts: Parts, message: &'static str, docs: Parts) -> Entry {
        let code = Constant::text(self.constants, parts.next_bytes());
        let variant = as_str(parts.next_variant());
        let status = parts.next_status(self.constants);
        Entry::new(status, code).with_type(self.type_path, variant).with_encoded(
            parts,
            self.constants,
            message,
            docs,
            self.has_display,
        )
    }
}
