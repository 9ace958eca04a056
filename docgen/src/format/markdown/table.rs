//! A grid as a table of Markdown (GitHub Flavored Markdown §4.10).

use std::borrow::Cow;

use unicode_width::UnicodeWidthStr;

use super::Markdown;
use crate::ast::{Block, Cell, Grid, GridColumn, Inline, line_with_elements};
use crate::block::{Align, Delimiter, Spaces, Style, WidthUnit};
use crate::format::{Markup, Place, Position};

/// Narrower columns have no room for a delimiter with two colons.
const NARROWEST: usize = 3;

pub(super) fn write(grid: &Grid, markdown: Markdown) -> String {
    let headers: Vec<_> = grid.columns.iter().map(|column| line(&column.header, markdown)).collect();
    let rows = grid.rows.iter().map(|row| row.iter().map(|cell| content(cell, markdown)).collect());
    let rows: Vec<Vec<_>> = rows.collect();
    // A line without a pipe would not be a row.
    let style = Style { outer_pipes: grid.style.outer_pipes || grid.columns.len() < 2, ..grid.style };
    let layout = Layout::of(&grid.columns, &headers, &rows, style);
    let mut out = String::new();
    if !grid.caption.is_empty() {
        out.extend(["**", &line(&grid.caption, markdown), "**\n\n"]);
    }
    match &grid.header_line {
        Some(line) => out.push_str(line),
        None => layout.row(&headers, &mut out),
    }
    out.push('\n');
    out.push_str(&grid.delimiter_line.clone().unwrap_or_else(|| layout.delimiters(&headers)));
    for row in &rows {
        out.push('\n');
        layout.row(row, &mut out);
    }
    out
}

/// A covered cell is empty.
fn content(cell: &Cell, markdown: Markdown) -> Cow<'_, str> {
    match cell.blocks.as_slice() {
        _ if cell.span == 0 => "".into(),
        [Block::Raw(raw)] => raw.into(),
        blocks => markdown.inline(&line_with_elements(blocks), Position::at(Place::Cell)).into(),
    }
}

fn line(content: &[Inline], markdown: Markdown) -> Cow<'_, str> {
    match content {
        [Inline::Raw(raw)] => raw.into(),
        content => markdown.inline(content, Position::at(Place::Cell)).into(),
    }
}

struct Layout {
    style: Style,
    widths: Vec<usize>,
    aligns: Vec<Option<Align>>,
}

impl Layout {
    fn of(
        columns: &[GridColumn],
        headers: &[Cow<'_, str>],
        rows: &[Vec<Cow<'_, str>>],
        style: Style,
    ) -> Self {
        let width = |(at, (column, header)): (usize, (&GridColumn, &Cow<'_, str>))| {
            let header = width(header, style.unit);
            let cells = rows.iter().filter_map(|row| row.get(at));
            let widest = || cells.map(|cell| width(cell, style.unit)).max().unwrap_or_default();
            column
                .width
                .unwrap_or_else(|| if style.padded_cells { header.max(widest()) } else { header })
                .max(NARROWEST)
        };
        Self {
            style,
            widths: columns.iter().zip(headers).enumerate().map(width).collect(),
            aligns: columns.iter().map(|column| column.align).collect(),
        }
    }

    fn row(&self, cells: &[Cow<'_, str>], out: &mut String) {
        let style = self.style;
        let begins = style.outer_pipes || needs_pipes(cells);
        let ends = begins && (style.trailing_pipe || cells.last().is_none_or(|cell| cell.is_empty()));
        let before = if matches!(style.spaces, Spaces::Both | Spaces::Before) { " " } else { "" };
        let after = if matches!(style.spaces, Spaces::Both | Spaces::After) { " " } else { "" };
        for (at, cell) in cells.iter().enumerate() {
            let has_pipe = at > 0 || begins;
            out.push_str(if has_pipe { "|" } else { "" });
            if style.collapse_empty && cell.is_empty() {
                continue;
            }
            out.push_str(if has_pipe { before } else { "" });
            let ends_line = at + 1 == cells.len() && !ends;
            self.cell(out, at, cell, ends_line);
            out.push_str(if ends_line { "" } else { after });
        }
        out.push_str(if ends { "|" } else { "" });
    }

    fn cell(&self, out: &mut String, at: usize, cell: &str, ends_line: bool) {
        let width_of_column = self.widths.get(at).copied().unwrap_or_default();
        let width = width(cell, self.style.unit);
        let room = if self.style.padded_cells { width_of_column.saturating_sub(width) } else { 0 };
        let before = match self.aligns.get(at).copied().flatten() {
            None | Some(Align::Left) => 0,
            Some(Align::Center) => room / 2,
            Some(Align::Right) => room,
        };
        out.extend(std::iter::repeat_n(' ', before));
        out.push_str(cell);
        out.extend(std::iter::repeat_n(' ', if ends_line { 0 } else { room - before }));
    }

    fn delimiters(&self, headers: &[Cow<'_, str>]) -> String {
        let mut out = String::new();
        let space = if self.style.delimiter_spaces { " " } else { "" };
        let outer = self.style.outer_pipes;
        let trailing = outer && self.style.trailing_pipe;
        out.push_str(if outer { "|" } else { "" });
        let last = headers.len().saturating_sub(1);
        for (at, header) in headers.iter().enumerate() {
            let width = match self.style.delimiter {
                Delimiter::Column => self.widths.get(at).copied().unwrap_or_default(),
                Delimiter::Header => width(header, self.style.unit).max(NARROWEST),
                Delimiter::Fixed(width) => width,
            };
            // Without outer pipes, there are no spaces at the ends of the line for dashes to replace.
            let (starts, ends) = (at == 0 && !outer, at == last && !trailing);
            let more =
                if self.style.delimiter_spaces { 0 } else { usize::from(!starts) + usize::from(!ends) };
            out.push_str(if at > 0 { "|" } else { "" });
            out.push_str(if starts { "" } else { space });
            // One dash and a space would start a list.
            let dashes = if starts { 2 } else { 1 };
            let align = self.aligns.get(at).copied().flatten();
            out.push_str(&delimiter(align, (width + more).max(dashes)));
            out.push_str(if ends { "" } else { space });
        }
        out + if trailing { "|" } else { "" }
    }
}

/// Whether Markdown would read the row as something else without its outer pipes.
fn needs_pipes(cells: &[Cow<'_, str>]) -> bool {
    let first = cells.first().map(AsRef::as_ref).unwrap_or_default();
    let digits = first.trim_start_matches(|c: char| c.is_ascii_digit());
    let begins_list = digits.len() < first.len() && digits.starts_with(['.', ')']);
    let begins_block =
        first.starts_with(['-', '+', '*', '>', '#', '=', '~', '<', '_', ':']) || first.starts_with("```");
    let is_empty = |cell: Option<&Cow<'_, str>>| cell.is_none_or(|cell| cell.is_empty());
    begins_list || begins_block || is_empty(cells.first()) || is_empty(cells.last())
}

fn delimiter(align: Option<Align>, width: usize) -> String {
    let (left, right) = match align {
        None => ("", ""),
        Some(Align::Left) => (":", ""),
        Some(Align::Center) => (":", ":"),
        Some(Align::Right) => ("", ":"),
    };
    let dashes = width.saturating_sub(left.len() + right.len()).max(1);
    format!("{left}{}{right}", "-".repeat(dashes))
}

fn width(text: &str, unit: WidthUnit) -> usize {
    match unit {
        WidthUnit::Characters => text.chars().count(),
        WidthUnit::Columns if text.is_ascii() => text.len(),
        WidthUnit::Columns => text.width() + counted(text),
    }
}

/// The additional columns that Prettier counts: format characters as one, and people in text presentation as emoji.
fn counted(text: &str) -> usize {
    let mut chars = text.chars().peekable();
    let mut more = 0;
    while let Some(c) = chars.next() {
        let is_wide = matches!(chars.peek(), Some('\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}'));
        more += usize::from(match c {
            '\u{ad}'
            | '\u{200b}'
            | '\u{200c}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{feff}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' => true,
            '☝' | '⛹' | '✌' | '✍' | '🏋' | '🏌' | '🕴' | '🕵' | '🖐' => !is_wide,
            _ => false,
        });
    }
    more
}
