//! What can be wrong with a table.

use std::fmt;

/// Why a table could not be made.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// The template of a column is no template, or failed on a row.
    Template {
        /// The header of the column.
        column: String,
        /// What the template engine says, with the line.
        source: minijinja::Error,
    },
    /// The template of a column names something that is not there, or a text that no error has.
    UnknownName {
        /// The header of the column.
        column: String,
        /// What it names.
        name: String,
        /// What it may name.
        in_scope: &'static [&'static str],
    },
    /// A row given word for word has more or fewer cells than the table has columns.
    CellCount {
        /// The first cell of the row.
        row: String,
        /// How many cells it has.
        cells: usize,
        /// How many columns the table has.
        columns: usize,
    },
    /// The table has no columns.
    NoColumns,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Template { column, source } => {
                write!(f, "the template of column `{column}` failed: {source}")
            }
            Self::UnknownName { column, name, in_scope } => {
                if name.contains('.') {
                    return write!(f, "the template of column `{column}` names `{name}`, which no row has");
                }
                let names = in_scope.join("`, `");
                write!(f, "the template of column `{column}` names `{name}`, and there is only `{names}`")
            }
            Self::CellCount { row, cells, columns } => write!(
                f,
                "the row that begins with `{row}` has {cells} cells: give it {columns}, one for each column"
            ),
            Self::NoColumns => write!(f, "the table has no columns: add one with `Table::column`"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Template { source, .. } => Some(source),
            _ => None,
        }
    }
}
