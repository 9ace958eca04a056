//! A table of errors and the endpoints that answer with them.

use super::table::{Align, Column, Table};
use crate::ast::Inline;
use crate::block::options::Options;
use crate::block::{Block, RenderContext};
use crate::error::{Error, ErrorKind};
use crate::facts::ERROR_NAMES;
use crate::format::{Format, Place, Position};

/// A table with a row for each error that an endpoint answers with, and a column for each [endpoint](crate::Docs::endpoint).
///
/// It takes the options of a [`Table`] in a region: `<!-- errbook:begin matrix sort="status" -->`.
///
/// # Examples
///
/// ```
/// use errbook::{Book, HttpError};
/// use errbook_contract::{Endpoints, Lock};
/// use errbook_docgen::{Block, Format, Matrix, RenderContext};
///
/// static BOOK: Book = Book::new("Orders API", &[HttpError::CATALOG]);
///
/// // `Docs::endpoint` and `Docs::everywhere` make the lock that blocks get.
/// let endpoints = Endpoints::new()
///     .with_endpoint("GET /orders/{id}", ["NOT_FOUND"])
///     .with_endpoint("POST /orders/{id}/pay", ["NOT_FOUND", "CONFLICT"]);
/// let lock = Lock::of(&BOOK).with_endpoints(endpoints);
///
/// let matrix = Matrix::new().render_with(&RenderContext::new(Format::Markdown, &BOOK).with_lock(&lock))?;
/// assert_eq!(matrix, "\
/// | Code        | `GET /orders/{id}` | `POST /orders/{id}/pay` |
/// | ----------- | :----------------: | :---------------------: |
/// | `NOT_FOUND` |         ✓          |            ✓            |
/// | `CONFLICT`  |                    |            ✓            |
/// ");
/// # Ok::<(), errbook_docgen::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Matrix {
    table: Table,
}

impl Matrix {
    /// Creates a matrix whose first column has the codes.
    pub fn new() -> Self {
        Self::of(Table::new().column(("Code", "{{ code | code }}")))
    }

    /// Creates a matrix from a table, to which it adds the columns of the endpoints.
    ///
    /// # Examples
    ///
    /// ```
    /// use errbook_docgen::{Matrix, Table};
    ///
    /// let table = Table::new().column(("Status", "{{ status }}")).column(("Code", "`{{ code }}`")).sort_by("status");
    /// let matrix = Matrix::of(table);
    /// ```
    pub fn of(table: Table) -> Self {
        Self { table: table.filter("everywhere or endpoints") }
    }
}

impl Block for Matrix {
    fn render_with(&self, context: &RenderContext<'_>) -> Result<String, Error> {
        let table = self.table.with_options(context.options())?;
        let format = context.format();
        let endpoints = context.lock().into_iter().flat_map(|lock| lock.endpoints().iter());
        let mut endpoints = endpoints.map(|(name, _)| column(name, format)).peekable();
        if endpoints.peek().is_none() {
            return Err(Error::new(ErrorKind::Endpoint, "the block needs endpoints: add `Docs::endpoint`"));
        }
        endpoints.fold(table, Table::column).write(format, context.errors(), ERROR_NAMES)
    }

    fn options(&self) -> Vec<&'static str> {
        Table::names()
    }
}

/// The column of an endpoint. A lock may have any text as its name.
fn column(name: &str, format: Format) -> Column {
    let header = [Inline::Code(name.to_owned())];
    // In Markdown the header stays as it is written.
    let written = if format.is_markdown() { format } else { Format::Markdown };
    let header = written.markup().inline(&header, Position::at(Place::Cell));
    let literal: Vec<_> = name.encode_utf16().map(|unit| format!("\\u{unit:04x}")).collect();
    let template = format!("{{{{ '✓' if everywhere or '{}' in endpoints }}}}", literal.concat());
    Column::new(header, template).align(Align::Center)
}
