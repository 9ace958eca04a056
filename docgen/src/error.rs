//! Why documentation could not be generated: an error, its kind and its place, and all errors of a set of pages.
//!
//! A message is written where the mistake is found.

mod message;

use std::error::Error as StdError;
use std::io;
use std::slice;

use self::message::visible_lines;
pub(crate) use self::message::{suggest, visible};
use crate::format::Format;

/// Why documentation could not be generated.
///
/// It is displayed with its place: ``docs/errors.md:12: unknown block `eror`, …``. Control characters are escaped.
///
/// # Examples
///
/// ```
/// use errbook_docgen::{ErrorKind, Table};
///
/// let error = Table::new().column(("Name", "{{ nam }}")).markdown(&errbook::body::FLAT).unwrap_err();
/// assert_eq!(error.kind(), ErrorKind::Template);
/// assert_eq!(error.to_string(), "column `Name`, line 1: unknown name `nam`, did you mean `name`?");
/// ```
#[derive(Debug, thiserror::Error)]
#[error("{}{message}", self.place())]
pub struct Error {
    path: Option<String>,
    line: usize,
    /// The block or the template, as displayed.
    part: Option<String>,
    kind: ErrorKind,
    /// Without control characters.
    message: String,
    source: Option<Box<dyn StdError + Send + Sync>>,
}

/// What an [`Error`] is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// A template or an expression is invalid, uses an unknown name, or failed to render.
    Template,
    /// A row of a table has more or fewer cells than there are columns, or its place is that of no error.
    Table,
    /// The name of a block is unknown, invalid or duplicate.
    Block,
    /// An option of a region is unknown, or its value invalid.
    Option,
    /// The block cannot be written in the format, or the format of a file is unknown.
    Format,
    /// A marker of a region is invalid, missing or misplaced.
    Marker,
    /// A path is invalid, or two outputs have the same.
    Path,
    /// A file does not exist, or could not be read or written.
    File,
    /// A link between pages, or the address of an error, leads nowhere.
    Link,
    /// No code has this generated page.
    Orphan,
    /// The book has types that its documentation may not describe truly: [`Docs::allow_incomplete`](crate::Docs::allow_incomplete),
    /// [`Docs::allow_other_formats`](crate::Docs::allow_other_formats).
    Book,
    /// An endpoint has an invalid or duplicate name, or an error that the book does not have:
    /// [`Docs::endpoint`](crate::Docs::endpoint).
    Endpoint,
    /// The environment variable `ERRBOOK` has an unknown value.
    Mode,
    /// A breaking change of the contract is not accepted, or the lock cannot be read: [`Docs::lock`](crate::Docs::lock).
    Contract,
    /// What [`Docs::lint`](crate::Docs::lint) found.
    Lint,
    /// The error of a custom block: [`Error::other`].
    Other,
}

impl Error {
    /// The error of a custom block, from a message or another error.
    ///
    /// # Examples
    ///
    /// ```
    /// use errbook_docgen::{Error, ErrorKind};
    ///
    /// let error = Error::other("the changelog has no heading");
    /// assert_eq!(error.kind(), ErrorKind::Other);
    /// assert_eq!(error.to_string(), "the changelog has no heading");
    /// ```
    pub fn other(error: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        let error = error.into();
        Self::of_lines(ErrorKind::Other, &error.to_string()).caused_by(error)
    }

    /// A block cannot be written in a format.
    pub(crate) fn not_in_format(block: &'static str, format: Format) -> Self {
        Self::new(ErrorKind::Format, &format!("{block} cannot be written as {format}"))
    }

    /// What the error is about.
    pub fn kind(&self) -> ErrorKind {
        self.kind
    }

    /// The path of the file, as given to [`Docs`](crate::Docs), if the error is about a file.
    pub fn path(&self) -> Option<&str> {
        self.path.as_deref()
    }

    /// The line in the file, counted from 1, if the error is about a line.
    pub fn line(&self) -> Option<usize> {
        (self.line > 0).then_some(self.line)
    }

    pub(crate) fn new(kind: ErrorKind, message: &str) -> Self {
        Self { path: None, line: 0, part: None, kind, message: visible(message).into_owned(), source: None }
    }

    /// An error whose message may have several lines.
    pub(crate) fn of_lines(kind: ErrorKind, message: &str) -> Self {
        Self { message: visible_lines(message).into_owned(), ..Self::new(kind, "") }
    }

    /// The error of a file that could not be used.
    pub(crate) fn io(doing: &str) -> impl Fn(io::Error) -> Self {
        move |source| {
            Self::new(ErrorKind::File, &format!("could not {doing}: {source}")).caused_by(Box::new(source))
        }
    }

    pub(crate) fn caused_by(mut self, source: Box<dyn StdError + Send + Sync>) -> Self {
        self.source = Some(source);
        self
    }

    /// The error with the path of its file.
    pub(crate) fn in_file(mut self, path: &str) -> Self {
        self.path = (!path.is_empty()).then(|| path.to_owned());
        self
    }

    /// The error with a line of its file.
    pub(crate) fn on_line(mut self, line: usize) -> Self {
        self.line = line;
        self
    }

    /// The error with the block or the template that it is about.
    pub(crate) fn in_part(mut self, part: &str, name: &str) -> Self {
        self.part = Some(format!("{part} `{name}`"));
        self
    }

    /// What is before the message: the file, the line, and the part.
    fn place(&self) -> String {
        let line = self.line().map(|line| format!(":{line}")).unwrap_or_default();
        let file = self.path.as_deref().map(|path| format!("{}{line}: ", visible(path)));
        let part = self.part.as_deref().map(|part| format!("{}: ", visible(part)));
        file.unwrap_or_default() + &part.unwrap_or_default()
    }
}

/// All errors of a [`Docs`](crate::Docs) at once. [`Display`](std::fmt::Display) writes a line for each.
#[derive(Debug, thiserror::Error)]
#[error("{}", all.iter().map(Error::to_string).collect::<Vec<_>>().join("\n"))]
pub struct DocsErrors {
    pub(crate) all: Vec<Error>,
}

impl DocsErrors {
    /// The value, unless there are errors.
    pub(crate) fn unless_empty<T>(all: Vec<Error>, value: T) -> Result<T, Self> {
        if all.is_empty() { Ok(value) } else { Err(Self { all }) }
    }

    /// The errors, in the order of the files and lines.
    pub fn iter(&self) -> slice::Iter<'_, Error> {
        self.all.iter()
    }
}

impl From<Error> for DocsErrors {
    fn from(error: Error) -> Self {
        Self { all: vec![error] }
    }
}

impl<'e> IntoIterator for &'e DocsErrors {
    type Item = &'e Error;
    type IntoIter = slice::Iter<'e, Error>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
