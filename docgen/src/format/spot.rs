//! A place in the prose of `AsciiDoc` or reStructuredText, as far as escapes depend on it.

use super::{Place, Position};

#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Spot {
    /// The character in front, or a hole; nothing at the start of a line.
    pub(super) before: Option<char>,
    pub(super) after: Option<char>,
    /// Where markup could begin a block.
    pub(super) begins_line: bool,
    /// Whether the author's signs are around it.
    pub(super) is_value: bool,
    pub(super) within: Within,
}

/// What a text is in.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) enum Within {
    #[default]
    Paragraph,
    /// One line, such as a heading.
    Line,
    /// The signs of code, beside which spaces are kept.
    Code,
    /// The brackets of a macro.
    Brackets,
}

impl Spot {
    /// The start of a paragraph.
    pub(super) const START: Self =
        Self { before: None, after: None, begins_line: true, is_value: false, within: Within::Paragraph };

    pub(super) fn at(position: Position<'_>, begins_line: bool) -> Self {
        let Position { place, before, after, is_value, .. } = position;
        let is_line = matches!(place, Place::Heading | Place::Term);
        let within = if is_line { Within::Line } else { Within::Paragraph };
        Self { before: before.chars().next_back(), after, begins_line, is_value, within }
    }

    /// A value with the author's sign behind it, which may make the marker of a list of a letter. Numbers are meant to be one.
    pub(super) fn with_sign(&self, value: &str) -> Option<String> {
        let sign = self.after.filter(|_| self.is_value && value.contains(char::is_alphabetic));
        sign.map(|sign| format!("{value}{sign}"))
    }
}
