//! A table as a block, and its options in a region.

use super::{Align, Column, Style, Table, WidthUnit};
use crate::block::options::{Options, with_options};
use crate::block::select::{Group, Selection};
use crate::block::{Block, RenderContext};
use crate::error::Error;
use crate::facts::RowSource;

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

impl Options for Table {
    const OWN: &'static [&'static str] = &["column", "align", "style", "unit"];

    fn render_selected(&self, context: &RenderContext<'_>) -> Result<String, Error> {
        Self::render(self, context.format(), context.book())
    }

    fn selected(&mut self) -> (&mut Selection, &mut Option<Group>) {
        (&mut self.selection, &mut self.group)
    }

    /// The columns of a region replace those of the table, and the verbatim rows and lines for these.
    fn begin(&mut self, option: &str) {
        if option == "column" {
            self.columns.clear();
            self.above.clear();
            self.below.clear();
            self.header_line = None;
            self.delimiter_line = None;
        }
    }

    fn take(&mut self, option: &str, value: &str) -> Result<(), &'static str> {
        match option {
            "column" => {
                let (header, template) = value.split_once('=').ok_or("`Header = {{ template }}`")?;
                self.columns.push(Column::new(header.trim(), template.trim()));
            }
            "align" => {
                let aligns: Vec<_> =
                    value.split(',').map(|align| self::align(align.trim())).collect::<Result<_, _>>()?;
                if aligns.len() > self.columns.len() {
                    return Err("at most one word for each column");
                }
                for (column, align) in self.columns.iter_mut().zip(aligns) {
                    column.align = align;
                }
            }
            "style" => self.style = style(value)?,
            _ => self.style = self.style.unit(unit(value)?),
        }
        Ok(())
    }
}

fn align(value: &str) -> Result<Option<Align>, &'static str> {
    match value {
        "" | "none" => Ok(None),
        "left" => Ok(Some(Align::Left)),
        "center" => Ok(Some(Align::Center)),
        "right" => Ok(Some(Align::Right)),
        _ => Err("`left`, `center`, `right` or `none` for each column, separated by commas"),
    }
}

fn style(value: &str) -> Result<Style, &'static str> {
    match value {
        "padded" => Ok(Style::padded()),
        "compact" => Ok(Style::compact()),
        "slate" => Ok(Style::slate()),
        _ => Err("`padded`, `compact` or `slate`"),
    }
}

fn unit(value: &str) -> Result<WidthUnit, &'static str> {
    match value {
        "characters" => Ok(WidthUnit::Characters),
        "columns" => Ok(WidthUnit::Columns),
        _ => Err("`characters` or `columns`"),
    }
}
