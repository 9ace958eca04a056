//! Codes and numbers that only the compiler knows are unique in their type, in time proportional to the number of errors.

use super::{check_agree, const_panic};
use crate::book::{Key, is_same};
use crate::entry::{Entry, hash_number};
use crate::table::Table;

const BUCKETS: usize = 1024;
const NONE: usize = usize::MAX;

/// For each row of a table, where another row with the same code or number starts.
#[derive(Debug)]
pub struct Repeated<const ROWS: usize> {
    starts: [usize; ROWS],
    codes: [usize; ROWS],
    numbers: [usize; ROWS],
}

impl<const ROWS: usize> Repeated<ROWS> {
    pub const fn of(table: &'static Table) -> Self {
        let (mut codes, mut numbers) = (Seen::new(Key::Code), Seen::new(Key::Number));
        let mut starts = [NONE; ROWS];
        let (mut row, mut start) = (0, 0);
        while row < ROWS {
            let (keys, next) = table.keys_at(start);
            starts[row] = start;
            codes.add(table, &starts, row, keys.hash);
            if let Some(number) = keys.number {
                numbers.add(table, &starts, row, hash_number(number));
            }
            start = next;
            row += 1;
        }
        Self { starts, codes: codes.repeated, numbers: numbers.repeated }
    }
}

/// The rows seen so far by the hash of a key: the last one of each bucket, and the one before each.
struct Seen<const ROWS: usize> {
    key: Key,
    last: [usize; BUCKETS],
    before: [usize; ROWS],
    hashes: [u32; ROWS],
    repeated: [usize; ROWS],
}

impl<const ROWS: usize> Seen<ROWS> {
    const fn new(key: Key) -> Self {
        let none = [NONE; ROWS];
        Self { key, last: [NONE; BUCKETS], before: none, hashes: [0; ROWS], repeated: none }
    }

    /// Adds a row, unless one with the same key is there already. Entries are read only where hashes are equal.
    const fn add(&mut self, table: &'static Table, starts: &[usize; ROWS], row: usize, hash: u32) {
        let bucket = hash as usize % BUCKETS;
        let mut other = self.last[bucket];
        while other != NONE {
            if self.hashes[other] == hash {
                let (first, _) = table.entry_at(starts[other]);
                let (entry, _) = table.entry_at(starts[row]);
                if is_same(self.key, first, entry) {
                    self.repeated[row] = starts[other];
                    if !(first.is_shared() && entry.is_shared()) && self.repeated[other] == NONE {
                        self.repeated[other] = starts[row];
                    }
                    return;
                }
            }
            other = self.before[other];
        }
        self.hashes[row] = hash;
        self.before[row] = self.last[bucket];
        self.last[bucket] = row;
    }
}

/// The code and the number of a row, one of which is a path, are unique in its table. Errors that share a code agree on a status.
#[track_caller]
pub const fn check_unique<const ROWS: usize>(
    table: &'static Table,
    repeated: &Repeated<ROWS>,
    row: usize,
    name: &str,
) {
    let (code, number) = (repeated.codes[row], repeated.numbers[row]);
    if code == NONE && number == NONE {
        return;
    }
    let (entry, _) = table.entry_at(repeated.starts[row]);
    if code != NONE {
        let (other, _) = table.entry_at(code);
        if entry.is_shared() && other.is_shared() {
            check_agree(&entry, name, &other);
        } else {
            duplicate("code `", entry.code(), "` of `", name, other);
        }
    }
    if number != NONE {
        let (other, _) = table.entry_at(number);
        if !(entry.is_shared() && other.is_shared()) {
            duplicate("number", "", " of `", name, other);
        }
    }
}

#[track_caller]
const fn duplicate(what: &str, code: &str, of: &str, name: &str, other: Entry) -> ! {
    const_panic(&[
        "duplicate ",
        what,
        code,
        of,
        name,
        "`, also on `",
        other.label(),
        "`: change one, or write `shared` on both",
    ]);
}
