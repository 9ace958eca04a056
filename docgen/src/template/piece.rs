//! What a template printed: the author's text, and values with a mark for what they are.

use std::borrow::Cow;
use std::fmt::{self, Write};

/// A part of what a template printed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Piece<'p> {
    pub(crate) mark: Mark,
    pub(crate) text: &'p str,
}

/// What a part is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mark {
    /// Written by the author, in the language of the format.
    Author,
    /// A value that is text.
    Text,
    /// A number, a truth, or that there is none.
    Fact,
    /// A value for a code span of its own.
    Code,
    /// A value that is Markdown.
    Markdown,
    /// A value for an address of the author's markup.
    Url,
    /// A value for the author's literal text, such as a listing or an attribute.
    Verbatim,
}

/// What is printed behind a value, and in front of one: a character for each mark. Unicode reserves them for internal use of a program.
pub(super) const END: char = '\u{FDD5}';
const START: u32 = 0xFDD6;

impl Mark {
    const ALL: [Self; 7] =
        [Self::Author, Self::Text, Self::Fact, Self::Code, Self::Markdown, Self::Url, Self::Verbatim];

    fn start(self) -> char {
        char::from_u32(START + self as u32).unwrap_or(END)
    }

    fn of(c: char) -> Option<Self> {
        Self::ALL.get(u32::from(c).checked_sub(START)? as usize).copied()
    }

    /// Whether a character begins a value.
    pub(super) fn begins(c: char) -> bool {
        Self::of(c).is_some()
    }

    /// Whether a text has values in it.
    pub(crate) fn is_in(text: &str) -> bool {
        text.contains(END)
    }

    /// Writes a value with the mark.
    pub(crate) fn write(self, value: &str, out: &mut impl Write) -> fmt::Result {
        out.write_char(self.start())?;
        out.write_str(&holdable(value))?;
        out.write_char(END)
    }
}

/// A value as pages can hold it.
pub(crate) fn holdable(value: &str) -> Cow<'_, str> {
    if has_lost(value) {
        value.replace("\r\n", "\n").replace('\r', "\n").replace(is_lost, "\u{FFFD}").into()
    } else {
        value.into()
    }
}

/// Whether no page can hold a character, which becomes U+FFFD.
pub(crate) fn is_lost(c: char) -> bool {
    matches!(c, '\u{FDD0}'..='\u{FDEF}') || (c.is_control() && !matches!(c, '\n' | '\t'))
}

/// Whether a text has such a character. Most texts are ASCII, of which a byte tells as much as a character, and many at once.
pub(crate) fn has_lost(text: &str) -> bool {
    let may_be = |c: u8| (c < 0x20 && c != b'\n') || c >= 0x7F;
    text.bytes().fold(false, |found, c| found | may_be(c)) && text.contains(is_lost)
}

/// What a template printed, without spaces and empty values in front.
pub(crate) fn begun(printed: &str) -> &str {
    let begun = printed.trim_start_matches([' ', '\t', '\n', '\r']);
    let behind = begun.strip_prefix(Mark::begins).and_then(|value| value.strip_prefix(END));
    behind.map_or(begun, self::begun)
}

/// What a template printed, with markup of several lines in its place: in an item of a list or a quotation, each line is.
pub(super) fn placed(printed: String) -> String {
    let start = Mark::Author.start();
    if !printed.contains(start) {
        return printed;
    }
    let mut parts = printed.split(start);
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (markup, behind) = part.split_once(END).unwrap_or((part, ""));
        let line = out.rsplit('\n').next().unwrap_or_default();
        let is_place = line.chars().all(|c| c.is_ascii_digit() || " \t>-*+.)#".contains(c));
        let prefix = if is_place { prefix(line) } else { String::new() };
        out.push_str(&indented(markup, &prefix));
        out.push_str(behind);
    }
    out
}

/// What lines begin with that belong to the same lists and quotations as what stands behind this on its line.
pub(crate) fn prefix(line: &str) -> String {
    line.chars().map(|c| if matches!(c, '>' | '\t') { c } else { ' ' }).collect()
}

/// All lines but the first get this in front, without spaces on an empty one.
pub(crate) fn indented(text: &str, prefix: &str) -> String {
    let mut out = String::with_capacity(text.len() + prefix.len());
    indent_into(text, prefix, &mut out);
    out
}

/// Adds a text of which all lines but the first get this in front.
pub(crate) fn indent_into(text: &str, prefix: &str, out: &mut String) {
    if prefix.is_empty() {
        return out.push_str(text);
    }
    let mut lines = text.split('\n');
    out.push_str(lines.next().unwrap_or_default());
    for line in lines {
        out.push('\n');
        out.push_str(if line.is_empty() { prefix.trim_end() } else { prefix });
        out.push_str(line);
    }
}

impl<'p> Piece<'p> {
    /// Takes apart what a template printed.
    pub(crate) fn split(printed: &'p str) -> Vec<Self> {
        let mut pieces = Vec::new();
        for part in printed.split_inclusive(END) {
            let (author, value) = part.split_at(part.find(Mark::begins).unwrap_or(part.len()));
            if !author.is_empty() {
                pieces.push(Self { mark: Mark::Author, text: author });
            }
            let mut value = value.trim_end_matches(END).chars();
            if let Some(mark) = value.next().and_then(Mark::of) {
                pieces.push(Self { mark, text: value.as_str() });
            }
        }
        pieces
    }

    /// The value as text.
    pub(crate) fn plain(&self) -> Cow<'p, str> {
        match self.mark {
            Mark::Markdown => crate::ast::plain_blocks(&crate::ast::parse(self.text)).into(),
            _ => self.text.into(),
        }
    }
}

/// What a template printed as text, such as the path of a file.
pub(crate) fn plain_text(printed: &str) -> String {
    Piece::split(printed).iter().map(Piece::plain).collect()
}
