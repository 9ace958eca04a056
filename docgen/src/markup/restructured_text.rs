//! reStructuredText: backslashes for text, its own blocks for those of Markdown.
//!
//! What the author wrote is read line for line, as docutils does: here the blocks, in `restructured_text/line.rs` what is on a
//! line.

mod address;
mod blocks;
mod code;
mod code_block;
mod line;
mod prose;
mod table;
mod text;

use unicode_width::UnicodeWidthChar;

use self::line::{Line, Room};
pub(crate) use self::table::write as list_table;
use super::holes::{self, HOLE, plain};
use super::{Piece, Place, tree};

pub(super) fn assemble(pieces: &[Piece<'_>], place: Place) -> String {
    let (text, values) = holes::dig(pieces, &['`', '*', '|']);
    if values.is_empty() {
        return text;
    }
    let mut values = values.into_iter();
    let mut writer = Writer {
        values: &mut values,
        state: State::Flow,
        is_blank: true,
        out: String::with_capacity(text.len() * 2),
    };
    let mut lines = text.split_inclusive('\n').peekable();
    while let Some(line) = lines.next() {
        let is_title = place == Place::Page && lines.peek().is_some_and(|next| is_underline(next));
        writer.line(line, is_title);
    }
    writer.out
}

/// A line under a title that a template printed: as long as the title, in the columns that docutils counts.
pub(crate) fn underline(printed: &str, sign: char) -> String {
    let title = assemble(&Piece::split(&format!("{printed}\n----")), Place::Page);
    let title = title.lines().next().unwrap_or_default();
    // Of characters without a width in this version of Unicode, the most that another one may say.
    let is_wide = |c: char| c.width() == Some(2) || c >= '\u{17000}';
    let width: usize = title.chars().map(|c| if is_wide(c) { 2 } else { 1 }).sum();
    sign.to_string().repeat(width.max(4))
}

/// Whether the lines that are indented more than these columns are taken word for word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Flow,
    /// Under a directive, whose options come first.
    Options(usize),
    Literal(usize),
}

struct Writer<'w, 'p> {
    values: &'w mut dyn Iterator<Item = Piece<'p>>,
    state: State,
    /// Whether the line before was empty.
    is_blank: bool,
    out: String,
}

impl Writer<'_, '_> {
    fn line(&mut self, line: &str, is_title: bool) {
        let indentation = line.len() - line.trim_start_matches([' ', '\t']).len();
        let is_blank = line.trim().is_empty();
        self.state = match self.state {
            State::Literal(columns) if is_blank || indentation > columns => self.state,
            State::Options(columns) if indentation > columns && line.trim_start().starts_with(':') => {
                self.state
            }
            _ => State::Flow,
        };
        let is_raw = self.state != State::Flow;
        if !is_raw {
            self.state = begins(line, indentation);
        }
        let is_comment =
            !is_raw && self.state == State::Literal(indentation) && line.trim_start().starts_with(".. ");
        if !line.contains(HOLE) {
            self.out.push_str(line);
        } else if is_raw || is_comment {
            self.raw(line, indentation);
        } else if let Some((target, address)) =
            line.split_once(": ").filter(|_| line.trim_start().starts_with(".. _"))
        {
            self.out.push_str(target);
            self.out.push_str(": ");
            self.address(address);
        } else {
            let room = match () {
                () if is_title => Room::Title,
                () if self.is_blank => Room::Blocks,
                () => Room::Paragraph,
            };
            let line = Line::new(line, room);
            line.write(self.values, &mut self.out);
        }
        self.is_blank = is_blank;
    }

    /// Values as they are; their further lines keep to the indentation.
    fn raw(&mut self, line: &str, indentation: usize) {
        let prefix = line.get(..indentation).unwrap_or_default();
        let is_block = matches!(self.state, State::Literal(_)) && !line.trim_start().starts_with(".. ");
        let mut parts = line.split(HOLE);
        self.out.push_str(parts.next().unwrap_or_default());
        for part in parts {
            let value = self.values.next().map(plain).unwrap_or_default();
            let line_break = if is_block { "\n" } else { " " };
            self.out.push_str(&tree::indented(&value.replace(text::is_break, line_break), prefix));
            self.out.push_str(part);
        }
    }

    fn address(&mut self, line: &str) {
        let mut parts = line.split(HOLE);
        self.out.push_str(parts.next().unwrap_or_default());
        for part in parts {
            self.out.push_str(
                &self.values.next().map(|value| address::escape(&plain(value))).unwrap_or_default(),
            );
            self.out.push_str(part);
        }
    }
}

/// What a line of prose says about those below it.
fn begins(line: &str, indentation: usize) -> State {
    let text = line.trim();
    if let Some(explicit) = text.strip_prefix(".. ") {
        let (name, is_directive) =
            explicit.split_once("::").map_or((explicit, false), |(name, _)| (name, true));
        let is_raw = [
            "code",
            "code-block",
            "sourcecode",
            "raw",
            "math",
            "image",
            "figure",
            "include",
            "literalinclude",
            "highlight",
            "parsed-literal",
        ];
        let is_target = explicit.starts_with(['_', '[', '|']);
        return match () {
            () if is_target => State::Flow,
            () if !is_directive || name.contains(' ') || is_raw.contains(&name) => {
                State::Literal(indentation)
            }
            () => State::Options(indentation),
        };
    }
    if text.ends_with("::") { State::Literal(indentation) } else { State::Flow }
}

fn is_underline(line: &str) -> bool {
    let line = line.trim_end();
    let first = line.chars().next();
    first.is_some_and(|first| {
        first.is_ascii_punctuation() && line.len() > 1 && line.chars().all(|c| c == first)
    })
}
