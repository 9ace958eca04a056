//! The check that a code or number stands for one error, at compile time and in time proportional to their count.

use crate::catalog::{Catalog, Item};
use crate::columns::{Columns, StaticFacts};
use crate::complaint::{complain, same};

/// Places in the table; at most half of them are used, so that a search ends soon.
const PLACES: usize = 32_768;

/// What is unique.
#[derive(Clone, Copy)]
enum Key {
    Code,
    Number,
}

/// A hash table with open addressing, of the errors seen so far; in columns, which are smaller than rows.
struct Seen {
    key: Key,
    items: [Option<&'static Item>; PLACES],
    /// Which error of the item.
    rows: [u32; PLACES],
    hashes: [u32; PLACES],
    used: usize,
}

#[track_caller]
pub(super) const fn check(catalogs: &'static [&'static Catalog]) {
    check_key(catalogs, Key::Code);
    check_key(catalogs, Key::Number);
}

#[allow(clippy::large_stack_arrays, reason = "512 KiB, of the compiler's unless a book is made at run time")]
#[track_caller]
const fn check_key(catalogs: &'static [&'static Catalog], key: Key) {
    let mut seen = Seen { key, items: [None; PLACES], rows: [0; PLACES], hashes: [0; PLACES], used: 0 };
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
        let item = &catalog.items[at];
        match *item {
            Item::Entry(entry) => check_error(seen, item, 0, StaticFacts::Entry(entry)),
            Item::Rows(columns, row, end) => check_rows(seen, item, columns, row, end),
            Item::Catalog(inner) | Item::Hidden(inner) => check_catalog(seen, inner),
        }
        at += 1;
    }
}

#[track_caller]
const fn check_rows(seen: &mut Seen, item: &'static Item, columns: &'static Columns, mut row: u32, end: u32) {
    if matches!(seen.key, Key::Number) && columns.facts.is_empty() {
        return;
    }
    let mut fact = columns.first_fact(row as usize);
    while row < end {
        let error = columns.facts(row as usize, fact);
        check_error(seen, item, row, error);
        fact += error.count();
        row += 1;
    }
}

#[track_caller]
const fn check_error(seen: &mut Seen, item: &'static Item, row: u32, error: StaticFacts<'static>) {
    let hash = match seen.key {
        Key::Code => hash(error.code().as_bytes()),
        Key::Number => match error.number() {
            Some(number) => hash(&number.to_le_bytes()),
            None => return,
        },
    };
    let mut place = hash as usize % PLACES;
    while let Some(other) = seen.items[place] {
        if seen.hashes[place] == hash {
            let other = facts(other, seen.rows[place]);
            if is_same(seen.key, other, error) {
                if excludes(other, error) {
                    complain_of(seen.key, other, error);
                }
                return;
            }
        }
        place = (place + 1) % PLACES;
    }
    if seen.used < PLACES / 2 {
        seen.items[place] = Some(item);
        seen.rows[place] = row;
        seen.hashes[place] = hash;
        seen.used += 1;
    }
}

const fn facts(item: &'static Item, row: u32) -> StaticFacts<'static> {
    match *item {
        Item::Rows(columns, ..) => columns.facts(row as usize, columns.first_fact(row as usize)),
        Item::Entry(entry) => StaticFacts::Entry(entry),
        Item::Catalog(_) | Item::Hidden(_) => complain(&["a catalog is no error"]),
    }
}

const fn is_same(key: Key, one: StaticFacts<'static>, other: StaticFacts<'static>) -> bool {
    match key {
        Key::Code => same(one.code(), other.code()),
        Key::Number => matches!((one.number(), other.number()), (Some(one), Some(other)) if one == other),
    }
}

/// Entries of one type are checked by the derive, and may be listed twice.
const fn excludes(one: StaticFacts<'static>, other: StaticFacts<'static>) -> bool {
    !(same(one.type_path(), other.type_path()) || one.is_shared() && other.is_shared())
}

#[track_caller]
const fn complain_of(key: Key, one: StaticFacts<'static>, other: StaticFacts<'static>) -> ! {
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
const fn hash(bytes: &[u8]) -> u32 {
    let mut hash: u32 = 0x811c_9dc5;
    let mut at = 0;
    while at < bytes.len() {
        hash = (hash ^ bytes[at] as u32).wrapping_mul(0x0100_0193);
        at += 1;
    }
    hash
}
