//! `AsciiDoc`: character references for text, its own blocks for those of Markdown.
//!
//! What the author wrote is read line for line, as Asciidoctor does: here the blocks, in `asciidoc/line.rs` what is on a line.

mod address;
mod code;
mod line;
mod prose;
mod text;

use super::holes::{self, HOLE, plain};
use super::{Piece, Place, source, tree};

pub(super) fn assemble(pieces: &[Piece<'_>], place: Place) -> String {
    let (text, values) = holes::dig(pieces, &['`', '*', '_', '#', '+']);
    if values.is_empty() {
        return text;
    }
    let mut values = values.into_iter();
    let mut writer = Writer {
        values: &mut values,
        is_whole: place == Place::Cell && text.trim() == HOLE.to_string(),
        in_cell: place == Place::Cell,
        in_table: false,
        line_before: "",
        out: String::with_capacity(text.len() * 2),
    };
    let mut lines = text.split_inclusive('\n');
    while let Some(line) = lines.next() {
        match Fence::of(line) {
            Some(fence) => writer.block(line, fence, &mut lines),
            None => writer.line(line),
        }
    }
    writer.out
}

/// The blocks that are taken word for word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fence {
    Listing,
    Literal,
    Backticks,
    Pass,
    Comment,
}

impl Fence {
    fn of(line: &str) -> Option<Self> {
        let line = line.trim_end();
        let is = |c: char| line.len() > 3 && line.chars().all(|other| other == c);
        match line.chars().next()? {
            '-' if is('-') => Some(Self::Listing),
            '.' if is('.') => Some(Self::Literal),
            '+' if is('+') => Some(Self::Pass),
            '/' if is('/') => Some(Self::Comment),
            '`' if line.starts_with("```") => Some(Self::Backticks),
            _ => None,
        }
    }
}

struct Writer<'w, 'p> {
    values: &'w mut dyn Iterator<Item = Piece<'p>>,
    /// The cell is one value.
    is_whole: bool,
    in_cell: bool,
    /// Between the lines of a table that the author wrote.
    in_table: bool,
    line_before: &'w str,
    out: String,
}

impl<'w> Writer<'w, '_> {
    /// A block, up to the line that ends it. If a value has that line, both become longer.
    fn block(&mut self, opening: &'w str, fence: Fence, lines: &mut dyn Iterator<Item = &'w str>) {
        let delimiter = if fence == Fence::Backticks { "```" } else { opening.trim_end() };
        let (mut inside, mut closing, mut has_values) = (String::new(), "", false);
        for line in lines {
            if line.trim_end() == delimiter {
                closing = line;
                break;
            }
            has_values |= line.contains(HOLE);
            inside.push_str(&self.verbatim(line, fence));
        }
        self.line_before = closing;
        if !has_values || inside.lines().all(|line| line.trim_end() != delimiter) {
            let opening = self.verbatim(opening, fence);
            self.out.extend([opening.as_str(), &inside, closing]);
            return;
        }
        let c = if fence == Fence::Backticks { '-' } else { delimiter.chars().next().unwrap_or('-') };
        let longer = code::fence(&inside, c, delimiter.len().max(4));
        let language = opening.trim_end().trim_start_matches('`');
        if fence == Fence::Backticks && !language.is_empty() {
            let language = self.verbatim(language, fence);
            self.out.extend(["[source,", &language, "]\n"]);
        }
        let end = closing.get(closing.trim_end().len()..).unwrap_or_default();
        let closing = if closing.is_empty() { "" } else { &longer };
        self.out.extend([longer.as_str(), "\n", &inside, closing, end]);
    }

    /// A line with the values as they are; their further lines keep to its indentation.
    fn verbatim(&mut self, line: &str, fence: Fence) -> String {
        let mut parts = line.split(HOLE).peekable();
        let indentation = line.get(..line.len() - line.trim_start_matches(' ').len()).unwrap_or_default();
        let mut out = parts.next().unwrap_or_default().to_owned();
        while let Some(part) = parts.next() {
            let value = self.values.next().map(plain).unwrap_or_default();
            let ends_line = parts.peek().is_none() && part.trim().is_empty();
            let value = match fence {
                Fence::Comment => value.into_owned(),
                Fence::Pass => code::in_html(&value),
                _ => {
                    let lines = code::Lines {
                        at_start: out.is_empty(),
                        below_at_start: indentation.is_empty(),
                        ends: ends_line,
                    };
                    code::verbatim(&value, lines)
                }
            };
            out.push_str(&source::indented(&value, indentation));
            out.push_str(part);
        }
        out
    }

    fn line(&mut self, line: &'w str) {
        let is_delimiter = ["|===", "!==="].iter().any(|delimiter| line.starts_with(delimiter));
        self.in_table ^= is_delimiter;
        let is_literal = line.starts_with(' ')
            && self.line_before.trim().is_empty()
            && !self.in_cell
            && line.trim_start().starts_with(HOLE);
        if !line.contains(HOLE) {
            self.out.push_str(line);
        } else if line.starts_with("//") {
            let written = self.verbatim(line, Fence::Comment).trim_end().replace('\n', " ");
            self.out.push_str(&written);
            self.out.push_str(line.get(line.trim_end().len()..).unwrap_or_default());
        } else if is_literal && !self.out.trim_end().ends_with('+') {
            let written = self.verbatim(line, Fence::Literal);
            self.out.push_str(&written);
        } else if line.trim() == HOLE.to_string() && (self.is_whole || !(self.in_cell || self.in_table)) {
            self.alone(line);
        } else {
            let in_cell = self.in_cell || self.in_table;
            let written = line::Line::new(line, in_cell).write(line, self.values);
            self.out.push_str(&written);
        }
        self.line_before = line;
    }

    /// A value that is all there is on its line.
    fn alone(&mut self, line: &str) {
        let Some(value) = self.values.next() else { return };
        let end = line.get(line.trim_end().len()..).unwrap_or_default();
        let written = match value {
            Piece::Markdown(source) => {
                let is_attached = self.line_before.trim_end() == "+";
                prose::blocks(&tree::parse(source), self.in_cell, is_attached)
            }
            value => {
                let spot = text::Spot {
                    begins_line: true,
                    table: if self.in_cell { text::Table::Cell } else { text::Table::None },
                    ..text::Spot::default()
                };
                line::value(value, &spot)
            }
        };
        self.out.push_str(&written);
        self.out.push_str(end);
    }
}
