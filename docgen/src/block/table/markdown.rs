//! A grid as a table of Markdown (GitHub Flavored Markdown §4.10).

use unicode_width::UnicodeWidthStr;

use super::style::{Delimiter, Style, WidthUnit};
use super::{Align, Column, Grid};

/// Narrower columns have no room for a delimiter with two colons.
const NARROWEST: usize = 3;

pub(super) fn write(grid: &Grid<'_>, style: Style) -> String {
    // A line without a pipe would not be a row.
    let style = Style { outer_pipes: style.outer_pipes || grid.columns.len() < 2, ..style };
    let layout = Layout::of(grid, style);
    let mut out = String::new();
    match grid.header_line {
        Some(line) => out.push_str(line),
        None => layout
            .row(&mut out, &grid.columns.iter().map(|column| column.header.as_str()).collect::<Vec<_>>()),
    }
    out.push('\n');
    match grid.delimiter_line {
        Some(line) => out.push_str(line),
        None => layout.delimiters(&mut out, grid),
    }
    out.push('\n');
    for row in &grid.rows {
        layout.row(&mut out, row);
        out.push('\n');
    }
    out
}

struct Layout {
    style: Style,
    widths: Vec<usize>,
    aligns: Vec<Option<Align>>,
}

impl Layout {
    fn of(grid: &Grid<'_>, style: Style) -> Self {
        let width = |(at, column): (usize, &&Column)| {
            let header = width(&column.header, style.unit);
            let cells = grid.rows.iter().filter_map(|row| row.get(at));
            let widest = || cells.map(|cell| width(cell, style.unit)).max().unwrap_or_default();
            column
                .width
                .unwrap_or_else(|| if style.padded_cells { header.max(widest()) } else { header })
                .max(NARROWEST)
        };
        Self {
            style,
            widths: grid.columns.iter().enumerate().map(width).collect(),
            aligns: grid.columns.iter().map(|column| column.align).collect(),
        }
    }

    fn row(&self, out: &mut String, cells: &[&str]) {
        let has_pipes = self.style.outer_pipes || needs_pipes(cells);
        out.push_str(if has_pipes { "| " } else { "" });
        for (at, cell) in cells.iter().enumerate() {
            out.push_str(if at > 0 { " | " } else { "" });
            let is_last = at + 1 == cells.len();
            self.cell(out, at, cell, is_last && !has_pipes);
        }
        out.push_str(if has_pipes { " |" } else { "" });
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
        out.push_str(&" ".repeat(before));
        out.push_str(cell);
        out.push_str(&" ".repeat(if ends_line { 0 } else { room - before }));
    }

    fn delimiters(&self, out: &mut String, grid: &Grid<'_>) {
        let space = if self.style.delimiter_spaces { " " } else { "" };
        let outer = self.style.outer_pipes;
        out.push_str(if outer { "|" } else { "" });
        let last = grid.columns.len().saturating_sub(1);
        for (at, column) in grid.columns.iter().enumerate() {
            let width = match self.style.delimiter {
                Delimiter::Column => self.widths.get(at).copied().unwrap_or_default(),
                Delimiter::Header => width(&column.header, self.style.unit).max(NARROWEST),
                Delimiter::Fixed(width) => width,
            };
            // Without outer pipes, there are no spaces at the ends of the line for dashes to replace.
            let (starts, ends) = (at == 0 && !outer, at == last && !outer);
            let more =
                if self.style.delimiter_spaces { 0 } else { usize::from(!starts) + usize::from(!ends) };
            out.push_str(if at > 0 { "|" } else { "" });
            out.push_str(if starts { "" } else { space });
            // One dash and a space would start a list.
            let dashes = if starts { 2 } else { 1 };
            out.push_str(&delimiter(column.align, (width + more).max(dashes)));
            out.push_str(if ends { "" } else { space });
        }
        out.push_str(if outer { "|" } else { "" });
    }
}

/// Whether Markdown would read the row as something else without its outer pipes.
fn needs_pipes(cells: &[&str]) -> bool {
    let first = cells.first().copied().unwrap_or_default();
    let digits = first.trim_start_matches(|c: char| c.is_ascii_digit());
    let begins_list = digits.len() < first.len() && digits.starts_with(['.', ')']);
    let begins_block =
        first.starts_with(['-', '+', '*', '>', '#', '=', '~', '<', '_', ':']) || first.starts_with("```");
    let is_empty = |cell: Option<&&str>| cell.is_none_or(|cell| cell.is_empty());
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
