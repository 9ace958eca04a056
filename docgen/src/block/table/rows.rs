//! The rows of a table: errors, static rows between them, and merged cells.

use std::collections::HashSet;

use minijinja::Value;

use super::{Column, Table};
use crate::ast::{self, Block, Cell, Grid, GridColumn};
use crate::block::select::Scope;
use crate::error::{Error, ErrorKind};
use crate::format::{Format, Parsed, Place};
use crate::template::Compiled;

/// A row that is not an error.
#[derive(Debug, Clone)]
pub(super) struct StaticRow {
    /// It is before the first error for which this is true, or after the last one; otherwise at an end of the table.
    pub(super) condition: Option<String>,
    pub(super) is_after: bool,
    pub(super) cells: Vec<String>,
}

/// Where a static row is: before the error at an index, and there behind the rows of a lower rank.
type Placed<'t> = ((usize, u8), &'t StaticRow);

impl StaticRow {
    pub(super) fn new(
        condition: Option<String>,
        is_after: bool,
        cells: impl IntoIterator<Item: Into<String>>,
    ) -> Self {
        Self { condition, is_after, cells: cells.into_iter().map(Into::into).collect() }
    }
}

impl Table {
    /// The table of a part, with the static rows that belong to it.
    pub(super) fn part(
        &self,
        format: Format,
        templates: &[Compiled<'_>],
        errors: &[Value],
        placed: Vec<Placed<'_>>,
    ) -> Result<Grid, Error> {
        let mut rows: Vec<((usize, u8), Vec<Cell>)> = Vec::with_capacity(placed.len() + errors.len());
        for (at, row) in placed {
            rows.push((at, row.cells.iter().map(|cell| fixed(format, cell)).collect()));
        }
        for (at, row) in errors.iter().enumerate() {
            let cell = |template: &Compiled<'_>| {
                Ok(Cell::new(format.written_cell(&template.render(row)?, &template.parsed)))
            };
            rows.push(((at, 3), templates.iter().map(cell).collect::<Result<_, Error>>()?));
        }
        rows.sort_by_key(|(at, _)| *at);
        let grid = self.grid(format, rows.into_iter().map(|(_, row)| row).collect());
        match format {
            Format::Json => check_names(&grid)?,
            Format::Csv => check_fields(&grid)?,
            _ if format.is_markdown() => check_pipes(&grid)?,
            _ => {}
        }
        Ok(grid)
    }

    fn grid(&self, format: Format, mut rows: Vec<Vec<Cell>>) -> Grid {
        // A given header or delimiter line is for all columns.
        let shows_all = self.header_line.is_some() || self.delimiter_line.is_some();
        let has_cells = |at| rows.iter().any(|row| row.get(at).is_some_and(|cell: &Cell| !cell.is_empty()));
        let is_used = |(at, column): (_, &Column)| shows_all || !column.hide_if_empty || has_cells(at);
        let mut used: Vec<bool> = self.columns.iter().enumerate().map(is_used).collect();
        if !used.contains(&true) {
            used.fill(true);
        }
        let columns: Vec<_> =
            self.columns.iter().zip(&used).filter_map(|(column, used)| used.then_some(column)).collect();
        for row in &mut rows {
            let mut used = used.iter();
            row.retain(|_| used.next() == Some(&true));
            for (cell, column) in row.iter_mut().zip(&columns) {
                if cell.is_empty() && !column.placeholder.is_empty() {
                    *cell = fixed(format, &column.placeholder);
                }
            }
        }
        merge(&columns, &mut rows);
        let header = |column: &Column| ast::line(&format.cell(&column.header, &Parsed::default()));
        let caption = Some(&self.caption).filter(|caption| !caption.trim().is_empty());
        let caption = caption.map(|caption| format.line(Place::Heading, caption, &Parsed::default()));
        Grid {
            caption: caption.unwrap_or_default(),
            columns: columns
                .into_iter()
                .map(|column| GridColumn { header: header(column), align: column.align, width: column.width })
                .collect(),
            rows,
            style: self.style,
            header_line: self.header_line.clone(),
            delimiter_line: self.delimiter_line.clone(),
        }
    }
}

/// A cell that is the same for all rows, in Markdown.
fn fixed(format: Format, cell: &str) -> Cell {
    Cell::new(format.written_cell(cell, &Parsed::default()))
}

/// That a row has more or fewer cells than there are columns.
pub(super) fn cell_count(row: &str, cells: usize, columns: usize) -> Error {
    let message = format!("row `{row}`: expected a cell for each column ({columns}), found {cells}");
    Error::new(ErrorKind::Table, &message)
}

/// The static rows that belong to a part, which may be the first or the last one. `open` are those that no earlier part had.
pub(super) fn place<'t>(
    scope: Scope,
    errors: &[Value],
    open: &mut Vec<&'t StaticRow>,
    (is_first, is_last): (bool, bool),
) -> Result<Vec<Placed<'t>>, Error> {
    let mut placed = Vec::new();
    for row in std::mem::take(open) {
        let at = match &row.condition {
            None if row.is_after => is_last.then_some((errors.len(), 1)),
            None => is_first.then_some((0, 1)),
            Some(condition) => {
                let matches = scope.evaluate("the place of a row", condition, errors)?;
                let mut matches = matches.iter().map(Value::is_true);
                // What belongs to an error is nearer to it than the ends of the table.
                if row.is_after {
                    matches.rposition(|is| is).map(|at| (at + 1, 0))
                } else {
                    matches.position(|is| is).map(|at| (at, 2))
                }
            }
        };
        match (at, &row.condition) {
            (Some(at), _) => placed.push((at, row)),
            (None, Some(condition)) if is_last => {
                let message = format!(
                    "no error of the table matches `{condition}`, where a static row belongs: change the expression"
                );
                return Err(Error::new(ErrorKind::Table, &message));
            }
            (None, _) => open.push(row),
        }
    }
    Ok(placed)
}

/// Merges equal cells of merged columns, as far as the cells of the merged columns to their left are merged too.
fn merge(columns: &[&Column], rows: &mut [Vec<Cell>]) {
    let mut starts: Vec<usize> = vec![0; columns.len()];
    for at in 1..rows.len() {
        let (above, below) = rows.split_at_mut(at);
        let mut joins = true;
        let merged = columns.iter().zip(&mut starts).enumerate().filter(|(_, (column, _))| column.is_merged);
        for (place, (_, start)) in merged {
            let first = above.get_mut(*start).and_then(|row| row.get_mut(place));
            let cell = below.first_mut().and_then(|row| row.get_mut(place));
            let (Some(first), Some(cell)) = (first, cell) else { continue };
            joins &= first.blocks == cell.blocks && !cell.is_empty();
            if joins {
                first.span += 1;
                cell.span = 0;
            } else {
                *start = at;
            }
        }
    }
}

/// Checks that no value of an object of JSON hides another one (RFC 8259 §4).
fn check_names(grid: &Grid) -> Result<(), Error> {
    let mut names = HashSet::new();
    let mut headers = grid.columns.iter().map(|column| ast::plain(&column.header));
    match headers.find(|name| !names.insert(name.clone())) {
        None => Ok(()),
        Some(name) => {
            let message = format!("duplicate column `{name}`: objects of JSON have one value of a name");
            Err(Error::new(ErrorKind::Table, &message))
        }
    }
}

/// Checks that a given header line of CSV has a field for each column (RFC 4180 §2).
fn check_fields(grid: &Grid) -> Result<(), Error> {
    let (Some(line), columns) = (&grid.header_line, grid.columns.len()) else { return Ok(()) };
    let mut is_quoted = false;
    let is_comma = |c: &char| {
        is_quoted ^= *c == '"';
        *c == ',' && !is_quoted
    };
    let count = line.chars().filter(is_comma).count() + 1;
    if count == columns { Ok(()) } else { Err(cell_count(line, count, columns)) }
}

/// Checks that each line of Markdown has a cell for each column: a `|` that is inserted verbatim would make two cells of one.
fn check_pipes(grid: &Grid) -> Result<(), Error> {
    let columns = grid.columns.len();
    // The pipes around a line are optional.
    let given = |line: &String| cells(&format!("|{}", line.trim().strip_prefix('|').unwrap_or(line.trim())));
    let [headers, delimiters] =
        [&grid.header_line, &grid.delimiter_line].map(|line| line.as_ref().map(given));
    for cells in headers.iter().chain(&delimiters) {
        fits(cells.iter().map(String::as_str), columns)?;
    }
    if let Some(wrong) = delimiters.iter().flatten().find(|cell| !is_delimiter(cell)) {
        let message = format!("delimiter line: expected dashes such as `:---`, found `{wrong}`");
        return Err(Error::new(ErrorKind::Table, &message));
    }
    if grid.header_line.is_none() {
        let headers: Vec<_> = grid.columns.iter().map(|column| ast::plain(&column.header)).collect();
        fits(headers.iter().map(String::as_str), columns)?;
    }
    grid.rows.iter().try_for_each(|row| fits(row.iter().map(written), columns))
}

/// Whether a cell is dashes, between optional colons.
fn is_delimiter(cell: &str) -> bool {
    let dashes = cell.strip_prefix(':').unwrap_or(cell);
    let dashes = dashes.strip_suffix(':').unwrap_or(dashes);
    !dashes.is_empty() && dashes.chars().all(|c| c == '-')
}

/// A cell as Markdown, in which each is written already.
fn written(cell: &Cell) -> &str {
    if let [Block::Raw(markdown)] = cell.blocks.as_slice() { markdown } else { "" }
}

fn fits<'c>(mut cells: impl Iterator<Item = &'c str> + Clone, columns: usize) -> Result<(), Error> {
    if let Some(two) = cells.clone().find(|cell| split(cell).len() > 1) {
        let message = format!("cell `{two}`: a `|` ends the cell, write `\\|`");
        return Err(Error::new(ErrorKind::Table, &message));
    }
    let count = cells.clone().count();
    if count == columns { Ok(()) } else { Err(cell_count(cells.next().unwrap_or_default(), count, columns)) }
}

/// The cells of a row that is written with `|` between them, or also around them.
pub(super) fn cells(row: &str) -> Vec<String> {
    let row = row.trim();
    let mut cells = split(row.strip_prefix('|').unwrap_or(row));
    if row.starts_with('|') && cells.last().is_some_and(|cell| cell.is_empty()) {
        cells.pop();
    }
    cells.into_iter().map(|cell| cell.trim().to_owned()).collect()
}

/// The parts between unescaped `|`.
fn split(row: &str) -> Vec<&str> {
    let mut is_escaped = false;
    let is_pipe = |c: char| {
        let is_pipe = c == '|' && !is_escaped;
        is_escaped = c == '\\' && !is_escaped;
        is_pipe
    };
    row.split(is_pipe).collect()
}
