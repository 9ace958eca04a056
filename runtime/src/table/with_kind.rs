//! The rows of errors with a kind: what the error says itself, and the rest as the kind has it.
//!
//! One is made for each error and each kind that it was seen with, so that their replies can be compiled.

use std::sync::OnceLock;

use super::row::constant_message;
use super::{Row, Table};
use crate::error::ApiError;

/// A row with one of its kinds, in the list of those that were needed.
#[derive(Debug)]
pub(super) struct RowWithKind {
    kind: &'static Row,
    row: Row,
    next: OnceLock<Box<Self>>,
}

impl Table {
    /// The row of an error with this kind; `None` if the kind is hand-written.
    pub fn row_with_kind(&'static self, index: usize, kind: &dyn ApiError) -> Option<&'static Row> {
        let kind = kind.__row()?;
        let own = self.row(index);
        let mut place = &own.kinds;
        loop {
            let known = place.get_or_init(|| {
                Box::new(RowWithKind {
                    kind,
                    row: own.with_kind(kind, self.has_display),
                    next: OnceLock::new(),
                })
            });
            if std::ptr::eq(known.kind, kind) {
                return Some(&known.row);
            }
            place = &known.next;
        }
    }
}

impl Row {
    fn with_kind(&self, kind: &Self, has_display: bool) -> Self {
        let entry = self.entry.with_kind(&kind.entry, has_display);
        let constant = if self.entry.leaves_message_to_kind() {
            // At a 5xx, the message of a kind that is below 500 itself is its title.
            kind.constant_message.filter(|_| !kind.has_dynamic_status || entry.status().as_u16() < 500)
        } else if self.entry.shows_unknown_display() {
            None
        } else {
            constant_message(&entry, false)
        };
        Self::new(entry, self.start, constant)
    }

    /// Whether the row has a detail of this name.
    pub(crate) fn has_detail(&self, name: &str) -> bool {
        let constants = self.constants.iter().map(|(detail, _)| detail);
        constants.chain(&self.details).any(|detail| detail.name == name)
    }
}
