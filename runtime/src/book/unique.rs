//! The check that a code or number names one error, at compile time and in time proportional to the number of errors.

use crate::catalog::{Catalog, CatalogItem};
use crate::const_panic::{const_eq, const_panic};
use crate::entry::{Entry, hash_number, hash_text};
use crate::table::RowKeys;

/// Places in the table. At most half of them are used, so that a search ends soon.
const PLACES: usize = 32_768;

/// What is unique.
#[derive(Clone, Copy)]
pub(crate) enum Key {
    Code,
    Number,
}

/// A hash table with open addressing of the errors seen so far, by code and by number; as columns, which are smaller than rows.
struct Seen {
    items: [Option<&'static CatalogItem>; PLACES],
    /// Where the row of the error starts in its table.
    starts: [u32; PLACES],
    hashes: [u32; PLACES],
    used: usize,
}

#[allow(
    clippy::large_stack_arrays,
    reason = "512 KiB that the compiler has, unless a book is made at runtime"
)]
#[track_caller]
pub(super) const fn check(catalogs: &'static [&'static Catalog]) {
    let mut seen = Seen { items: [None; PLACES], starts: [0; PLACES], hashes: [0; PLACES], used: 0 };
    let mut at = 0;
    while at < catalogs.len() {
        check_catalog(&mut seen, catalogs[at]);
        at += 1;
    }
}

#[allow(clippy::cast_possible_truncation, reason = "a row starts in a range that the catalog has as `u32`")]
#[track_caller]
const fn check_catalog(seen: &mut Seen, catalog: &'static Catalog) {
    let items = catalog.items();
    let mut at = 0;
    while at < items.len() {
        let item = &items[at];
        match *item {
            CatalogItem::Entry(entry) => {
                let hash = hash_text(entry.code().as_bytes());
                check_row(seen, item, 0, RowKeys { hash, number: entry.number() });
            }
            CatalogItem::Rows(table, mut start, end) => {
                while start < end {
                    let (keys, next) = table.keys_at(start as usize);
                    check_row(seen, item, start, keys);
                    start = next as u32;
                }
            }
            CatalogItem::Catalog(inner) | CatalogItem::Hidden(inner) => check_catalog(seen, inner),
            // A constant cannot ask the kind for its entry, so all of its type are checked.
            CatalogItem::Kind(kind) if kind.is_first => check_catalog(seen, kind.catalog()),
            CatalogItem::Kind(_) | CatalogItem::Unknown => {}
        }
        at += 1;
    }
}

#[track_caller]
const fn check_row(seen: &mut Seen, item: &'static CatalogItem, start: u32, keys: RowKeys) {
    check_key(seen, Key::Code, item, start, keys.hash);
    if let Some(number) = keys.number {
        check_key(seen, Key::Number, item, start, hash_number(number));
    }
}

/// Entries are read only where hashes are equal.
#[track_caller]
const fn check_key(seen: &mut Seen, key: Key, item: &'static CatalogItem, start: u32, hash: u32) {
    let mut place = hash as usize % PLACES;
    while let Some(other) = seen.items[place] {
        if seen.hashes[place] == hash {
            let (other, entry) = (read(other, seen.starts[place]), read(item, start));
            if is_same(key, other, entry) {
                if excludes(other, entry) {
                    panic_about(key, other, entry);
                }
                if matches!(key, Key::Code) && disagree(other, entry) {
                    panic_about_status(other, entry);
                }
                return;
            }
        }
        place = (place + 1) % PLACES;
    }
    if seen.used < PLACES / 2 {
        seen.items[place] = Some(item);
        seen.starts[place] = start;
        seen.hashes[place] = hash;
        seen.used += 1;
    }
}

const fn read(item: &'static CatalogItem, start: u32) -> Entry {
    match *item {
        CatalogItem::Rows(table, ..) => table.entry_at(start as usize).0,
        CatalogItem::Entry(entry) => *entry,
        CatalogItem::Catalog(_) | CatalogItem::Hidden(_) | CatalogItem::Kind(_) | CatalogItem::Unknown => {
            const_panic(&["expected an error, found a catalog"])
        }
    }
}

pub(crate) const fn is_same(key: Key, one: Entry, other: Entry) -> bool {
    match key {
        Key::Code => const_eq(one.code(), other.code()),
        Key::Number => matches!((one.number(), other.number()), (Some(one), Some(other)) if one == other),
    }
}

/// Errors of one type are checked by the derive, and a type may be reached twice.
const fn excludes(one: Entry, other: Entry) -> bool {
    !(const_eq(one.type_path(), other.type_path()) || one.is_shared() && other.is_shared())
}

/// Errors that share a code share its status, or list it in `also`.
const fn disagree(one: Entry, other: Entry) -> bool {
    !const_eq(one.type_path(), other.type_path()) && !one.agrees_on_status(&other)
}

#[track_caller]
const fn panic_about_status(one: Entry, other: Entry) -> ! {
    const_panic(&[
        other.type_path(),
        "::",
        other.label(),
        " shares the code `",
        other.code(),
        "` with ",
        one.type_path(),
        "::",
        one.label(),
        ", which has another status: write the same, or another code",
    ])
}

#[track_caller]
const fn panic_about(key: Key, one: Entry, other: Entry) -> ! {
    let (what, code, end) = match key {
        Key::Code => ("code `", other.code(), "`"),
        Key::Number => ("number", "", ""),
    };
    let ([one_type, one_colons, one_name], [other_type, other_colons, other_name]) =
        (path(&one), path(&other));
    const_panic(&[
        "duplicate ",
        what,
        code,
        end,
        " of ",
        one_type,
        one_colons,
        one_name,
        " and ",
        other_type,
        other_colons,
        other_name,
        ": change one, or write `shared` on both",
    ])
}

/// The path of a variant, or of a struct, whose name is both that of the type and that of its only error.
const fn path(entry: &Entry) -> [&str; 3] {
    let (mut path, mut name) = (entry.type_path().as_bytes(), entry.label().as_bytes());
    while let ([path_rest @ .., one], [name_rest @ .., other]) = (path, name) {
        if *one != *other {
            break;
        }
        (path, name) = (path_rest, name_rest);
    }
    match (path, name) {
        ([] | [.., b':'], []) => [entry.type_path(), "", ""],
        _ => [entry.type_path(), "::", entry.label()],
    }
}
