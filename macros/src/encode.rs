//! Texts as the runtime reads them (`errbook::entry`, `encoded.rs` and `fact.rs`): a row is packed numbers, and parts with end
//! marks.

use std::borrow::Cow;

use syn::Path;

/// What stands for a constant, before its index in the table: the group separator of ASCII.
pub const CONSTANT: char = '\u{1D}';
/// The end of a row, and of a code that no variant follows: the record separator of ASCII.
pub const ROW_END: char = '\u{1E}';
/// The end of a part: the unit separator of ASCII.
pub const PART_END: char = '\u{1F}';

/// What no text of an error may have.
const MARKS: [char; 3] = [CONSTANT, ROW_END, PART_END];

/// Adds a part to a row.
pub fn push_part(row: &mut String, text: &str) {
    row.push_str(&without_marks(text));
    row.push(PART_END);
}

/// Adds a number that has no end mark: five bits in each byte, six in the last one, which is a letter or a sign after it.
pub fn push_packed(row: &mut String, number: usize) {
    let digit = |start: u8, bits: usize| char::from(start | u8::try_from(bits).unwrap_or_default());
    let (mut rest, last) = (number / 64, digit(0x40, number % 64));
    let mut first = String::new();
    while rest > 0 {
        first.insert(0, digit(0x20, rest % 32));
        rest /= 32;
    }
    row.extend([first.as_str(), last.encode_utf8(&mut [0; 4])]);
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
    Text(Path),
    Number(Path),
    Body(Path),
}

impl Facts {
    pub fn push(&mut self, tag: char, text: &str) {
        self.text.push(tag);
        push_part(&mut self.text, text);
    }

    /// Adds what only the compiler knows as the text of the last fact.
    pub fn push_constant(&mut self, constant: Constant) {
        self.text.extend([CONSTANT, PART_END]);
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
