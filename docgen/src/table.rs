//! A table as data, and its Markdown.

mod markdown;

use crate::cell;
use crate::error::Error;
use crate::rows::Rows;

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
}

/// A column: its header, the template of its cells, its alignment.
///
/// A pair of header and template is a column too.
#[derive(Debug, Clone)]
pub struct Column {
    header: String,
    template: String,
    align: Option<Align>,
}

/// Where the text of a column stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// At the left, and the table says so.
    Left,
    /// In the middle.
    Center,
    /// At the right.
    Right,
}

impl Column {
    /// Makes a column of its header, which is Markdown, taken word for word, and the template of its cells.
    pub fn new(header: impl Into<String>, template: impl Into<String>) -> Self {
        Self { header: header.into(), template: template.into(), align: None }
    }

    /// Sets the alignment.
    #[must_use]
    pub fn align(mut self, align: Align) -> Self {
        self.align = Some(align);
        self
    }

    pub(crate) fn header(&self) -> &str {
        &self.header
    }

    pub(crate) fn template(&self) -> &str {
        &self.template
    }
}

impl<H: Into<String>, T: Into<String>> From<(H, T)> for Column {
    fn from((header, template): (H, T)) -> Self {
        Self::new(header, template)
    }
}

impl Table {
    /// Starts a table without columns.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a column.
    #[must_use]
    pub fn column(mut self, column: impl Into<Column>) -> Self {
        self.columns.push(column.into());
        self
    }

    /// Adds a row that is no error, above the errors; its cells are Markdown, taken word for word: write `\\|` for a `|`.
    #[must_use]
    pub fn row<C: Into<String>>(mut self, cells: impl IntoIterator<Item = C>) -> Self {
        self.above.push(cells.into_iter().map(Into::into).collect());
        self
    }

    /// Adds a row that is no error, under the errors; its cells are Markdown, taken word for word.
    #[must_use]
    pub fn row_below<C: Into<String>>(mut self, cells: impl IntoIterator<Item = C>) -> Self {
        self.below.push(cells.into_iter().map(Into::into).collect());
        self
    }

    /// The table in Markdown (GitHub Flavored Markdown §4.10), its columns padded to one width.
    ///
    /// What templates print is escaped for a cell; what their author wrote is not.
    ///
    /// # Errors
    ///
    /// If a template fails or names what is not there, or a row given word for word does not fit the columns.
    pub fn markdown<R: Rows>(&self, of: &R) -> Result<String, Error> {
        Ok(markdown::write(&self.columns, &self.grid(of)?))
    }

    /// All cells, row by row, as text of the output format.
    fn grid<R: Rows>(&self, of: &R) -> Result<Vec<Vec<String>>, Error> {
        if self.columns.is_empty() {
            return Err(Error::NoColumns);
        }
        for row in self.above.iter().chain(&self.below) {
            if row.len() != self.columns.len() {
                return Err(Error::CellCount {
                    row: row.first().cloned().unwrap_or_default(),
                    cells: row.len(),
                    columns: self.columns.len(),
                });
            }
        }
        let environment = cell::environment();
        let rows = of.rows();
        let mut errors = vec![Vec::with_capacity(self.columns.len()); rows.len()];
        for column in &self.columns {
            let cells = cell::cells(&environment, column, &rows, R::IN_SCOPE)?;
            for (row, cell) in errors.iter_mut().zip(cells) {
                row.push(cell);
            }
        }
        let whole = |rows: &[Vec<String>]| {
            rows.iter().map(|row| row.iter().map(|cell| cell::one_line(cell)).collect()).collect()
        };
        let (mut grid, below): (Vec<Vec<String>>, Vec<Vec<String>>) =
            (whole(&self.above), whole(&self.below));
        grid.extend(errors);
        grid.extend(below);
        Ok(grid)
    }
}
