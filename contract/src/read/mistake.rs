//! What is wrong with a lock, each with its line and column.

use std::ops::Range;

use crate::visible::visible;

/// Everything that is wrong with a lock. [`Display`](std::fmt::Display) writes a line for each.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", all.iter().map(LockError::to_string).collect::<Vec<_>>().join("\n"))]
pub struct LockErrors {
    all: Vec<LockError>,
}

/// One mistake in a lock and its place, displayed as ``12:3: unknown key `stauts`, did you mean `status`?``.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
// The text of the file may not reach a terminal as it is.
#[error("{line}:{column}: {}", visible(message))]
pub struct LockError {
    line: usize,
    column: usize,
    message: String,
}

impl LockErrors {
    pub(crate) fn one(line: usize, column: usize, message: impl Into<String>) -> Self {
        Self { all: vec![LockError { line, column, message: message.into() }] }
    }

    /// The mistakes, in the order of the file.
    pub fn iter(&self) -> std::slice::Iter<'_, LockError> {
        self.all.iter()
    }

    /// The same with other lines.
    pub(crate) fn map_lines(mut self, line: impl Fn(usize) -> usize) -> Self {
        self.all.iter_mut().for_each(|error| error.line = line(error.line));
        self
    }
}

impl<'e> IntoIterator for &'e LockErrors {
    type Item = &'e LockError;
    type IntoIter = std::slice::Iter<'e, LockError>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl LockError {
    /// The line, counted from 1.
    pub fn line(&self) -> usize {
        self.line
    }

    /// The column in characters, counted from 1.
    pub fn column(&self) -> usize {
        self.column
    }

    /// What is wrong.
    pub fn message(&self) -> &str {
        &self.message
    }
}

/// The most mistakes that are reported of one file.
const MOST: usize = 50;

/// Where mistakes are collected.
pub(crate) struct Mistakes<'t> {
    text: &'t str,
    all: Vec<(usize, String)>,
    more: usize,
}

impl<'t> Mistakes<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Self { text, all: Vec::new(), more: 0 }
    }

    pub(crate) fn push(&mut self, span: Range<usize>, message: String) {
        if self.is_full() {
            self.more += 1;
        } else {
            self.all.push((span.start, message));
        }
    }

    /// Whether further mistakes are only counted, so that no message is needed.
    pub(crate) fn is_full(&self) -> bool {
        self.all.len() >= MOST
    }

    /// The value, unless there are mistakes.
    pub(crate) fn finish<T>(mut self, value: T) -> Result<T, LockErrors> {
        if self.all.is_empty() {
            return Ok(value);
        }
        self.all.sort();
        let mut all: Vec<LockError> = Vec::new();
        for (at, message) in self.all {
            let (line, column) = place(self.text, at);
            all.push(LockError { line, column, message });
        }
        if let Some(last) = all.last_mut().filter(|_| self.more > 0) {
            last.message = format!("{}; and {} more errors", last.message, self.more);
        }
        Err(LockErrors { all })
    }
}

/// The line and column of a byte.
pub(super) fn place(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or(text);
    let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    (line, before[start..].chars().count() + 1)
}
