//! A table as a block, and its options in a region.

use super::{Align, Column, Delimiter, Spaces, Style, Table, WidthUnit};
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
    const OWN: &'static [&'static str] = &[
        "column",
        "align",
        "width",
        "merged",
        "caption",
        "style",
        "unit",
        "delimiter",
        "delimiter-spaces",
        "outer-pipes",
        "trailing-pipe",
        "padded-cells",
        "spaces",
        "collapse-empty",
    ];

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
            self.rows.clear();
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
            "align" => self.each(value, |column, word| {
                column.align = align(word)?;
                Ok(())
            })?,
            "width" => self.each(value, |column, word| {
                let width = Some(word).filter(|word| !matches!(*word, "" | "none"));
                column.width = width.map(str::parse).transpose().map_err(|_| "a number for each column")?;
                Ok(())
            })?,
            "merged" => self.each(value, |column, word| {
                column.is_merged = flag(word)?;
                Ok(())
            })?,
            "caption" => self.caption = Some(value.to_owned()),
            "style" => self.style = style(value)?,
            "unit" => self.style = self.style.unit(unit(value)?),
            "delimiter" => self.style = self.style.delimiter(delimiter(value)?),
            "delimiter-spaces" => self.style = self.style.delimiter_spaces(flag(value)?),
            "outer-pipes" => self.style = self.style.outer_pipes(flag(value)?),
            "trailing-pipe" => self.style = self.style.trailing_pipe(flag(value)?),
            "padded-cells" => self.style = self.style.padded_cells(flag(value)?),
            "spaces" => self.style = self.style.spaces(spaces(value)?),
            _ => self.style = self.style.collapse_empty(flag(value)?),
        }
        Ok(())
    }
}

impl Table {
    /// Applies a word to each column, as far as there are words. The region may have given the columns.
    fn each(
        &mut self,
        words: &str,
        apply: impl Fn(&mut Column, &str) -> Result<(), &'static str>,
    ) -> Result<(), &'static str> {
        let words: Vec<&str> = words.split(',').map(str::trim).collect();
        if words.len() > self.columns.len() {
            return Err("at most one word for each column");
        }
        self.columns.iter_mut().zip(words).try_for_each(|(column, word)| apply(column, word))
    }
}

fn flag(value: &str) -> Result<bool, &'static str> {
    match value {
        "true" => Ok(true),
        "false" => Ok(false),
        _ => Err("`true` or `false`"),
    }
}

fn delimiter(value: &str) -> Result<Delimiter, &'static str> {
    match value {
        "column" => Ok(Delimiter::Column),
        "header" => Ok(Delimiter::Header),
        width => width.parse().map(Delimiter::Fixed).map_err(|_| "`column`, `header` or a number"),
    }
}

fn spaces(value: &str) -> Result<Spaces, &'static str> {
    match value {
        "both" => Ok(Spaces::Both),
        "before" => Ok(Spaces::Before),
        "after" => Ok(Spaces::After),
        "none" => Ok(Spaces::None),
        _ => Err("`both`, `before`, `after` or `none`"),
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
