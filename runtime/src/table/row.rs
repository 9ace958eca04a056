//! From the texts of a table to entries, at runtime and once.

use std::fmt;
use std::sync::OnceLock;

use serde_json::Value as Json;

use super::message::{self, Segment};
use super::with_kind::RowWithKind;
use super::{Compiled, Table};
use crate::body::Body;
use crate::entry::{self, Detail, Entry, OPTIONAL, Parts, as_str};
use crate::json_string;

/// One error: its entry, what its instances share, and the compiled replies.
#[derive(Debug)]
pub struct Row {
    pub(crate) entry: Entry,
    /// The replies that were compiled, by wire format.
    pub(crate) replies: OnceLock<Box<Compiled>>,
    /// The format of this error alone.
    pub(crate) body: Option<&'static Body>,
    /// The message, if it is the same for every instance.
    pub(crate) constant_message: Option<&'static str>,
    /// Whether an instance may have another status.
    pub(crate) has_dynamic_status: bool,
    /// Whether an instance may have violations.
    pub(crate) has_violations: bool,
    /// Where the row starts in its table.
    pub(super) start: usize,
    pub(super) message: Vec<Segment>,
    /// The details with the same value in every reply.
    pub(super) constants: Vec<(RowDetail, Json)>,
    /// The details of fields.
    pub(super) details: Vec<RowDetail>,
    /// The rows of this error with its kinds.
    pub(super) kinds: OnceLock<Box<RowWithKind>>,
}

#[derive(Debug)]
pub(super) struct RowDetail {
    pub(super) name: &'static str,
    /// `"name":`
    pub(super) json: Vec<u8>,
}

impl RowDetail {
    fn new(name: &'static str) -> Self {
        let mut json = Vec::new();
        json_string::write(&mut json, name);
        json.push(b':');
        Self { name, json }
    }
}

/// The rows of a table, once they were needed.
#[derive(Debug)]
pub struct Rows(OnceLock<Box<dyn AnyRows>>);

/// The rows behind a trait object: for each `static`, the compiler would look through all types in a row to find out whether it
/// is `Sync`.
trait AnyRows: fmt::Debug + Send + Sync {
    fn rows(&self) -> &[Row];
}

impl AnyRows for Vec<Row> {
    fn rows(&self) -> &[Row] {
        self
    }
}

/// What the `static` of an expansion starts with; the compiler evaluates it once for all of them.
#[expect(clippy::declare_interior_mutable_const, reason = "every use is a `static` of its own")]
pub const NO_ROWS: Rows = Rows(OnceLock::new());

impl Table {
    #[inline]
    fn rows(&'static self) -> &'static [Row] {
        (self.cache)().0.get_or_init(|| Box::new(self.read())).rows()
    }

    #[inline]
    pub fn row(&'static self, index: usize) -> &'static Row {
        &self.rows()[index]
    }

    /// The row at this index, if there is one: a transparent variant has none.
    #[inline]
    pub fn find(&'static self, index: usize) -> Option<&'static Row> {
        self.rows().get(index)
    }

    /// The entries whose rows start in this range of bytes.
    pub(crate) fn entries(&'static self, start: u32, end: u32) -> impl Iterator<Item = &'static Entry> {
        let rows = self.rows();
        let index = |at: u32| rows.partition_point(|row| row.start < at as usize);
        rows[index(start)..index(end)].iter().map(|row| &row.entry)
    }

    /// The documentation of the type.
    pub(crate) fn type_docs(&self) -> &'static str {
        as_str(entry::Rows(self.docs.as_bytes()).next())
    }

    fn read(&self) -> Vec<Row> {
        let mut messages = entry::Rows(self.messages.as_bytes());
        let mut docs = entry::Rows(self.docs.as_bytes());
        // That of the type.
        docs.next();
        let mut rows = Vec::new();
        let mut start = 0;
        while start < self.rows.len() {
            let (row, end) = self.row_at(start);
            let written = as_str(messages.next());
            // After a mark, it is the `Display` of another derive.
            let message = written.strip_prefix(char::from(OPTIONAL)).unwrap_or(written);
            let mut entry = self.entry(row, message, Parts(docs.next())).with_exposure().with_encoded_body();
            if written != message && !entry.exposes_display(entry.status()) {
                entry = entry.with_message("");
            }
            rows.push(Row::new(entry, start, constant_message(&entry, self.has_display)));
            start = end;
        }
        rows
    }
}

/// The message, if it is the same for every instance.
pub(super) fn constant_message(entry: &Entry, has_display: bool) -> Option<&'static str> {
    match entry.message() {
        // There are fields or escaped braces.
        Some(template) if template.contains(['{', '}']) => None,
        Some(text) => Some(text),
        None if has_display || !entry.exposes_display(entry.status()) => Some(entry.title()),
        None => None,
    }
}

impl Row {
    pub(super) fn new(entry: Entry, start: usize, constant_message: Option<&'static str>) -> Self {
        let new = |detail: Detail| RowDetail::new(detail.name());
        let constants = entry.details().filter_map(|detail| Some((new(detail), detail.value()?)));
        let details = entry.details().filter(|detail| detail.value().is_none()).map(new);
        Self {
            replies: OnceLock::new(),
            body: entry.body(),
            constant_message,
            has_dynamic_status: entry.has_dynamic_status(),
            has_violations: entry.has_violations(),
            start,
            message: message::segments(entry.message().unwrap_or_default()),
            constants: constants.collect(),
            details: details.collect(),
            kinds: OnceLock::new(),
            entry,
        }
    }

    pub fn entry(&'static self) -> &'static Entry {
        &self.entry
    }
}
