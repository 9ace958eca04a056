//! From pieces to markup: what the author of a template wrote stays, what a value said is fitted into its place.
//!
//! A place is found by reading what the author wrote as the format's own parser does: the same text is written one way in
//! a table, another in a code span, another in an address. One module for each format.

mod asciidoc;
mod csv;
mod holes;
mod html;
mod markdown;
mod restructured_text;
mod source;
mod tree;

use std::fmt::{self, Write};

pub(crate) use self::restructured_text::{list_table, underline};
pub(crate) use self::source::{first_paragraph, plain, trim_end};
use crate::format::Format;

/// A part of what a template printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Piece<'p> {
    /// Written by the author, in the language of the format.
    Author(&'p str),
    /// A value that is text.
    Text(&'p str),
    /// A value that is to stand in a code span of its own.
    Code(&'p str),
    /// A value that is Markdown.
    Markdown(&'p str),
}

/// Where the pieces stand together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// A cell of a table, where nothing may end the row.
    Cell,
    /// A page, or lines of one.
    Page,
}

/// Writes the pieces of one cell, or of a page.
pub(crate) fn assemble(format: Format, printed: &str, place: Place) -> String {
    let pieces = Piece::split(printed);
    match format {
        Format::Markdown => markdown::assemble(&pieces, place, markdown::Dialect::Gfm),
        Format::Mdx => markdown::assemble(&pieces, place, markdown::Dialect::Mdx),
        Format::Html => html::assemble(&pieces, place),
        Format::AsciiDoc => asciidoc::assemble(&pieces, place),
        Format::ReStructuredText => restructured_text::assemble(&pieces, place),
        Format::Csv => csv::assemble(&pieces),
    }
}

/// What stands in front of a value in the output of the engine. Unicode keeps these characters for a program's own use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mark {
    Text,
    Code,
    Markdown,
    /// In the language of the format, of several lines.
    Markup,
}

const END: char = '\u{FDD5}';

impl Mark {
    const fn start(self) -> char {
        match self {
            Self::Text => '\u{FDD2}',
            Self::Code => '\u{FDD3}',
            Self::Markdown => '\u{FDD4}',
            Self::Markup => '\u{FDD6}',
        }
    }

    fn of(c: char) -> Option<Self> {
        [Self::Text, Self::Code, Self::Markdown, Self::Markup].into_iter().find(|mark| mark.start() == c)
    }

    /// Whether a character begins a value, or ends one.
    pub(crate) fn boundary(c: char) -> Option<bool> {
        if c == END { Some(false) } else { Self::of(c).map(|_| true) }
    }

    /// Writes a value with the mark.
    pub(crate) fn write(self, value: &str, out: &mut impl Write) -> fmt::Result {
        out.write_char(self.start())?;
        holdable(value).try_for_each(|c| out.write_char(c))?;
        out.write_char(END)
    }

    /// The value with the mark.
    pub(crate) fn marked(self, value: &str) -> String {
        let mut marked = String::with_capacity(value.len() + 8);
        // Writing to a `String` cannot fail.
        let _ = self.write(value, &mut marked);
        marked
    }
}

/// What a template printed, with markup of several lines in its place: in an item of a list or a quotation, each line is.
pub(crate) fn placed(printed: String) -> String {
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
        let prefix = if is_place { source::prefix(line) } else { String::new() };
        let markup = source::indented(markup, &prefix);
        out.push_str(&markup);
        out.push_str(behind);
    }
    out
}

/// The characters of a value. A control character, which no page can hold, becomes U+FFFD.
fn holdable(value: &str) -> impl Iterator<Item = char> {
    let mut chars = value.chars().peekable();
    std::iter::from_fn(move || {
        let c = chars.next()?;
        Some(match c {
            '\r' => chars.next_if_eq(&'\n').unwrap_or('\n'),
            '\n' | '\t' => c,
            '\u{FDD0}'..='\u{FDEF}' => '\u{FFFD}',
            _ if c.is_control() => '\u{FFFD}',
            _ => c,
        })
    })
}

/// A doc comment under a heading of this level.
pub(crate) fn prose(format: Format, level: usize, markdown: &str) -> String {
    let markdown = source::deeper(&holdable(markdown).collect::<String>(), level);
    let prose = assemble(format, &Mark::Markdown.marked(&markdown), Place::Page);
    source::trim_end(&prose).to_owned()
}

/// A heading, from 1 on, of what a template printed on one line.
pub(crate) fn heading(format: Format, level: usize, printed: &str) -> String {
    let around =
        |before: &str, behind: &str| assemble(format, &format!("{before}{printed}{behind}"), Place::Page);
    match format {
        Format::Html => around(&format!("<h{level}>"), &format!("</h{level}>")),
        Format::AsciiDoc => around(&format!("{} ", "=".repeat(level)), ""),
        Format::ReStructuredText => {
            let sign = ['=', '-', '~', '^', '"'].get(level - 1).copied().unwrap_or('\'');
            around("", &format!("\n{}", underline(printed, sign)))
        }
        _ => around(&format!("{} ", "#".repeat(level)), ""),
    }
}

/// A block of code.
pub(crate) fn code_block(format: Format, language: &str, code: &str) -> String {
    let code = Mark::Text.marked(code.trim_end());
    let block = match format {
        Format::Html => format!("<pre><code class=\"language-{language}\">{code}</code></pre>"),
        Format::AsciiDoc => format!("[source,{language}]\n----\n{code}\n----"),
        Format::ReStructuredText => format!(".. code-block:: {language}\n\n    {code}"),
        _ => format!("```{language}\n{code}\n```"),
    };
    assemble(format, &block, Place::Page)
}

impl<'p> Piece<'p> {
    /// Takes apart what a template printed.
    pub(crate) fn split(printed: &'p str) -> Vec<Self> {
        let mut pieces = Vec::new();
        for part in printed.split_inclusive(END) {
            let (author, value) = match part.char_indices().find_map(|(at, c)| Some((at, c, Mark::of(c)?))) {
                None => (part, None),
                Some((at, c, mark)) => {
                    let (author, value) = part.split_at(at);
                    (author, Some((mark, value.trim_start_matches(c).trim_end_matches(END))))
                }
            };
            if !author.is_empty() {
                pieces.push(Self::Author(author));
            }
            pieces.extend(value.map(|(mark, value)| match mark {
                Mark::Text => Self::Text(value),
                Mark::Code => Self::Code(value),
                Mark::Markdown => Self::Markdown(value),
                Mark::Markup => Self::Author(value),
            }));
        }
        pieces
    }

    /// Whether there is nothing to be written.
    fn is_empty(&self) -> bool {
        let (Self::Author(text) | Self::Text(text) | Self::Code(text) | Self::Markdown(text)) = self;
        text.is_empty()
    }
}
