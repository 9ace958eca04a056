//! The text in which the derive hands over what it knows: one string literal is cheaper to compile than any expression.
//!
//! A row is parts, each with its length in bytes in front, because a check must skip what it does not need: the compiler takes
//! 2,000,000 steps in a constant, then it refuses it. A step is a call or a turn of a loop, and `len` is a call; so slices are
//! taken apart by patterns. A row that the compiler checks starts with its length, too; another one ends with U+001E.
//!
//! Lengths, statuses and indices are packed: five bits in each byte from 0x20 on, six in the last one, from 0x40 on. The derive
//! keeps the marks, which are below, out of what users write.

use crate::body::Body;
use crate::const_panic::const_panic;

/// What stands for a constant, before its index: the group separator of ASCII.
pub(crate) const CONSTANT: u8 = 0x1D;
/// The end of a row: the record separator of ASCII.
const ROW_END: u8 = 0x1E;
/// What is in front of something optional, the variant of a row or the `Display` of another derive: the unit separator of ASCII.
pub(crate) const OPTIONAL: u8 = 0x1F;

/// Takes rows off the front of a text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Rows(pub(crate) &'static [u8]);

impl Rows {
    /// The next row; an empty one if there is none.
    pub(crate) const fn next(&mut self) -> &'static [u8] {
        let all = self.0;
        while let [byte, rest @ ..] = self.0 {
            if *byte == ROW_END {
                let row = all.split_at(all.len() - self.0.len()).0;
                self.0 = rest;
                return row;
            }
            self.0 = rest;
        }
        all
    }
}

/// Takes parts off the front of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Parts(pub(crate) &'static [u8]);

impl Parts {
    /// The next part; an empty one if there is none.
    pub(crate) const fn next(&mut self) -> &'static str {
        as_str(self.next_bytes())
    }

    /// The next part, not decoded: a text, or the mark and the index of a constant.
    pub(crate) const fn next_bytes(&mut self) -> &'static [u8] {
        let all = self.0;
        if let [CONSTANT, rest @ ..] = all {
            self.0 = rest;
            self.next_packed();
            return all.split_at(all.len() - self.0.len()).0;
        }
        let length = self.next_packed();
        let (part, rest) = self.0.split_at(length);
        self.0 = rest;
        part
    }

    /// Leaves out the next part. Its bytes are skipped by patterns, eight at a time: to split a slice takes a hundred steps.
    pub(crate) const fn skip(&mut self) {
        if let [CONSTANT, index @ ..] = self.0 {
            self.0 = index;
            self.next_packed();
            return;
        }
        let mut length = self.next_packed();
        while length >= 8 {
            if let [_, _, _, _, _, _, _, _, rest @ ..] = self.0 {
                self.0 = rest;
            }
            length -= 8;
        }
        while length > 0 {
            if let [_, rest @ ..] = self.0 {
                self.0 = rest;
            }
            length -= 1;
        }
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

    /// The name of the variant, empty if there is none.
    pub(crate) const fn next_variant(&mut self) -> &'static [u8] {
        match self.0 {
            [OPTIONAL, rest @ ..] => {
                self.0 = rest;
                self.next_bytes()
            }
            _ => &[],
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
            digits => parse(digits),
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

pub(crate) const fn as_str(bytes: &'static [u8]) -> &'static str {
    match core::str::from_utf8(bytes) {
        Ok(text) => text,
        // The derive writes lengths of texts.
        Err(_) => const_panic(&["invalid table: expected UTF-8"]),
    }
}

/// A decimal number.
pub(crate) const fn parse(mut digits: &[u8]) -> i64 {
    let is_negative = matches!(digits, [b'-', ..]);
    if let [b'-', rest @ ..] = digits {
        digits = rest;
    }
    let mut number: i64 = 0;
    while let [byte, rest @ ..] = digits {
        digits = rest;
        // Downwards, as the lowest number has no positive counterpart.
        number = number * 10 - (*byte - b'0') as i64;
    }
    if is_negative { number } else { -number }
}

/// The hash of a code: FNV-1a.
pub(crate) const fn hash_text(mut text: &[u8]) -> u32 {
    let mut hash: u32 = 0x811c_9dc5;
    while let [byte, rest @ ..] = text {
        text = rest;
        // `wrapping_mul` would be a call.
        hash = (((hash ^ *byte as u32) as u64 * 0x0100_0193) & 0xffff_ffff) as u32;
    }
    hash
}

/// Fibonacci hashing (Knuth, volume 3, §6.4).
#[allow(clippy::cast_sign_loss, clippy::cast_possible_truncation, reason = "any bits do")]
pub(crate) const fn hash_number(number: i64) -> u32 {
    (number as u32 ^ (number >> 32) as u32).wrapping_mul(0x9e37_79b1)
}
