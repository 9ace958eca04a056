//! Tables, before they are laid out in a format.

mod column;
mod options;
mod style;

use minijinja::{Environment, Value};

pub use self::column::{Align, Column};
pub use self::style::{Delimiter, Style, WidthUnit};

use self::column::Empty;
use crate::ast::{self, Cell, Grid, GridColumn};
use crate::block::Block;
use crate::block::select::{Group, Selection, selecting};
use crate::error::{Cause, Error};
use crate::facts::RowSource;
use crate::format::Format;
use crate::template::{self, Template};

/// A table with a row for each error of a book, or for each member of a body.
///
/// # Examples
///
/// ```
/// use errbook_docgen::Table;
///
/// let members = Table::new()
///     .column(("Name", "`{{ name }}`"))
///     .column(("Type", "{{ type }}"))
///     .column(("Options", "{{ 'required' if required else 'optional' }}"))
///     .markdown(&errbook::body::MESSAGE)?;
///
/// assert_eq!(members, "\
/// | Name    | Type   | Options  |
/// | ------- | ------ | -------- |
/// | `error` | string | required |
/// ");
/// # Ok::<(), errbook_docgen::Error>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Table {
    columns: Vec<Column>,
    above: Vec<Vec<String>>,
    below: Vec<Vec<String>>,
    selection: Selection,
    group: Option<Group>,
    style: Style,
    header_line: Option<String>,
    delimiter_line: Option<String>,
}

selecting!(Table);

impl Table {
    /// Creates a table without columns.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a column.
    #[must_use]
    pub fn column(mut self, column: impl Into<Column>) -> Self {
        self.columns.push(column.into());
        self
    }

    /// Adds a static row above the errors, in Markdown: write `\\|` for `|`. With groups, it is in the first one.
    #[must_use]
    pub fn row_above<C: Into<String>>(mut self, cells: impl IntoIterator<Item = C>) -> Self {
        self.above.push(cells.into_iter().map(Into::into).collect());
        self
    }

    /// Adds a static row below the errors, in Markdown. With groups, it is in the last one.
    #[must_use]
    pub fn row_below<C: Into<String>>(mut self, cells: impl IntoIterator<Item = C>) -> Self {
        self.below.push(cells.into_iter().map(Into::into).collect());
        self
    }

    /// Sets the layout in Markdown.
    #[must_use]
    pub fn style(mut self, style: Style) -> Self {
        self.style = style;
        self
    }

    /// Sets the header line in Markdown and CSV, inserted verbatim.
    #[must_use]
    pub fn header_line(mut self, line: impl Into<String>) -> Self {
        self.header_line = Some(line.into());
        self
    }

    /// Sets the delimiter line below the headers in Markdown, inserted verbatim. It then also decides the alignment.
    #[must_use]
    pub fn delimiter_line(mut self, line: impl Into<String>) -> Self {
        self.delimiter_line = Some(line.into());
        self
    }

    /// Renders the table in Markdown (GitHub Flavored Markdown §4.10).
    ///
    /// Values are escaped for a cell; the rest of a template is kept as written.
    ///
    /// # Errors
    ///
    /// If a template fails or uses an unknown name, if a static row does not have a cell for each column, or if there are no columns.
    pub fn markdown<R: RowSource>(&self, source: &R) -> Result<String, Error> {
        self.render(Format::Markdown, source)
    }

    /// Creates a block with rows from this source instead of the book, such as the members of a wire format.
    ///
    /// # Examples
    ///
    /// ```
    /// use errbook_docgen::{Block, Page, Table};
    ///
    /// let members = Table::new().column(("Name", "`{{ name }}`")).column(("Type", "{{ type }}"));
    /// let page = Page::new("format.md", "{{ blocks.members }}").block("members", members.rows_from(&errbook::body::FLAT));
    /// ```
    pub fn rows_from<R: RowSource>(self, source: &'static R) -> impl Block {
        options::RowsFrom { table: self, source }
    }

    /// Renders the table in a format.
    ///
    /// # Errors
    ///
    /// The errors of [`markdown`](Self::markdown). In CSV also if the rows are grouped, since a CSV file is one table.
    ///
    /// # Examples
    ///
    /// ```
    /// use errbook_docgen::{Format, Table};
    ///
    /// let members = Table::new().column(("name", "{{ name }}")).column(("type", "{{ type }}"));
    /// assert_eq!(members.render(Format::Csv, &errbook::body::MESSAGE)?, "name,type\nerror,string\n");
    /// # Ok::<(), errbook_docgen::Error>(())
    /// ```
    pub fn render<R: RowSource>(&self, format: Format, source: &R) -> Result<String, Error> {
        let blocks = self.blocks(&template::engine(), format, source.rows(), R::IN_SCOPE)?;
        Ok(format.markup().blocks(&blocks) + "\n")
    }

    /// The table of any rows, or that of each group under its heading.
    pub(super) fn blocks(
        &self,
        engine: &Environment<'_>,
        format: Format,
        rows: Vec<Value>,
        in_scope: &'static [&'static str],
    ) -> Result<Vec<ast::Block>, Error> {
        self.check(format)?;
        let rows = self.selection.apply(engine, rows, in_scope)?;
        let names: Vec<_> = self.columns.iter().map(|column| format!("column `{}`", column.header)).collect();
        let templates = self.columns.iter().zip(&names).map(|(column, name)| {
            Template { name, source: &column.template, in_scope }.compile(engine, &rows)
        });
        let templates = templates.collect::<Result<Vec<_>, _>>()?;
        Group::each(self.group.as_ref(), engine, format, &rows, in_scope, |part| {
            let mut cells = Vec::with_capacity(part.rows.len());
            if part.is_first {
                cells.extend(self.above.iter().map(|row| fixed(format, row)));
            }
            for row in part.rows {
                let row = templates.iter().map(|template| Ok(format.cell(&template.render(row)?)));
                cells.push(row.map(|blocks| blocks.map(Cell::new)).collect::<Result<Vec<_>, Error>>()?);
            }
            if part.is_last {
                cells.extend(self.below.iter().map(|row| fixed(format, row)));
            }
            Ok(vec![ast::Block::Table(self.grid(format, cells))])
        })
    }

    fn check(&self, format: Format) -> Result<(), Error> {
        if self.columns.is_empty() {
            return Err(Cause::NoColumns.into());
        }
        if self.group.is_some() && !format.markup().has_groups() {
            return Err(Error::not_in_format("a grouped table", format));
        }
        let wrong = |row: &&Vec<String>| row.len() != self.columns.len();
        match self.above.iter().chain(&self.below).find(wrong) {
            None => Ok(()),
            Some(row) => Err(Cause::CellCount {
                row: row.first().cloned().unwrap_or_default(),
                cells: row.len(),
                columns: self.columns.len(),
            }
            .into()),
        }
    }

    /// The grid of these rows.
    fn grid(&self, format: Format, mut rows: Vec<Vec<Cell>>) -> Grid {
        let used = self.used_columns(&rows);
        for row in &mut rows {
            for (cell, column) in row.iter_mut().zip(&self.columns) {
                if let (Empty::Text(text), true) = (&column.empty, cell.is_empty()) {
                    *cell = Cell::new(format.cell(text));
                }
            }
            let mut used = used.iter();
            row.retain(|_| used.next().copied().unwrap_or_default());
        }
        let columns =
            self.columns.iter().zip(&used).filter(|(_, used)| **used).map(|(column, _)| GridColumn {
                header: ast::line(&format.cell(&column.header)),
                align: column.align,
                width: column.width,
            });
        Grid {
            columns: columns.collect(),
            rows,
            style: self.style,
            header_line: self.header_line.clone(),
            delimiter_line: self.delimiter_line.clone(),
            ..Grid::default()
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

/// A static row.
fn fixed(format: Format, row: &[String]) -> Vec<Cell> {
    row.iter().map(|cell| Cell::new(format.cell(cell))).collect()
}
