//! Why documentation could not be rendered.

use std::fmt;

use crate::format::Format;
use crate::nearest::nearest;

/// Why documentation could not be rendered.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// A template or an expression is invalid, or failed to render.
    Template {
        /// The place of the template: a column, a heading, or the path of its file.
        template: String,
        /// The names that it may use.
        in_scope: Vec<String>,
        /// A known name similar to an undefined one.
        nearest: Option<String>,
        /// The error of the template engine, with the line.
        source: Box<minijinja::Error>,
    },
    /// A template uses an unknown name.
    UnknownName {
        /// The place of the template: a column, a heading, or the path of its file.
        template: String,
        /// The line of the name, counted from 1.
        line: usize,
        /// The unknown name.
        name: String,
        /// The names that it may use.
        in_scope: Vec<String>,
    },
    /// A static row has more or fewer cells than the table has columns.
    CellCount {
        /// The first cell of the row.
        row: String,
        /// The number of cells.
        cells: usize,
        /// The number of columns.
        columns: usize,
    },
    /// The table has no columns.
    NoColumns,
    /// A region has an option that its block does not take.
    UnknownOption {
        /// The option.
        option: String,
        /// A known option with a similar name.
        nearest: Option<&'static str>,
        /// The options of the block.
        known: Vec<&'static str>,
    },
    /// An option of a region has an invalid value.
    InvalidOption {
        /// The option.
        option: String,
        /// Its value.
        value: String,
        /// The expected value.
        expected: &'static str,
    },
    /// The block cannot be written in the format.
    NotInFormat {
        /// The block.
        what: &'static str,
        /// The format.
        format: Format,
    },
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Template { template, in_scope, nearest, source } => {
                fmt_template(f, template, in_scope, nearest.as_deref(), source)
            }
            Self::UnknownName { template, line, name, in_scope } => {
                write!(f, "{template}, line {line}: unknown name `{name}`")?;
                let known: Vec<&str> = in_scope.iter().map(String::as_str).collect();
                match nearest(name, &known) {
                    Some(nearest) => write!(f, ", did you mean `{nearest}`?"),
                    None if known.is_empty() => {
                        write!(f, ": `{}` is empty", name.split('.').next().unwrap_or(name))
                    }
                    None => write!(f, ", expected one of `{}`", known.join("`, `")),
                }
            }
            Self::CellCount { row, cells, columns } => {
                write!(f, "row `{row}`: expected a cell for each column ({columns}), found {cells}")
            }
            Self::NoColumns => write!(f, "the table has no columns: add one with `Table::column`"),
            Self::UnknownOption { option, known, .. } if known.is_empty() => {
                write!(f, "unknown option `{option}`: the block takes no options")
            }
            Self::UnknownOption { option, nearest: Some(nearest), .. } => {
                write!(f, "unknown option `{option}`, did you mean `{nearest}`?")
            }
            Self::UnknownOption { option, known, .. } => {
                write!(f, "unknown option `{option}`, expected one of `{}`", known.join("`, `"))
            }
            Self::InvalidOption { option, value, expected } => {
                write!(f, "invalid value `{value}` for `{option}`, expected {expected}")
            }
            Self::NotInFormat { what, format } => write!(f, "{what} cannot be written as {format}"),
        }
    }
}

/// Writes the place, the error of the engine, and either a suggestion or the failing part and the known names.
fn fmt_template(
    f: &mut fmt::Formatter<'_>,
    template: &str,
    in_scope: &[String],
    nearest: Option<&str>,
    error: &minijinja::Error,
) -> fmt::Result {
    write!(f, "{template}, line {}: {}", error.line().unwrap_or(1), error.kind())?;
    if let Some(detail) = error.detail() {
        write!(f, ": {detail}")?;
    }
    if let Some(nearest) = nearest {
        return write!(f, ", did you mean `{nearest}`?");
    }
    let source = error.template_source().zip(error.range());
    if let Some(part) = source.and_then(|(source, range)| source.get(range)) {
        write!(f, " (`{}`)", part.trim())?;
    }
    write!(f, "; in scope: `{}`", in_scope.join("`, `"))
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Template { source, .. } => Some(source),
            _ => None,
        }
    }
}
