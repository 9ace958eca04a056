//! A table as a block, and its options in a region.

use super::rows::{StaticRow, cells};
use super::{Column, Style, Table};
use crate::block::options::{Options, Word, options};
use crate::block::select::Selection;
use crate::block::{Block, RenderContext};
use crate::error::Error;
use crate::facts::ERROR_NAMES;

impl Block for Table {
    fn render_with(&self, context: &RenderContext<'_>) -> Result<String, Error> {
        let (rows, names) = match self.source {
            Some(source) => (source.rows(), source.in_scope()),
            None => (context.errors(), ERROR_NAMES),
        };
        let table = self.with_columns(names).with_options(context.options())?;
        table.write(context.format(), rows, names)
    }

    fn options(&self) -> Vec<&'static str> {
        Self::names()
    }
}

options!(Table: |table, value, is_first|
    "column" => {
        // The columns of a region replace those of the table, and what has a cell for each of these.
        if is_first {
            table.columns.clear();
            table.rows.clear();
            table.header_line = None;
            table.delimiter_line = None;
        }
        let (header, template) = value.split_once('=').ok_or("`Header = {{ template }}`")?;
        table.columns.push(Column::new(header.trim(), template.trim()));
    },
    "align" => table.each("align", value)?,
    "width" => table.each("width", value)?,
    "merged" => table.each("merged", value)?,
    "hide-if-empty" => table.each("hide-if-empty", value)?,
    "placeholder" => table.each("placeholder", value)?,
    "row-above" => table.rows.push(StaticRow::new(None, false, cells(value))),
    "row-below" => table.rows.push(StaticRow::new(None, true, cells(value))),
    "row-before" => table.rows.push(row_at(value, false)?),
    "row-after" => table.rows.push(row_at(value, true)?),
    "header-line" => table.header_line = Some(value.to_owned()),
    "delimiter-line" => table.delimiter_line = Some(value.to_owned()),
    "caption" => value.clone_into(&mut table.caption),
    ..style: Style, selection: Selection
);

options!(Column: |column, word, _is_first|
    "align" => column.align = Word::read(word)?,
    "width" => {
        let width = Some(word).filter(|word| *word != "none").map(str::parse).transpose();
        column.width = width.map_err(|_| "a number or `none` for each column")?;
    },
    "merged" => column.is_merged = Word::read(word)?,
    "hide-if-empty" => column.hide_if_empty = Word::read(word)?,
    "placeholder" => word.clone_into(&mut column.placeholder),
);

impl Table {
    /// Sets an option of each column by its word, as far as there are words; an empty one changes nothing. The region may have given
    /// the columns.
    fn each(&mut self, option: &str, words: &str) -> Result<(), String> {
        let words: Vec<&str> = words.split(',').map(str::trim).collect();
        if words.len() > self.columns.len() {
            return Err("at most one word for each column".to_owned());
        }
        let mut each = self.columns.iter_mut().zip(words).filter(|(_, word)| !word.is_empty());
        each.try_for_each(|(column, word)| column.take(option, word, true))
    }
}

/// The row of `condition => cell | cell`.
fn row_at(row: &str, is_after: bool) -> Result<StaticRow, String> {
    let (condition, row) = row.split_once("=>").ok_or("`condition => cell | cell`")?;
    Ok(StaticRow::new(Some(condition.trim().to_owned()), is_after, cells(row)))
}
