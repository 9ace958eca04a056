//! What a template printed: the author's text, and values with a mark for what they are.

use std::borrow::Cow;
use std::fmt::{self, Write};

/// A part of what a template printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Piece<'p> {
    /// Written by the author.
    Author(&'p str),
    /// A value that is text.
    Text(&'p str),
    /// A number or a truth.
    Fact(&'p str),
    /// A value for a code span of its own.
    Code(&'p str),
    /// A value that is Markdown.
    Markdown(&'p str),
    /// A value for an address of the author's markup.
    Url(&'p str),
    /// A value for the author's literal text, such as a listing or an attribute.
    Verbatim(&'p str),
}

/// What is printed before a value. Unicode reserves these characters for internal use of a program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mark {
    Text,
    Fact,
    Code,
    Markdown,
    Url,
    Verbatim,
    /// In the language of the format, of several lines.
    Markup,
}

pub(super) const END: char = '\u{FDD5}';

impl Mark {
    const ALL: [Self; 7] =
        [Self::Text, Self::Fact, Self::Code, Self::Markdown, Self::Markup, Self::Url, Self::Verbatim];

    const fn start(self) -> char {
        match self {
            Self::Text => '\u{FDD2}',
            Self::Code => '\u{FDD3}',
            Self::Markdown => '\u{FDD4}',
            Self::Markup => '\u{FDD6}',
            Self::Url => '\u{FDD7}',
            Self::Verbatim => '\u{FDD8}',
            Self::Fact => '\u{FDD9}',
        }
    }

    fn of(c: char) -> Option<Self> {
        let is_mark = ('\u{FDD2}'..='\u{FDD9}').contains(&c);
        is_mark.then(|| Self::ALL.into_iter().find(|mark| mark.start() == c)).flatten()
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
    let start = Mark::Markup.start();
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
            let mut value = value.trim_end_matches(END).chars();
            let value = value.next().and_then(Mark::of).map(|mark| (mark, value.as_str()));
            if !author.is_empty() {
                pieces.push(Self::Author(author));
            }
            pieces.extend(value.map(|(mark, value)| match mark {
                Mark::Text => Self::Text(value),
                Mark::Fact => Self::Fact(value),
                Mark::Code => Self::Code(value),
                Mark::Markdown => Self::Markdown(value),
                Mark::Url => Self::Url(value),
                Mark::Verbatim => Self::Verbatim(value),
                Mark::Markup => Self::Author(value),
            }));
        }
        pieces
    }

    /// The value as it is.
    pub(crate) fn as_str(&self) -> &'p str {
        match *self {
            Self::Author(text)
            | Self::Text(text)
            | Self::Fact(text)
            | Self::Code(text)
            | Self::Markdown(text)
            | Self::Url(text)
            | Self::Verbatim(text) => text,
        }
    }

    /// Whether there is nothing to be written.
    pub(crate) fn is_empty(&self) -> bool {
        self.as_str().is_empty()
    }

    /// The value as text.
    pub(crate) fn plain(&self) -> Cow<'p, str> {
        match *self {
            Self::Markdown(source) => crate::ast::plain_blocks(&crate::ast::parse(source)).into(),
            other => other.as_str().into(),
        }
    }
}

/// What a template printed as text, such as the path of a file.
pub(crate) fn plain_text(printed: &str) -> String {
    Piece::split(printed).iter().map(Piece::plain).collect()
}
