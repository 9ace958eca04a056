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
use super::holes::{self, HOLE, filled_with, plain};
use super::{Piece, Place, source};

pub(super) fn assemble(pieces: &[Piece<'_>], place: Place) -> String {
    let (text, values) = holes::dig(pieces, &['`', '*', '|']);
    if values.is_empty() {
        return text;
    }
    let mut values = values.into_iter();
    let mut writer = Writer {
        values: &mut values,
        state: State::Flow,
        line_before: "",
        out: String::with_capacity(text.len() * 2),
    };
    let mut lines = text.split_inclusive('\n').peekable();
    while let Some(line) = lines.next() {
        // In a cell there are no titles.
        let next = lines.peek().copied().filter(|next| place == Place::Page || !is_underline(next));
        writer.line(line, next.unwrap_or_default());
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
    line_before: &'w str,
    out: String,
}

impl<'w> Writer<'w, '_> {
    fn line(&mut self, line: &'w str, next: &str) {
        let indentation = indentation(line);
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
            self.state = begins(line);
        }
        let is_literal = matches!(self.state, State::Literal(_));
        let is_comment =
            is_literal && line.get(line::items(line)..).is_some_and(|text| text.starts_with(".. "));
        if !line.contains(HOLE) {
            self.out.push_str(line);
        } else if is_raw || is_comment {
            self.raw(line, indentation, is_raw && is_literal);
        } else if let Some((target, address)) =
            line.split_once(": ").filter(|_| line.trim_start().starts_with(".. _"))
        {
            self.out.push_str(target);
            self.out.push_str(": ");
            self.address(address);
        } else {
            let room = room(line, self.line_before, next);
            Line::new(line, room).write(self.values, &mut self.out);
        }
        self.line_before = line;
    }

    /// Values as they are; in a block, their further lines keep to the indentation.
    fn raw(&mut self, line: &str, indentation: usize, is_block: bool) {
        let prefix = line.get(..indentation).unwrap_or_default();
        let line_break = if is_block { "\n" } else { " " };
        let lines = |value| source::indented(&plain(value).replace(text::is_break, line_break), prefix);
        self.out.push_str(&filled_with(line, self.values, lines));
    }

    fn address(&mut self, line: &str) {
        self.out.push_str(&filled_with(line, self.values, |value| address::escape(&plain(value))));
    }
}

/// What a line of prose says about those below it.
fn begins(line: &str) -> State {
    let indentation = line::items(line);
    let text = line.get(indentation..).unwrap_or_default().trim();
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

/// What a line has room for, between these two.
fn room(line: &str, before: &str, next: &str) -> Room {
    let begins = before.trim().is_empty() || is_below(line, before);
    let ends = next.trim().is_empty() || indentation(next) < indentation(line);
    match () {
        () if is_underline(next) => Room::Title,
        () if is_below(next, line) => Room::Term,
        () if begins && ends => Room::Blocks,
        () => Room::Paragraph,
    }
}

/// Whether a line begins what belongs to the one before, such as the definition of a term. Text behind the marker of a
/// field, a directive, a footnote or an option goes on there.
fn is_below(line: &str, before: &str) -> bool {
    let columns = line::items(before);
    let text = before.get(columns..).unwrap_or_default();
    let is_marked =
        text.starts_with(".. [") || text.starts_with(['-', '/', '\u{2022}', '\u{2023}', '\u{2043}']);
    let goes_on = is_marked || line::marker(before) > columns;
    !line.trim().is_empty() && indentation(line) > columns && !goes_on
}

fn indentation(line: &str) -> usize {
    line.len() - line.trim_start_matches([' ', '\t']).len()
}

fn is_underline(line: &str) -> bool {
    let line = line.trim_end();
    let first = line.chars().next();
    first.is_some_and(|first| {
        first.is_ascii_punctuation() && line.len() > 1 && line.chars().all(|c| c == first)
    })
}
