//! Texts as the runtime reads them (`errbook::entry`, `encoded.rs` and `fact.rs`): rows of parts, each with its length in front.

use std::borrow::Cow;

use syn::{ExprPath, Path};

/// What stands for a constant, before its index in the table: the group separator of ASCII.
pub const CONSTANT: char = '\u{1D}';
/// The end of a row: the record separator of ASCII.
pub const ROW_END: char = '\u{1E}';
/// What is in front of something optional, the variant of a row or the `Display` of another derive: the unit separator of ASCII.
pub const OPTIONAL: char = '\u{1F}';

/// What no text of an error may have.
const MARKS: [char; 3] = [CONSTANT, ROW_END, OPTIONAL];

/// Adds a part to a row: its length in bytes and its text.
pub fn push_part(row: &mut String, text: &str) {
    let text = without_marks(text);
    push_packed(row, text.len());
    row.push_str(&text);
}

/// Adds a number: five bits in each byte, six in the last one, which is a letter or a sign after it.
pub fn push_packed(row: &mut String, number: usize) {
    if number >= 64 {
        push_first(row, number / 64);
    }
    row.push(digit(0x40, number % 64));
}

fn push_first(row: &mut String, number: usize) {
    if number >= 32 {
        push_first(row, number / 32);
    }
    row.push(digit(0x20, number % 32));
}

fn digit(start: u8, bits: usize) -> char {
    char::from(start | u8::try_from(bits).unwrap_or_default())
}

/// The text with U+FFFD in place of marks, which have no meaning in documentation. Other texts have none.
pub fn without_marks(text: &str) -> Cow<'_, str> {
    if mark(text).is_some() { text.replace(MARKS, "\u{FFFD}").into() } else { text.into() }
}

/// The first mark in a text.
pub fn mark(text: &str) -> Option<char> {
    MARKS.into_iter().find(|mark| text.contains(*mark))
}

/// What a diagnostic says of a mark.
pub fn refused_mark(found: char) -> String {
    format!("invalid control character U+{:04X}: remove it", u32::from(found))
}

/// The facts of one error: a tag and a text each.
#[derive(Default)]
pub struct Facts {
    pub text: String,
    /// The constants in them, in their order.
    pub constants: Vec<Constant>,
}

/// The path of a constant, which only the compiler can follow.
pub enum Constant {
    Text(ExprPath),
    Number(ExprPath),
    Body(Path),
}

impl Facts {
    pub fn push(&mut self, tag: char, text: &str) {
        self.text.push(tag);
        push_part(&mut self.text, text);
    }

    /// Adds what only the compiler knows as the text of the last fact.
    pub fn push_constant(&mut self, constant: Constant) {
        self.text.push(CONSTANT);
        self.constants.push(constant);
    }

    pub fn push_if(&mut self, tag: char, text: Option<&str>) {
        if let Some(text) = text {
            self.push(tag, text);
        }
    }

    pub fn push_flag(&mut self, tag: char, is_set: bool) {
        if is_set {
            self.push(tag, "");
        }
    }

    /// A fact of two texts.
    pub fn push_pair(&mut self, tag: char, first: &str, second: &str) {
        self.push(tag, first);
        push_part(&mut self.text, second);
    }
}
