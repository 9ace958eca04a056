//! Tables, before they are laid out in a format.

mod column;
mod options;
mod rows;
mod style;

use minijinja::{Environment, Value};

pub use self::column::{Align, Column};
pub use self::style::{Delimiter, Spaces, Style, WidthUnit};

use self::rows::{Place, StaticRow, cell_count};
use crate::ast;
use crate::block::select::{Group, Selection, selecting};
use crate::block::{Block, STATUSES};
use crate::error::Error;
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
    rows: Vec<StaticRow>,
    caption: Option<String>,
    selection: Selection,
    style: Style,
    header_line: Option<String>,
    delimiter_line: Option<String>,
}

selecting!(Table);

impl Table {
    /// Creates a table without columns. If none are added, it has columns for what the rows are: status, code and meaning of errors;
    /// name, type and description of members.
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
    pub fn row_above<C: Into<String>>(self, cells: impl IntoIterator<Item = C>) -> Self {
        self.static_row(Place::Above, cells)
    }

    /// Adds a static row below the errors, in Markdown. With groups, it is in the last one.
    #[must_use]
    pub fn row_below<C: Into<String>>(self, cells: impl IntoIterator<Item = C>) -> Self {
        self.static_row(Place::Below, cells)
    }

    /// Adds a static row before the first error for which an expression is true, in Markdown. With groups, it is in the first one
    /// with such an error.
    ///
    /// # Examples
    ///
    /// ```
    /// # use errbook_docgen::Table;
    /// let table = Table::new()
    ///     .column(("Status", "{{ status }}"))
    ///     .column(("Code", "`{{ code }}`"))
    ///     .row_before("class == '5xx'", ["5xx", "Try again later."])
    ///     .row_after("code == 'ORDER_GONE'", ["", "Orders are kept for a year."]);
    /// ```
    #[must_use]
    pub fn row_before<C: Into<String>>(
        self,
        condition: impl Into<String>,
        cells: impl IntoIterator<Item = C>,
    ) -> Self {
        self.static_row(Place::Before(condition.into()), cells)
    }

    /// Adds a static row after the last error for which an expression is true, in Markdown. With groups, it is in the first one
    /// with such an error.
    #[must_use]
    pub fn row_after<C: Into<String>>(
        self,
        condition: impl Into<String>,
        cells: impl IntoIterator<Item = C>,
    ) -> Self {
        self.static_row(Place::After(condition.into()), cells)
    }

    fn static_row<C: Into<String>>(mut self, place: Place, cells: impl IntoIterator<Item = C>) -> Self {
        self.rows.push(StaticRow { place, cells: cells.into_iter().map(Into::into).collect() });
        self
    }

    /// Sets the caption, in Markdown. Where a format has none, it is a line above the table.
    #[must_use]
    pub fn caption(mut self, caption: impl Into<String>) -> Self {
        self.caption = Some(caption.into());
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
    /// If a template fails or uses an unknown name, if a static row does not have a cell for each column, or if the place of one is that of no error.
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
        self.write(format, source.rows(), R::IN_SCOPE)
    }

    fn write(
        &self,
        format: Format,
        rows: Vec<Value>,
        in_scope: &'static [&'static str],
    ) -> Result<String, Error> {
        let blocks = self.blocks(&template::engine(), format, rows, in_scope)?;
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
        let default;
        let table = if self.columns.is_empty() {
            default = self.with_columns(in_scope);
            &default
        } else {
            self
        };
        table.check(format)?;
        let rows = table.selection.apply(engine, rows, in_scope)?;
        let names: Vec<_> =
            table.columns.iter().map(|column| format!("column `{}`", column.header)).collect();
        let templates = table.columns.iter().zip(&names).map(|(column, name)| {
            Template { name, source: &column.template, in_scope }.compile(engine, &rows)
        });
        let templates = templates.collect::<Result<Vec<_>, _>>()?;
        let mut open: Vec<_> = table.rows.iter().collect();
        Group::each(table.selection.group.as_ref(), engine, format, &rows, in_scope, |part| {
            let grid = table.rows(engine, format, &templates, in_scope, (part, &mut open))?;
            Ok(vec![ast::Block::Table(grid)])
        })
    }

    /// The table with columns for these rows, if none are given.
    fn with_columns(&self, in_scope: &'static [&'static str]) -> Self {
        let status = format!("{STATUSES} {{{{ title }}}}");
        let columns = if in_scope.contains(&"code") {
            [("Status", status.as_str()), ("Code", "{{ code | code }}"), ("Meaning", "{{ description }}")]
        } else {
            [
                ("Name", "{{ name | code }}"),
                ("Type", "{{ type | code }}"),
                ("Description", "{{ description }}"),
            ]
        };
        let columns = columns.map(|column| Column::from(column).align(Align::Left)).to_vec();
        Self { columns, ..self.clone() }
    }

    fn check(&self, format: Format) -> Result<(), Error> {
        if self.selection.group.is_some() && !format.markup().has_groups() {
            return Err(Error::not_in_format("a grouped table", format));
        }
        let mut rows = self.rows.iter().map(|row| &row.cells);
        match rows.find(|row| row.len() != self.columns.len()) {
            None => Ok(()),
            Some(row) => {
                Err(cell_count(row.first().map_or("", String::as_str), row.len(), self.columns.len()))
            }
        }
    }
}
