//! The text in which the derive hands over what it knows: one string literal is cheaper to compile than any expression.
//!
//! A row ends with U+001E, and each of its parts with U+001F. The derive keeps both out of what users write. A row that the
//! compiler checks starts with its length instead, because a check must skip what it does not need: the compiler takes
//! 2,000,000 steps in a constant, then it refuses it. A step is a call or a turn of a loop, and `len` is a call; so slices are
//! taken apart by patterns.
//!
//! Lengths, statuses and indices are packed: five bits in each byte from 0x20 on, six in the last one, from 0x40 on.

use crate::body::Body;
use crate::const_panic::const_panic;

/// What stands for a constant, before its index: the group separator of ASCII.
pub(crate) const CONSTANT: u8 = 0x1D;
/// The end of a row, and of a code that no variant follows: the record separator of ASCII.
pub(crate) const ROW_END: u8 = 0x1E;
/// The end of a part: the unit separator of ASCII.
pub(crate) const PART_END: u8 = 0x1F;

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
    pub(crate) const fn next_bytes(&mut self) -> &'static [u8] {
        take(&mut self.0, PART_END)
    }

    /// The decimal number that the next part is.
    pub(crate) const fn next_number(&mut self) -> i64 {
        let is_negative = matches!(self.0, [b'-', ..]);
        if let [b'-', digits @ ..] = self.0 {
            self.0 = digits;
        }
        let mut number: i64 = 0;
        while let [byte, rest @ ..] = self.0 {
            self.0 = rest;
            if *byte == PART_END {
                break;
            }
            // Downwards, as the lowest number has no positive counterpart.
            number = number * 10 - (*byte - b'0') as i64;
        }
        if is_negative { number } else { -number }
    }

    /// The packed number that follows.
    pub(crate) const fn next_packed(&mut self) -> usize {
        let mut number = 0;
        while let [byte, rest @ ..] = self.0 {
            self.0 = rest;
            if *byte >= 0x40 {
                return number * 64 + (*byte - 0x40) as usize;
            }
            number = number * 32 + (*byte - 0x20) as usize;
        }
        number
    }

    /// The code that a row starts with, or the constant that it is; its end mark stays.
    pub(crate) const fn next_code(&mut self) -> &'static [u8] {
        let all = self.0;
        while let [byte, rest @ ..] = self.0 {
            if matches!(*byte, PART_END | ROW_END) {
                break;
            }
            self.0 = rest;
        }
        all.split_at(all.len() - self.0.len()).0
    }

    /// The name of the variant after a code, empty if there is none.
    pub(crate) const fn next_variant(&mut self) -> &'static [u8] {
        match self.0 {
            [PART_END, rest @ ..] => {
                self.0 = rest;
                self.next_bytes()
            }
            [_, rest @ ..] => {
                self.0 = rest;
                &[]
            }
            [] => &[],
        }
    }

    /// The status of a row.
    #[allow(clippy::cast_sign_loss, clippy::cast_possible_truncation, reason = "the derive wrote a status")]
    pub(crate) const fn next_status(&mut self, constants: &[Constant]) -> u16 {
        match self.0 {
            [CONSTANT, rest @ ..] => {
                self.0 = rest;
                Constant::at(constants, self.next_packed()).as_number() as u16
            }
            _ => 400 + self.next_packed() as u16,
        }
    }

    /// The hash of the next code, whose end mark stays: FNV-1a.
    pub(crate) const fn next_hash(&mut self) -> u32 {
        let mut hash: u32 = 0x811c_9dc5;
        while let [byte, rest @ ..] = self.0 {
            if matches!(*byte, PART_END | ROW_END) {
                break;
            }
            self.0 = rest;
            // `wrapping_mul` would be a call.
            hash = (((hash ^ *byte as u32) as u64 * 0x0100_0193) & 0xffff_ffff) as u32;
        }
        hash
    }
}

/// What the derive was given as a path.
#[derive(Debug, Clone, Copy)]
pub enum Constant {
    /// A code or custom metadata.
    Text(&'static str),
    /// A status or a number.
    Number(i64),
    /// The wire format of one error. A function, because the compiler would look through the whole of [`Body`] to find out
    /// whether a table is `Sync`.
    Body(fn() -> &'static Body),
}

/// Rows are compared by what they refer to.
impl PartialEq for Constant {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Text(text), Self::Text(other)) => text == other,
            (Self::Number(number), Self::Number(other)) => number == other,
            (Self::Body(body), Self::Body(other)) => body() == other(),
            (Self::Text(_) | Self::Number(_) | Self::Body(_), _) => false,
        }
    }
}

impl Eq for Constant {}

impl Constant {
    /// The text that a part is, or refers to.
    pub(crate) const fn text(constants: &[Self], part: &'static [u8]) -> &'static str {
        match part {
            [CONSTANT, index @ ..] => match Self::at(constants, Parts(index).next_packed()) {
                Self::Text(text) => text,
                Self::Number(_) | Self::Body(_) => const_panic(&["invalid table: expected a text"]),
            },
            text => as_str(text),
        }
    }

    /// The number that a part is, or refers to.
    pub(crate) const fn number(constants: &[Self], part: &'static [u8]) -> i64 {
        match part {
            [CONSTANT, index @ ..] => Self::at(constants, Parts(index).next_packed()).as_number(),
            digits => Parts(digits).next_number(),
        }
    }

    /// The wire format that a part refers to, which a constant cannot read.
    pub(crate) fn body(constants: &[Self], part: &'static [u8]) -> Option<&'static Body> {
        match part {
            [CONSTANT, index @ ..] => match Self::at(constants, Parts(index).next_packed()) {
                Self::Body(body) => Some(body()),
                Self::Text(_) | Self::Number(_) => None,
            },
            _ => None,
        }
    }

    const fn as_number(self) -> i64 {
        match self {
            Self::Number(number) => number,
            Self::Text(_) | Self::Body(_) => const_panic(&["invalid table: expected a number"]),
        }
    }

    const fn at(constants: &[Self], index: usize) -> Self {
        if index >= constants.len() {
            const_panic(&["invalid table: unknown constant"]);
        }
        constants[index]
    }
}

/// The bytes before the end mark, which is skipped.
const fn take(rest: &mut &'static [u8], end: u8) -> &'static [u8] {
    let all = *rest;
    while let [byte, after @ ..] = *rest {
        if *byte == end {
            let taken = all.split_at(all.len() - rest.len()).0;
            *rest = after;
            return taken;
        }
        *rest = after;
    }
    all
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
