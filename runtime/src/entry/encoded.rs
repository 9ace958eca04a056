//! The text in which the derive hands over what it knows: one string literal is cheaper to compile than any expression.
//!
//! A row ends with U+001E, and each of its parts with U+001F. The derive keeps both out of what users write. A row that the
//! compiler checks starts with its length instead, because a check must skip what it does not need: the compiler takes
//! 2,000,000 steps in a constant, then it refuses it.

use crate::const_panic::const_panic;

/// The end of a row: the record separator of ASCII.
pub(crate) const ROW_END: u8 = 0x1E;
/// The end of a part: the unit separator of ASCII.
const PART_END: u8 = 0x1F;

/// Takes rows off the front of a text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Rows(pub(crate) &'static [u8]);

impl Rows {
    /// The next row; an empty one if there is none.
    pub(crate) const fn next(&mut self) -> &'static [u8] {
        take(&mut self.0, ROW_END)
    }
}

/// Takes parts off the front of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Parts(pub(crate) &'static [u8]);

impl Parts {
    /// The next part; an empty one if there is none.
    pub(crate) const fn next(&mut self) -> &'static str {
        as_str(take(&mut self.0, PART_END))
    }

    /// The next part, not decoded.
    pub(super) const fn next_bytes(&mut self) -> &'static [u8] {
        take(&mut self.0, PART_END)
    }
}

/// A place in a row of a table, which moves from part to part without a call for each byte.
pub(crate) struct Cursor {
    pub(crate) bytes: &'static [u8],
    pub(crate) at: usize,
}

impl Cursor {
    /// The parts from here on.
    pub(crate) const fn rest(&self) -> Parts {
        Parts(self.bytes.split_at(self.at).1)
    }

    pub(crate) const fn skip_part(&mut self) {
        let (bytes, mut at) = (self.bytes, self.at);
        while at < bytes.len() && bytes[at] != PART_END {
            at += 1;
        }
        self.at = at + 1;
    }

    /// The decimal number in this part, or up to what is not a digit.
    pub(crate) const fn number(&mut self) -> i64 {
        let (bytes, mut at) = (self.bytes, self.at);
        let is_negative = at < bytes.len() && bytes[at] == b'-';
        at += is_negative as usize;
        let mut number: i64 = 0;
        while at < bytes.len() && bytes[at].is_ascii_digit() {
            // Downwards, as the lowest number has no positive counterpart.
            number = number * 10 - (bytes[at] - b'0') as i64;
            at += 1;
        }
        self.at = at + 1;
        if is_negative { number } else { -number }
    }

    /// The hash of this part: FNV-1a.
    pub(crate) const fn hash(&mut self) -> u32 {
        let (bytes, mut at) = (self.bytes, self.at);
        let mut hash: u32 = 0x811c_9dc5;
        while at < bytes.len() && bytes[at] != PART_END {
            // `wrapping_mul` would be a call.
            hash = (((hash ^ bytes[at] as u32) as u64 * 0x0100_0193) & 0xffff_ffff) as u32;
            at += 1;
        }
        self.at = at + 1;
        hash
    }
}

/// The decimal number that a text is.
pub(crate) const fn number(digits: &'static [u8]) -> i64 {
    Cursor { bytes: digits, at: 0 }.number()
}

/// The hash of a code.
pub(crate) const fn hash(code: &'static str) -> u32 {
    Cursor { bytes: code.as_bytes(), at: 0 }.hash()
}

/// The bytes before the end mark, which is skipped.
const fn take(rest: &mut &'static [u8], end: u8) -> &'static [u8] {
    let all = *rest;
    let mut length = 0;
    while length < all.len() && all[length] != end {
        length += 1;
    }
    let (taken, after) = all.split_at(length);
    *rest = match after {
        [_, after @ ..] => after,
        [] => after,
    };
    taken
}

pub(crate) const fn as_str(bytes: &'static [u8]) -> &'static str {
    match core::str::from_utf8(bytes) {
        Ok(text) => text,
        // Parts are cut at ASCII characters.
        Err(_) => const_panic(&["invalid table: expected UTF-8"]),
    }
}

/// Fibonacci hashing (Knuth, volume 3, §6.4).
#[allow(clippy::cast_sign_loss, clippy::cast_possible_truncation, reason = "any bits do")]
pub(crate) const fn hash_number(number: i64) -> u32 {
    (number as u32 ^ (number >> 32) as u32).wrapping_mul(0x9e37_79b1)
}
