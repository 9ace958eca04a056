//! Tables, before they are laid out in a format.

mod asciidoc;
mod column;
mod csv;
mod html;
mod markdown;
mod options;
mod restructured_text;
mod style;

use minijinja::{Environment, Value};

pub use self::column::{Align, Column};
pub use self::style::{Delimiter, Style, WidthUnit};

use self::column::Empty;
use crate::block::Block;
use crate::block::select::{Group, Selection, selecting};
use crate::error::{Cause, Error};
use crate::facts::RowSource;
use crate::format::Format;
use crate::markup::{self, Place};
use crate::template::{self, Compiled, Template};

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

/// A table with rendered cells, ready to be laid out.
struct Grid<'t> {
    columns: Vec<&'t Column>,
    rows: Vec<Vec<&'t str>>,
    header_line: Option<&'t str>,
    delimiter_line: Option<&'t str>,
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

    /// Adds a static row above the errors, inserted verbatim: in Markdown, write `\\|` for `|`. With groups, it is in the first one.
    #[must_use]
    pub fn row_above<C: Into<String>>(mut self, cells: impl IntoIterator<Item = C>) -> Self {
        self.above.push(cells.into_iter().map(Into::into).collect());
        self
    }

    /// Adds a static row below the errors, inserted verbatim. With groups, it is in the last one.
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
        self.render_rows(&template::engine(), format, source.rows(), R::IN_SCOPE)
    }

    /// Renders the table of any rows.
    pub(super) fn render_rows(
        &self,
        engine: &Environment<'_>,
        format: Format,
        rows: Vec<Value>,
        in_scope: &'static [&'static str],
    ) -> Result<String, Error> {
        self.check(format)?;
        let rows = self.selection.apply(engine, rows, in_scope)?;
        let names: Vec<_> = self.columns.iter().map(|column| format!("column `{}`", column.header)).collect();
        let templates = self.columns.iter().zip(&names).map(|(column, name)| {
            Template { name, source: &column.template, in_scope }.compile(engine, &rows)
        });
        let templates = templates.collect::<Result<Vec<_>, _>>()?;
        let given = [&self.above, &self.below].map(|rows| given(format, rows));
        Group::each(self.group.as_ref(), engine, format, &rows, in_scope, |part| {
            let [above, below] = &given;
            let cells = cells(format, &templates, part.rows)?;
            let above = if part.is_first { above.as_slice() } else { &[] };
            let below = if part.is_last { below.as_slice() } else { &[] };
            let rows: Vec<_> = above.iter().chain(&cells).chain(below).collect();
            Ok(self.write(format, &self.grid(&rows)))
        })
    }

    fn check(&self, format: Format) -> Result<(), Error> {
        if self.columns.is_empty() {
            return Err(Cause::NoColumns.into());
        }
        if format == Format::Csv && self.group.is_some() {
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
    fn grid<'t>(&'t self, rows: &[&'t Vec<String>]) -> Grid<'t> {
        let used = self.used_columns(rows);
        let row = |row: &&'t Vec<String>| {
            let cell = |(at, column): &(usize, &'t Column)| {
                let cell = row.get(*at).map(String::as_str).unwrap_or_default();
                match &column.empty {
                    Empty::Text(text) if cell.is_empty() => text.as_str(),
                    _ => cell,
                }
            };
            used.iter().map(cell).collect()
        };
        Grid {
            rows: rows.iter().map(row).collect(),
            columns: used.iter().map(|(_, column)| *column).collect(),
            header_line: self.header_line.as_deref(),
            delimiter_line: self.delimiter_line.as_deref(),
        }
    }

    /// All columns but the hidden ones. A given header or delimiter line is for all columns, so none is hidden then.
    fn used_columns(&self, rows: &[&Vec<String>]) -> Vec<(usize, &Column)> {
        let is_given = self.header_line.is_some() || self.delimiter_line.is_some();
        let has_cells = |at| rows.iter().any(|row| row.get(at).is_some_and(|cell: &String| !cell.is_empty()));
        let is_used =
            |(at, column): &(usize, &Column)| column.empty != Empty::Drop || is_given || has_cells(*at);
        let all = || self.columns.iter().enumerate();
        let used: Vec<_> = all().filter(is_used).collect();
        if used.is_empty() { all().collect() } else { used }
    }

    fn write(&self, format: Format, grid: &Grid<'_>) -> String {
        match format {
            Format::Markdown | Format::Mdx => markdown::write(grid, self.style),
            Format::Html => html::write(grid),
            Format::AsciiDoc => asciidoc::write(grid),
            Format::ReStructuredText => restructured_text::write(grid),
            Format::Csv => csv::write(grid),
        }
    }
}

/// The static rows, each cell on one line.
fn given(format: Format, rows: &[Vec<String>]) -> Vec<Vec<String>> {
    rows.iter().map(|row| row.iter().map(|cell| one_line(format, cell)).collect()).collect()
}

/// The cells of each row.
fn cells(format: Format, templates: &[Compiled<'_>], rows: &[Value]) -> Result<Vec<Vec<String>>, Error> {
    let cell = |row: &Value, template: &Compiled<'_>| {
        Ok(one_line(format, &markup::assemble(format, &template.render(row)?, Place::Cell)))
    };
    rows.iter().map(|row| templates.iter().map(|template| cell(row, template)).collect()).collect()
}

/// In Markdown, a line break in a template would end the row.
fn one_line(format: Format, cell: &str) -> String {
    let cell = cell.trim_matches([' ', '\t', '\n', '\r']);
    match format {
        Format::Markdown | Format::Mdx => cell.replace(['\n', '\r'], " "),
        _ => cell.to_owned(),
    }
}
