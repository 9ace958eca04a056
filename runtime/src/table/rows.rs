//! From the columns of a table to entries, at run time and once.

use std::ops::Range;
use std::sync::OnceLock;

use super::{Fact, Piece, Table, message};
use crate::entry::{Entry, Section};
use crate::error::Declared;
use crate::reply::prepared::Slot;

/// What is known of one error, and what is prepared of its replies.
#[derive(Debug)]
pub struct Row {
    pub(crate) entry: Entry,
    pub(crate) slot: Slot,
    /// Whether `Display` is the derive's own.
    pub(crate) display: bool,
    /// Whether an occurrence may have another status.
    pub(crate) has_status: bool,
    pub(super) message: Vec<Piece>,
}

/// The rows of a table, once they were asked for.
#[derive(Debug)]
pub struct Rows(OnceLock<Vec<Row>>);

impl Rows {
    #[expect(clippy::new_without_default, reason = "only for the `static` of an expansion")]
    pub const fn new() -> Self {
        Self(OnceLock::new())
    }
}

impl Table {
    #[inline]
    pub(crate) fn rows(&'static self) -> &'static [Row] {
        (self.rows)().0.get_or_init(|| self.read())
    }

    #[inline]
    pub fn row(&'static self, row: usize) -> &'static Row {
        &self.rows()[row]
    }

    pub fn entry(&'static self, row: usize) -> &'static Entry {
        &self.row(row).entry
    }

    pub(crate) fn entries(&'static self, rows: Range<usize>) -> impl Iterator<Item = &'static Entry> {
        self.rows()[rows].iter().map(|row| &row.entry)
    }

    /// What [`ApiError::__declared`](crate::ApiError) answers.
    #[inline]
    pub fn declared(&'static self, row: usize) -> Declared {
        let row = self.row(row);
        Declared { entry: &row.entry, row: Some(row) }
    }

    fn read(&self) -> Vec<Row> {
        let texts = self.texts.split(END).take(self.codes.len()).enumerate();
        let rows = texts.map(|(row, texts)| {
            let mut entry = with_texts(self.facts_entry(row), texts);
            // A message is public, and here it is `Display`.
            if self.display && entry.message().is_some() {
                entry = entry.with_exposed();
            }
            let message = entry.message().map(message::pieces).unwrap_or_default();
            let has_status = self.facts(row).iter().any(|(_, fact)| matches!(fact, Fact::Status));
            Row { entry, slot: Slot::new(), display: self.display, has_status, message }
        });
        rows.collect()
    }
}

/// Between the texts of two rows. Markdown has neither character, and the derive replaces them where users write them.
const END: char = '\0';
/// Between two texts of a row.
const BREAK: char = '\u{1}';

/// `message BREAK description (BREAK heading BREAK text)*`; without a message, the first is empty.
fn with_texts(mut entry: Entry, texts: &'static str) -> Entry {
    let mut texts = texts.split(BREAK);
    let mut text = || texts.next();
    if let Some(message) = text().filter(|message| !message.is_empty()) {
        entry = entry.with_message(message);
    }
    entry = entry.with_description(text().unwrap_or_default());
    let mut sections = Vec::new();
    while let (Some(heading), Some(text)) = (text(), text()) {
        sections.push(Section::new(heading, text));
    }
    entry.with_sections(sections.leak())
}
