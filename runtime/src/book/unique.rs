//! The check that a code or number stands for one error, at compile time and in time proportional to their count.

use crate::catalog::{Catalog, Item};
use crate::complaint::{complain, same};
use crate::entry::Entry;

/// Places in the table; at most half of them are used, so that a search ends soon.
const PLACES: usize = 32_768;

/// What is unique.
#[derive(Clone, Copy)]
enum Key {
    Code,
    Number,
}

/// A hash table with open addressing, of the entries seen so far.
struct Seen {
    key: Key,
    places: [Option<&'static Entry>; PLACES],
    used: usize,
}

#[track_caller]
pub(super) const fn check(catalogs: &'static [&'static Catalog]) {
    check_key(catalogs, Key::Code);
    check_key(catalogs, Key::Number);
}

#[allow(clippy::large_stack_arrays, reason = "256 KiB, of the compiler's unless a book is made at run time")]
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
            Item::Entry(entry) => check_entry(seen, entry),
            Item::Catalog(inner) | Item::Hidden(inner) => check_catalog(seen, inner),
        }
        at += 1;
    }
}

#[track_caller]
const fn check_entry(seen: &mut Seen, entry: &'static Entry) {
    let mut place = match (seen.key, entry.number()) {
        (Key::Code, _) => hash(entry.code().as_bytes()),
        (Key::Number, Some(number)) => hash(&number.to_le_bytes()),
        (Key::Number, None) => return,
    };
    while let Some(other) = seen.places[place] {
        if is_same(seen.key, other, entry) {
            if excludes(other, entry) {
                complain_of(seen.key, other, entry);
            }
            return;
        }
        place = (place + 1) % PLACES;
    }
    if seen.used < PLACES / 2 {
        seen.places[place] = Some(entry);
        seen.used += 1;
    }
}

const fn is_same(key: Key, one: &Entry, other: &Entry) -> bool {
    match (key, one.number(), other.number()) {
        (Key::Code, _, _) => same(one.code(), other.code()),
        (Key::Number, Some(one), Some(other)) => one == other,
        (Key::Number, _, _) => false,
    }
}

/// Entries of one type are checked by the derive, and may be listed twice.
const fn excludes(one: &Entry, other: &Entry) -> bool {
    !(same(one.type_path(), other.type_path()) || one.is_shared() && other.is_shared())
}

#[track_caller]
const fn complain_of(key: Key, one: &Entry, other: &Entry) -> ! {
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
        one.type_path(),
        "::",
        one.variant(),
        " and ",
        other.type_path(),
        "::",
        other.variant(),
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
