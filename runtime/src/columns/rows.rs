//! From columns to entries, at run time and once.

use std::ops::Range;
use std::sync::OnceLock;

use super::{Columns, Fact, Piece, message};
use crate::entry::{Deprecation, Detail, Entry, Header, Section};
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

/// The rows, once they were asked for.
#[derive(Debug)]
pub struct Rows(OnceLock<Vec<Row>>);

impl Rows {
    #[expect(clippy::new_without_default, reason = "only for the `static` of an expansion")]
    pub const fn new() -> Self {
        Self(OnceLock::new())
    }
}

impl Columns {
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
        let mut facts = self.facts;
        let rows = self.texts.split(END).take(self.codes.len()).enumerate().map(|(row, texts)| {
            let count = facts.iter().take_while(|(of, _)| *of == row).count();
            let (own, rest) = facts.split_at(count);
            facts = rest;
            self.read_row(row, own, texts)
        });
        rows.collect()
    }

    fn read_row(&self, row: usize, facts: &[(usize, Fact)], texts: &'static str) -> Row {
        let mut texts = texts.split(BREAK);
        let mut entry = Entry::new(self.path, self.variants[row], self.statuses[row], self.codes[row]);
        let message = texts.next().unwrap_or_default();
        if !message.is_empty() {
            entry = entry.with_message(message);
            // A message is public, and here it is `Display`.
            entry = if self.display { entry.with_exposed() } else { entry };
        }
        entry = with_facts(entry, facts, &mut texts).with_description(texts.next().unwrap_or_default());
        let mut sections = Vec::new();
        while let (Some(heading), Some(text)) = (texts.next(), texts.next()) {
            sections.push(Section::new(heading, text));
        }
        Row {
            entry: entry.with_sections(sections.leak()),
            slot: Slot::new(),
            display: self.display,
            has_status: facts.iter().any(|(_, fact)| matches!(fact, Fact::Status)),
            message: message::pieces(message),
        }
    }
}

/// Between the texts of two rows. Unicode keeps both characters for a program's own use, and the derive keeps them out of
/// what users write.
const END: char = '\u{FDD0}';
/// Between two texts of a row.
const BREAK: char = '\u{FDD1}';

/// The texts are `message BREAK (type BREAK description BREAK)* description (BREAK heading BREAK text)*`, the pair in
/// front for each detail; without a message, the first is empty.
fn with_facts(
    mut entry: Entry,
    facts: &[(usize, Fact)],
    texts: &mut impl Iterator<Item = &'static str>,
) -> Entry {
    let (mut details, mut headers, mut meta) = (Vec::new(), Vec::new(), Vec::new());
    for (_, fact) in facts {
        entry = match *fact {
            Fact::Number(number) => entry.with_number(number),
            Fact::Shared => entry.with_shared(),
            Fact::Title(title) => entry.with_title(title),
            Fact::Exposed => entry.with_exposed(),
            Fact::Redacted => entry.with_redacted(),
            Fact::Retryable(retryable) => entry.with_retryable(retryable),
            Fact::DocsUrl(url) => entry.with_docs_url(url),
            Fact::Deprecated(since, note) => entry.with_deprecated(Deprecation::new(since, note)),
            Fact::Hidden => entry.with_hidden(),
            Fact::Status => entry,
            Fact::Detail(name) => {
                let (ty, description) = (texts.next(), texts.next());
                details.push(Detail::new(name, ty.unwrap_or_default(), description.unwrap_or_default()));
                entry
            }
            Fact::Header(name, value) => {
                headers.push(Header::constant(name, value));
                entry
            }
            Fact::FieldHeader(name) => {
                headers.push(Header::of_occurrence(name));
                entry
            }
            Fact::Meta(name, text) => {
                meta.push((name, text));
                entry
            }
        };
    }
    entry.with_details(details.leak()).with_headers(headers.leak()).with_meta(meta.leak())
}
