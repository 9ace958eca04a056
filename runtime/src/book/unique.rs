//! The check that a code or number stands for one error, at compile time and in time proportional to their count.

use crate::catalog::{Catalog, Item};
use crate::complaint::{complain, same};
use crate::entry::Entry;
use crate::table::Table;

/// Places in the table; at most half of them are used, so that a search ends soon.
const PLACES: usize = 32_768;

/// What is unique.
#[derive(Clone, Copy)]
enum Key {
    Code,
    Number,
}

/// An entry, or what is not made one yet.
#[derive(Clone, Copy)]
enum Error {
    Entry(&'static Entry),
    Row(&'static Table, usize),
}

/// A hash table with open addressing, of the entries seen so far.
struct Seen {
    key: Key,
    places: [Option<Error>; PLACES],
    used: usize,
}

#[track_caller]
pub(super) const fn check(catalogs: &'static [&'static Catalog]) {
    check_key(catalogs, Key::Code);
    check_key(catalogs, Key::Number);
}

#[allow(clippy::large_stack_arrays, reason = "768 KiB, of the compiler's unless a book is made at run time")]
#[track_caller]
const fn check_key(catalogs: &'static [&'static Catalog], key: Key) {
    let mut seen = Seen { key, places: [None; PLACES], used: 0 };
    let mut at = 0;
    while at < catalogs.len() {
        check_catalog(&mut seen, catalogs[at]);
        at += 1;
    }
}

#[track_caller]
const fn check_catalog(seen: &mut Seen, catalog: &'static Catalog) {
    let mut at = 0;
    while at < catalog.items.len() {
        match catalog.items[at] {
            Item::Entry(entry) => check_error(seen, Error::Entry(entry)),
            Item::Rows(table, mut row, end) => {
                while row < end {
                    check_error(seen, Error::Row(table, row));
                    row += 1;
                }
            }
            Item::Catalog(inner) | Item::Hidden(inner) => check_catalog(seen, inner),
        }
        at += 1;
    }
}

#[track_caller]
const fn check_error(seen: &mut Seen, error: Error) {
    let mut place = match seen.key {
        Key::Code => hash(error.code().as_bytes()),
        Key::Number => match error.number() {
            Some(number) => hash(&number.to_le_bytes()),
            None => return,
        },
    };
    while let Some(other) = seen.places[place] {
        if is_same(seen.key, other, error) {
            if excludes(other, error) {
                complain_of(seen.key, other, error);
            }
            return;
        }
        place = (place + 1) % PLACES;
    }
    if seen.used < PLACES / 2 {
        seen.places[place] = Some(error);
        seen.used += 1;
    }
}

impl Error {
    const fn code(self) -> &'static str {
        match self {
            Self::Entry(entry) => entry.code(),
            Self::Row(table, row) => table.codes[row],
        }
    }

    const fn number(self) -> Option<i64> {
        match self {
            Self::Entry(entry) => entry.number(),
            Self::Row(table, row) => table.facts_entry(row).number(),
        }
    }

    const fn is_shared(self) -> bool {
        match self {
            Self::Entry(entry) => entry.is_shared(),
            Self::Row(table, row) => table.facts_entry(row).is_shared(),
        }
    }

    /// The path of the type, and the variant.
    const fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Entry(entry) => (entry.type_path(), entry.variant()),
            Self::Row(table, row) => (table.path, table.variants[row]),
        }
    }
}

const fn is_same(key: Key, one: Error, other: Error) -> bool {
    match key {
        Key::Code => same(one.code(), other.code()),
        Key::Number => matches!((one.number(), other.number()), (Some(one), Some(other)) if one == other),
    }
}

/// Entries of one type are checked by the derive, and may be listed twice.
const fn excludes(one: Error, other: Error) -> bool {
    !(same(one.names().0, other.names().0) || one.is_shared() && other.is_shared())
}

#[track_caller]
const fn complain_of(key: Key, one: Error, other: Error) -> ! {
    let (what, of) = match key {
        Key::Code => ("code", ""),
        Key::Number => ("number", " of"),
    };
    complain(&[
        "the ",
        what,
        of,
        " `",
        other.code(),
        "` stands for two errors, ",
        one.names().0,
        "::",
        one.names().1,
        " and ",
        other.names().0,
        "::",
        other.names().1,
        ": give one another ",
        what,
        ", or write `shared` on both",
    ])
}

/// FNV-1a.
const fn hash(bytes: &[u8]) -> usize {
    let mut hash: u32 = 0x811c_9dc5;
    let mut at = 0;
    while at < bytes.len() {
        hash = (hash ^ bytes[at] as u32).wrapping_mul(0x0100_0193);
        at += 1;
    }
    hash as usize % PLACES
}
