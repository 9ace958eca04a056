//! The content of a paragraph as `AsciiDoc`.

use super::text::{self, LINE_BREAK};
use super::{address, code};
use crate::ast::{self, HOLE, Inline};
use crate::format::spot::{Spot, Within};

/// The text between the brackets of a macro.
const IN_BRACKETS: Spot =
    Spot { before: Some('['), after: Some(']'), begins_line: false, within: Within::Brackets, ..Spot::START };

pub(super) fn write(content: &[Inline], spot: &Spot) -> String {
    let mut writer = Inlines { spot, out: String::with_capacity(64), is_strong: false, is_emphasis: false };
    writer.write(&ast::simple(content), spot.after);
    let is_sign = |c: Option<char>| c.is_some_and(|c| "*_`#^~".contains(c));
    // With nothing between them, or a line break at the end, signs are not emphasis.
    if spot.is_value
        && is_sign(spot.after)
        && (writer.out.ends_with('\n') || (writer.out.is_empty() && spot.before == spot.after))
    {
        writer.out.push_str("{empty}");
    }
    writer.out
}

struct Inlines<'w> {
    spot: &'w Spot,
    out: String,
    is_strong: bool,
    is_emphasis: bool,
}

impl Inlines<'_> {
    fn write(&mut self, content: &[Inline], after: Option<char>) {
        for (at, inline) in content.iter().enumerate() {
            let after = content.get(at + 1).map_or(after, first_char);
            let spot = self.here(after);
            match inline {
                Inline::Text(text) => self.out.push_str(&text::escape(text, &spot)),
                Inline::SoftBreak => self.out.push(' '),
                Inline::Raw(raw) => self.out.push_str(raw),
                // Text by now.
                Inline::Html(_) | Inline::Footnote(_) | Inline::Strike(_) => {}
                Inline::Code(content) => self.out.push_str(&code::span(content, &spot)),
                Inline::Break if spot.within != Within::Paragraph => self.out.push(' '),
                Inline::Break => {
                    let is_empty = self.out.rsplit('\n').next().is_none_or(|line| line.trim().is_empty());
                    self.out.push_str(if is_empty { "{empty}" } else { "" });
                    self.out.push_str(LINE_BREAK);
                }
                Inline::Strong(content) if !self.is_strong => self.marked('*', content, &spot),
                Inline::Emphasis(content) if !self.is_emphasis => self.marked('_', content, &spot),
                Inline::Strong(content) | Inline::Emphasis(content) => self.write(content, after),
                Inline::Link { address, content, .. } => self.link(address, content),
                Inline::Image { address, alt, .. } => {
                    let alt = text::escape(alt, &IN_BRACKETS);
                    self.out.extend(["image:", &address::target(address), "[", &alt, "]"]);
                }
            }
        }
    }

    /// The place behind what is written.
    fn here(&self, after: Option<char>) -> Spot {
        let before = self.out.chars().next_back().or(self.spot.before).filter(|c| *c != '\n');
        let begins_line =
            if self.out.trim().is_empty() { self.spot.begins_line } else { self.out.ends_with('\n') };
        Spot { before, after, begins_line, ..*self.spot }
    }

    /// A sign on each side; two where one would not be read.
    fn marked(&mut self, sign: char, content: &[Inline], spot: &Spot) {
        let signs = sign.to_string().repeat(if code::stands_free(spot) { 1 } else { 2 });
        let (strong, emphasis) = (self.is_strong, self.is_emphasis);
        self.is_strong |= sign == '*';
        self.is_emphasis |= sign == '_';
        self.out.push_str(&signs);
        self.write(content, Some(sign));
        self.out.push_str(&signs);
        (self.is_strong, self.is_emphasis) = (strong, emphasis);
    }

    fn link(&mut self, address: &str, content: &[Inline]) {
        let target = address::target(address);
        let is_bare = address.starts_with("http") && self.spot.within != Within::Brackets;
        if is_bare
            && target == address
            && ast::plain(content) == address
            && code::stands_free(&self.here(None))
        {
            self.out.extend([address, "[]"]);
            return;
        }
        self.out.extend(["link:", &target, "[", &write(content, &IN_BRACKETS), "]"]);
    }
}

/// What an inline begins with when it is written.
fn first_char(inline: &Inline) -> Option<char> {
    match inline {
        Inline::Text(text) | Inline::Raw(text) => text.chars().next(),
        Inline::Code(_) => Some('`'),
        // Elements and what is struck out are text by now.
        Inline::Break | Inline::Html(_) | Inline::Footnote(_) | Inline::Strike(_) => None,
        Inline::SoftBreak => Some(' '),
        Inline::Strong(_) => Some('*'),
        Inline::Emphasis(_) => Some('_'),
        Inline::Link { .. } | Inline::Image { .. } => Some(HOLE),
    }
}
