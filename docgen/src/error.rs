//! What can be wrong with documentation.

use std::fmt;

use crate::format::Format;
use crate::nearest::nearest;

/// Why documentation could not be made.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// A template or an expression is none, or failed on an error.
    Template {
        /// What it is the template of: a column, a heading; or the path of its file.
        template: String,
        /// What may be named in it.
        in_scope: Vec<String>,
        /// The attribute that may have been meant, if it asked for one that is none.
        nearest: Option<String>,
        /// What the template engine says, with the line.
        source: Box<minijinja::Error>,
    },
    /// A template names something that is not there, or a text that no error has.
    UnknownName {
        /// What it is the template of: a column, a heading; or the path of its file.
        template: String,
        /// The line of the name, from 1 on.
        line: usize,
        /// What it names.
        name: String,
        /// What may be named in it.
        in_scope: Vec<String>,
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
    /// The opening comment of a region has an option that its block does not take.
    UnknownOption {
        /// The option.
        option: String,
        /// The one that may have been meant.
        nearest: Option<&'static str>,
        /// Those that it takes.
        known: Vec<&'static str>,
    },
    /// An option of a region has a value that its block cannot take.
    BadOption {
        /// The option.
        option: String,
        /// Its value.
        value: String,
        /// What to write.
        expected: &'static str,
    },
    /// The format has no way to say this.
    NotInFormat {
        /// What was to be written.
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
                write!(f, "{template}, line {line}: `{name}` is nothing ")?;
                let known: Vec<&str> = in_scope.iter().map(String::as_str).collect();
                if known.is_empty() {
                    return f.write_str("that any error here has");
                }
                f.write_str("that can be named here")?;
                if let Some(nearest) = nearest(name, &known) {
                    write!(f, " (did you mean `{nearest}`?)")?;
                }
                write!(f, "; in scope: `{}`", known.join("`, `"))
            }
            Self::CellCount { row, cells, columns } => write!(
                f,
                "the row that begins with `{row}` needs {columns} cells, one for each column, and has {cells}"
            ),
            Self::NoColumns => write!(f, "the table has no columns: add one with `Table::column`"),
            Self::UnknownOption { option, known, .. } if known.is_empty() => {
                write!(f, "it takes no options: leave out `{option}`")
            }
            Self::UnknownOption { option, nearest: Some(nearest), .. } => {
                write!(f, "there is no option `{option}`: did you mean `{nearest}`?")
            }
            Self::UnknownOption { option, known, .. } => {
                write!(f, "there is no option `{option}`, only `{}`", known.join("`, `"))
            }
            Self::BadOption { option, value, expected } => {
                write!(f, "`{option}` cannot be `{value}`: write {expected}")
            }
            Self::NotInFormat { what, format } => write!(f, "{what} cannot be written as {format}"),
        }
    }
}

/// The place, what is wrong there, the words of the template that it is about, and what could stand there.
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
    let source = error.template_source().zip(error.range());
    if let Some(nearest) = nearest {
        write!(f, " (did you mean `{nearest}`?)")?;
    } else if let Some(part) = source.and_then(|(source, range)| source.get(range)) {
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
