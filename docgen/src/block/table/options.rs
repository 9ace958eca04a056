//! A table as a block, and its options in a region.

use super::column::Empty;
use super::rows::{Place, StaticRow, cells};
use super::{Align, Column, Style, Table};
use crate::block::options::{Options, Take, flag, options, with_options, word};
use crate::block::select::Selection;
use crate::block::{Block, RenderContext};
use crate::error::Error;
use crate::facts::{self, ERROR_NAMES, RowSource};

impl Block for Table {
    with_options!();
}

/// A table with rows from another source than the book.
#[derive(Debug, Clone)]
pub(super) struct RowsFrom<R: 'static> {
    pub(super) table: Table,
    pub(super) source: &'static R,
}

impl<R: RowSource> Block for RowsFrom<R> {
    fn render_with(&self, context: &RenderContext<'_>) -> Result<String, Error> {
        self.table.with_options(context.options())?.render(context.format(), self.source)
    }

    fn options(&self) -> Vec<&'static str> {
        Table::names()
    }
}

impl Take for Table {
    options!(|table, option, value, is_first|
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
        "align" => for (column, name) in table.each(value)? {
            column.align = align(name)?;
        },
        "width" => for (column, width) in table.each(value)? {
            let width = Some(width).filter(|width| *width != "none").map(str::parse).transpose();
            column.width = width.map_err(|_| "a number or `none` for each column")?;
        },
        "merged" => for (column, is_merged) in table.each(value)? {
            column.is_merged = flag(is_merged)?;
        },
        "hide-if-empty" => for (column, is_hidden) in table.each(value)? {
            column.empty = if flag(is_hidden)? { Empty::Drop } else { Empty::Blank };
        },
        "placeholder" => for (column, text) in table.each(value)? {
            column.empty = Empty::Text(text.to_owned());
        },
        "row-above" => table.rows.push(StaticRow { place: Place::Above, cells: cells(value) }),
        "row-below" => table.rows.push(StaticRow { place: Place::Below, cells: cells(value) }),
        "row-before" => table.rows.push(row_at(value, Place::Before)?),
        "row-after" => table.rows.push(row_at(value, Place::After)?),
        "header-line" => table.header_line = Some(value.to_owned()),
        "delimiter-line" => table.delimiter_line = Some(value.to_owned()),
        "caption" => table.caption = Some(value.to_owned()),
        _ => table.style.take(option, value, is_first)?
    );
}

impl Options for Table {
    const LAYOUT: &'static [&'static str] = Style::OWN;

    fn selection(&mut self) -> &mut Selection {
        &mut self.selection
    }

    fn render_selected(&self, context: &RenderContext<'_>) -> Result<String, Error> {
        self.write(context.format(), facts::errors(context.book(), context.lock()), ERROR_NAMES)
    }
}

impl Table {
    /// The columns with a word for each, as far as there are words; an empty one changes nothing. The region may have given the
    /// columns.
    fn each<'t>(
        &'t mut self,
        words: &'t str,
    ) -> Result<impl Iterator<Item = (&'t mut Column, &'t str)>, String> {
        let words: Vec<&str> = words.split(',').map(str::trim).collect();
        if words.len() > self.columns.len() {
            return Err("at most one word for each column".to_owned());
        }
        Ok(self.columns.iter_mut().zip(words).filter(|(_, word)| !word.is_empty()))
    }
}

fn align(value: &str) -> Result<Option<Align>, String> {
    let (left, center, right) = (Some(Align::Left), Some(Align::Center), Some(Align::Right));
    word(value, &[("left", left), ("center", center), ("right", right), ("none", None)])
}

/// The row of `condition => cell | cell`.
fn row_at(row: &str, place: fn(String) -> Place) -> Result<StaticRow, String> {
    let (condition, row) = row.split_once("=>").ok_or("`condition => cell | cell`")?;
    Ok(StaticRow { place: place(condition.trim().to_owned()), cells: cells(row) })
}
