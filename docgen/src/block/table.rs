//! Tables, before they are laid out in a format.

mod column;
mod options;
mod rows;
mod style;

use minijinja::Value;

pub use self::column::{Align, Column};
pub use self::style::{Delimiter, Spaces, Style, WidthUnit};

use self::rows::{StaticRow, cell_count, place};
use crate::ast;
use crate::block::options::builder;
use crate::block::select::{Scope, Selection, selecting};
use crate::block::{Block, STATUSES};
use crate::error::Error;
use crate::facts::{RowSource, sealed};
use crate::format::Format;

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
    caption: String,
    selection: Selection,
    style: Style,
    header_line: Option<String>,
    delimiter_line: Option<String>,
    /// Where rows are from, if not from the book.
    source: Option<&'static dyn sealed::RowSource>,
}

selecting!(Table);

impl Table {
    /// Creates a table without columns. If none are added, it has columns for what the rows are: status, code and meaning of errors;
    /// name, type and description of members.
    pub fn new() -> Self {
        Self::default()
    }

    builder! {
        /// Adds a column.
        column(self, column: impl Into<Column>) { self.columns.push(column.into()); }

        /// Adds a static row above the errors and the rows beside them, in Markdown: write `\\|` for `|`. With groups, it is in the first
        /// one.
        row_above(self, cells: impl IntoIterator<Item: Into<String>>) { self.rows.push(StaticRow::new(None, false, cells)); }

        /// Adds a static row below the errors and the rows beside them, in Markdown. With groups, it is in the last one.
        row_below(self, cells: impl IntoIterator<Item: Into<String>>) { self.rows.push(StaticRow::new(None, true, cells)); }

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
        row_before(self, when: impl Into<String>, cells: impl IntoIterator<Item: Into<String>>) {
            self.rows.push(StaticRow::new(Some(when.into()), false, cells));
        }

        /// Adds a static row after the last error for which an expression is true, in Markdown. With groups, it is in the first one
        /// with such an error.
        row_after(self, when: impl Into<String>, cells: impl IntoIterator<Item: Into<String>>) {
            self.rows.push(StaticRow::new(Some(when.into()), true, cells));
        }

        /// Sets the caption, in Markdown. Where a format has none, it is a line above the table.
        caption(self, caption: impl Into<String>) { self.caption = caption.into(); }

        /// Sets the layout in Markdown.
        style(self, style: Style) { self.style = style; }

        /// Sets the header line in Markdown and CSV, inserted verbatim.
        header_line(self, line: impl Into<String>) { self.header_line = Some(line.into()); }

        /// Sets the delimiter line below the headers in Markdown, inserted verbatim. It then also decides the alignment.
        delimiter_line(self, line: impl Into<String>) { self.delimiter_line = Some(line.into()); }
    }

    /// Renders the table in Markdown (GitHub Flavored Markdown §4.10).
    ///
    /// Values are escaped for a cell; the rest of a template is kept as written.
    ///
    /// # Errors
    ///
    /// If a template fails or uses an unknown name, if a line does not have a cell for each column, or if the place of a static row is
    /// that of no error.
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
        Self { source: Some(source), ..self }
    }

    /// Renders the table in a format.
    ///
    /// # Errors
    ///
    /// The errors of [`markdown`](Self::markdown). In CSV and JSON also if the rows are grouped, since a file is one table, and in JSON
    /// if two columns have the same header.
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
        self.write(format, source.rows(), source.in_scope())
    }

    pub(super) fn write(
        &self,
        format: Format,
        rows: Vec<Value>,
        names: &'static [&'static str],
    ) -> Result<String, Error> {
        Ok(format.markup().blocks(&self.blocks(Scope { format, names }, rows)?) + "\n")
    }

    /// The table of any rows, or that of each group under its heading.
    pub(super) fn blocks(&self, scope: Scope, rows: Vec<Value>) -> Result<Vec<ast::Block>, Error> {
        if self.columns.is_empty() {
            return self.with_columns(scope.names).blocks(scope, rows);
        }
        let columns = self.columns.len();
        if let Some(StaticRow { cells, .. }) = self.rows.iter().find(|row| row.cells.len() != columns) {
            return Err(cell_count(cells.first().map_or("", String::as_str), cells.len(), columns));
        }
        let rows = self.selection.apply(scope, rows)?;
        let names: Vec<_> = self.columns.iter().map(|column| format!("column `{}`", column.header)).collect();
        let templates = self.columns.iter().zip(&names);
        let templates = templates.map(|(column, name)| scope.compile(name, &column.template, &rows));
        let templates = templates.collect::<Result<Vec<_>, _>>()?;
        let mut open: Vec<_> = self.rows.iter().collect();
        let mut parts =
            self.selection.parts(scope, "a grouped table", rows)?.into_iter().enumerate().peekable();
        let mut blocks = Vec::new();
        while let Some((at, (above, rows))) = parts.next() {
            let placed = place(scope, &rows, &mut open, (at == 0, parts.peek().is_none()))?;
            blocks.extend(above);
            blocks.push(ast::Block::Table(Box::new(self.part(scope.format, &templates, &rows, placed)?)));
        }
        Ok(blocks)
    }

    /// The table; without columns, it gets those for rows with these names.
    pub(super) fn with_columns(&self, names: &[&str]) -> Self {
        let status = format!("{STATUSES} {{{{ title }}}}");
        let columns = match names {
            _ if !self.columns.is_empty() => return self.clone(),
            names if names.contains(&"code") => {
                [("Status", status.as_str()), ("Code", "{{ code | code }}"), ("Meaning", "{{ description }}")]
            }
            _ => [
                ("Name", "{{ name | code }}"),
                ("Type", "{{ type | code }}"),
                ("Description", "{{ description }}"),
            ],
        };
        let columns = columns.map(|column| Column::from(column).align(Align::Left)).to_vec();
        Self { columns, ..self.clone() }
    }
}
