//! Values on a line of prose, with what the author wrote around them.

use super::text::{self, Spot, Within};
use super::{HOLE, address, blocks, code, plain, prose};
use crate::markup::holes::filled;
use crate::markup::{Piece, source, tree};

/// A line of the author's, and where in it they are.
#[derive(Debug)]
pub(super) struct Line<'l> {
    source: &'l str,
    room: Room,
    /// What the rest is in.
    state: State,
    before: Option<char>,
    begins: bool,
    /// Between asterisks.
    is_marked: bool,
}

/// What a value may become that is all there is on the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Room {
    /// In a title, what it becomes beside other text.
    Title,
    /// In the term of a definition, the same; ` : ` is markup there.
    Term,
    /// Text in a paragraph that began before.
    Paragraph,
    Blocks,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Flow,
    /// Between single backticks.
    Role,
    /// Between the angle brackets of a link.
    Address,
}

impl<'l> Line<'l> {
    pub(super) fn new(line: &'l str, room: Room) -> Self {
        Self { source: line, room, state: State::Flow, before: None, begins: true, is_marked: false }
    }

    pub(super) fn write(mut self, values: &mut dyn Iterator<Item = Piece<'_>>, out: &mut String) {
        let marker = marker(self.source);
        let (before, rest) = self.source.split_at_checked(marker).unwrap_or(("", self.source));
        if rest.trim() == HOLE.to_string() && !matches!(self.room, Room::Title | Room::Term) {
            out.push_str(before);
            let value = values.next().map(|value| self.alone(value, before)).unwrap_or_default();
            out.push_str(&value);
            out.push_str(rest.get(rest.trim_end().len()..).unwrap_or_default());
            return;
        }
        out.push_str(before);
        let mut at = 0;
        while let Some(c) = rest.get(at..).and_then(|rest| rest.chars().next()) {
            at += self.read(rest.get(at..).unwrap_or_default(), c, values, out);
        }
    }

    /// A value that is all there is behind the marker of a list, a field or a directive.
    fn alone(&self, value: Piece<'_>, before: &str) -> String {
        let prefix = match before.trim_start() {
            "" => before.to_owned(),
            start if start.starts_with(':') || start.starts_with("..") => {
                format!("{}   ", " ".repeat(before.len() - start.len()))
            }
            _ => " ".repeat(before.chars().count()),
        };
        let is_block = self.room == Room::Blocks || !before.trim().is_empty();
        let in_line_block = before.trim() == "|";
        match value {
            Piece::Markdown(source) if is_block && !in_line_block => {
                source::indented(&blocks::write(&tree::parse(source)), &prefix)
            }
            Piece::Text(text) if text.contains(text::is_break) && is_block && !in_line_block => {
                source::indented(&text::line_block(text), &prefix)
            }
            value => self.value(value, None, None),
        }
    }

    /// Reads on, and tells how long what was read is.
    fn read(
        &mut self,
        rest: &str,
        c: char,
        values: &mut dyn Iterator<Item = Piece<'_>>,
        out: &mut String,
    ) -> usize {
        if c == HOLE {
            let after = rest.chars().nth(1).filter(|c| *c != '\n');
            if let Some(value) = values.next() {
                let before = self.before;
                out.push_str(&self.value(value, before, after));
            }
            self.begins = false;
            self.before = Some(HOLE);
            return c.len_utf8();
        }
        if let Some(length) = self.literal(rest, values, out) {
            return length;
        }
        let escaped = rest.chars().nth(1).filter(|next| c == '\\' && *next != HOLE);
        self.state = match (self.state, c) {
            (State::Flow, '`') | (State::Address, '>') => State::Role,
            (State::Role | State::Address, '`') => State::Flow,
            (State::Role, '<') => State::Address,
            (state, _) => state,
        };
        out.push(c);
        out.extend(escaped);
        self.is_marked ^= c == '*' && self.before != Some('*');
        // A bracket may begin the number of a list too.
        self.begins &= c.is_whitespace() || c == '(';
        self.before = escaped.or(Some(c));
        c.len_utf8() + escaped.map_or(0, char::len_utf8)
    }

    /// Writes a literal anew if a value is in it, and tells how long it is.
    fn literal(
        &mut self,
        rest: &str,
        values: &mut dyn Iterator<Item = Piece<'_>>,
        out: &mut String,
    ) -> Option<usize> {
        let behind = rest.strip_prefix("``").filter(|_| self.state == State::Flow)?;
        let end = behind.find("``").filter(|end| *end > 0)?;
        let content = behind.get(..end)?;
        if content.contains(HOLE) {
            out.push_str(&code::literal(&filled(content, values), self.before));
        } else {
            out.extend(["``", content, "``"]);
        }
        (self.before, self.begins) = (Some('`'), false);
        Some(end + 4)
    }

    fn value(&self, value: Piece<'_>, before: Option<char>, after: Option<char>) -> String {
        // Markup neither begins nor ends with a blank.
        let is_inside = |neighbour: Option<char>| self.is_marked && neighbour == Some('*');
        let spot = Spot {
            before,
            after,
            begins_line: self.begins,
            within: match (self.state, self.room) {
                (State::Role, _) => Within::Role,
                (_, Room::Term) => Within::Term,
                _ => Within::Prose,
            },
            in_markdown: false,
        };
        match (self.state, value) {
            (State::Address, value) => address::escape(&plain(value)),
            (State::Role, value) => text::escape(&plain(value), &spot),
            (State::Flow, Piece::Text(value) | Piece::Author(value)) => {
                let value = if is_inside(before) { value.trim_start() } else { value };
                let value = if is_inside(after) { value.trim_end() } else { value };
                text::escape(value, &spot)
            }
            (State::Flow, Piece::Code(value)) => code::span(value, &spot),
            (State::Flow, Piece::Markdown(source)) => {
                let lines = tree::lines(tree::parse(source));
                prose::inline(&lines.join(&tree::Inline::Break), &spot)
            }
        }
    }
}

/// How long the indentation is, with the markers of lists behind it, or the marker of a field, a line or a directive.
pub(super) fn marker(line: &str) -> usize {
    let rest = line.get(items(line)..).unwrap_or_default();
    let field = rest.strip_prefix(':').and_then(|field| field.split_once(": "));
    let directive = rest.strip_prefix(".. ").and_then(|directive| directive.split_once(":: "));
    let behind = field.or(directive).filter(|(name, _)| !name.contains(['`', HOLE]) && !name.is_empty());
    line.len() - behind.map_or(rest, |(_, behind)| behind.trim_start_matches(' ')).len()
}

/// How long the indentation is, with the markers of lists behind it.
pub(super) fn items(line: &str) -> usize {
    let mut rest = line.trim_start();
    while let Some((_, behind)) = rest.split_once(' ').filter(|(marker, _)| is_marker(marker)) {
        rest = behind.trim_start_matches(' ');
    }
    line.len() - rest.len()
}

/// Whether this marks an item of a list, or a line of a block of lines.
fn is_marker(word: &str) -> bool {
    let number = word.strip_suffix([')', '.']).map(|number| number.strip_prefix('(').unwrap_or(number));
    let is_number = number.is_some_and(|number| match number.as_bytes() {
        [c] => *c == b'#' || c.is_ascii_alphanumeric(),
        digits => !digits.is_empty() && digits.iter().all(u8::is_ascii_digit),
    });
    is_number || ["-", "*", "+", "|"].contains(&word)
}
