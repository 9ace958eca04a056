//! The rows of a table: errors, static rows between them, and merged cells.

use minijinja::{Environment, Value};

use super::Table;
use super::column::{Column, Empty};
use crate::ast::{self, Block, Cell, Grid, GridColumn};
use crate::block::select::Part;
use crate::error::{Error, ErrorKind};
use crate::format::{Format, Parsed};
use crate::template::{Compiled, Template, evaluate};

/// A row that is not an error.
#[derive(Debug, Clone)]
pub(super) struct StaticRow {
    pub(super) place: Place,
    pub(super) cells: Vec<String>,
}

/// Where a static row is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Place {
    Above,
    Below,
    /// Before the first error for which the expression is true.
    Before(String),
    /// After the last one.
    After(String),
}

/// Where each static row is among the errors: before the error at this index.
type Placed<'t> = Vec<(&'t StaticRow, usize)>;

impl Table {
    /// The rows of a part, with the static ones that belong to it. `open` are those that no earlier part had.
    pub(super) fn rows<'t>(
        &'t self,
        engine: &Environment<'_>,
        format: Format,
        templates: &[Compiled<'_>],
        in_scope: &'static [&'static str],
        (part, open): (Part<'_>, &mut Vec<&'t StaticRow>),
    ) -> Result<Grid, Error> {
        let placed = place(engine, in_scope, part, open)?;
        let mut rows = Vec::with_capacity(part.rows.len() + placed.len());
        for at in 0..=part.rows.len() {
            for (row, _) in placed.iter().filter(|(_, before)| *before == at) {
                rows.push(
                    row.cells.iter().map(|cell| format.cell(cell, &Parsed::default())).collect::<Vec<_>>(),
                );
            }
            if let Some(row) = part.rows.get(at) {
                let cell =
                    |template: &Compiled<'_>| Ok(format.cell(&template.render(row)?, &template.parsed));
                rows.push(templates.iter().map(cell).collect::<Result<_, Error>>()?);
            }
        }
        self.check_pipes(format, &rows)?;
        let rows = rows.into_iter().map(|row| row.into_iter().map(Cell::new).collect()).collect();
        Ok(self.grid(format, rows))
    }

    /// In Markdown, a `|` that is inserted verbatim would make two cells of one.
    fn check_pipes(&self, format: Format, rows: &[Vec<Vec<Block>>]) -> Result<(), Error> {
        if !format.is_markdown() {
            return Ok(());
        }
        for row in rows {
            let pipes: usize = row.iter().map(|cell| pipes(cell)).sum();
            if pipes > 0 {
                let first = row.first().map(|cell| ast::plain_blocks(cell)).unwrap_or_default();
                let columns = self.columns.len();
                return Err(cell_count(&first, columns + pipes, columns));
            }
        }
        Ok(())
    }

    fn grid(&self, format: Format, mut rows: Vec<Vec<Cell>>) -> Grid {
        let used = self.used_columns(&rows);
        for row in &mut rows {
            for (cell, column) in row.iter_mut().zip(&self.columns) {
                if let (Empty::Text(text), true) = (&column.empty, cell.is_empty()) {
                    *cell = Cell::new(format.cell(text, &Parsed::default()));
                }
            }
        }
        merge(&self.columns, &mut rows);
        for row in &mut rows {
            let mut used = used.iter();
            row.retain(|_| used.next().copied().unwrap_or_default());
        }
        let columns =
            self.columns.iter().zip(&used).filter(|(_, used)| **used).map(|(column, _)| GridColumn {
                header: ast::line(&format.cell(&column.header, &Parsed::default())),
                align: column.align,
                width: column.width,
            });
        Grid {
            caption: self
                .caption
                .as_deref()
                .map(|caption| format.line(caption, &Parsed::default()))
                .unwrap_or_default(),
            columns: columns.collect(),
            rows,
            style: self.style,
            header_line: self.header_line.clone(),
            delimiter_line: self.delimiter_line.clone(),
        }
    }

    /// Whether each column is shown: all but the hidden ones. A given header or delimiter line is for all columns, so none is hidden
    /// then.
    fn used_columns(&self, rows: &[Vec<Cell>]) -> Vec<bool> {
        let is_given = self.header_line.is_some() || self.delimiter_line.is_some();
        let has_cells = |at| rows.iter().any(|row| row.get(at).is_some_and(|cell: &Cell| !cell.is_empty()));
        let is_used =
            |(at, column): (usize, &Column)| column.empty != Empty::Drop || is_given || has_cells(at);
        let used: Vec<_> = self.columns.iter().enumerate().map(is_used).collect();
        if used.contains(&true) { used } else { vec![true; used.len()] }
    }
}

/// That a row has more or fewer cells than there are columns.
pub(super) fn cell_count(row: &str, cells: usize, columns: usize) -> Error {
    let message = format!("row `{row}`: expected a cell for each column ({columns}), found {cells}");
    Error::new(ErrorKind::Table, &message)
}

/// The places of the static rows that belong to a part.
fn place<'t>(
    engine: &Environment<'_>,
    in_scope: &'static [&'static str],
    part: Part<'_>,
    open: &mut Vec<&'t StaticRow>,
) -> Result<Placed<'t>, Error> {
    let mut placed = Vec::new();
    let mut rest = Vec::new();
    for row in std::mem::take(open) {
        let matches = |source: &str| -> Result<Vec<Value>, Error> {
            evaluate(engine, Template { name: "the place of a row", source, in_scope }, part.rows)
        };
        let at = match &row.place {
            Place::Above => part.is_first.then_some(0),
            Place::Below => part.is_last.then_some(part.rows.len()),
            Place::Before(condition) => matches(condition)?.iter().position(Value::is_true),
            Place::After(condition) => matches(condition)?.iter().rposition(Value::is_true).map(|at| at + 1),
        };
        match (at, &row.place) {
            (Some(at), _) => placed.push((row, at)),
            (None, Place::Before(condition) | Place::After(condition)) if part.is_last => {
                let message = format!(
                    "no error of the table matches `{condition}`, where a static row belongs: change the expression"
                );
                return Err(Error::new(ErrorKind::Table, &message));
            }
            (None, _) => rest.push(row),
        }
    }
    *open = rest;
    Ok(placed)
}

/// Merges equal cells of merged columns, as far as the cells of the merged columns to their left are merged too.
fn merge(columns: &[Column], rows: &mut [Vec<Cell>]) {
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

/// How many unescaped `|` a cell has.
fn pipes(cell: &[Block]) -> usize {
    let [Block::Raw(raw)] = cell else { return 0 };
    split(raw).len() - 1
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
