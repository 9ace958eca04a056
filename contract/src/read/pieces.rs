//! Reads a large lock in pieces: the tables of one need little memory at once, which makes it twice as fast. What is invalid, or spread
//! over pieces, is left to the reader of the whole.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Mistakes, Reader, syntax};
use crate::lock::Lock;

/// About the length of a piece.
const LENGTH: usize = 64 * 1024;

/// The lock, if it has several pieces and no mistakes; their places are those in the whole text.
///
/// A piece ends before the table of an error. If that is inside of a string or an array, the piece is not TOML.
pub(super) fn read(text: &str) -> Option<Lock> {
    if text.len() <= LENGTH {
        return None;
    }
    let (mut lock, mut rest): (Option<Lock>, &str) = (None, text);
    while !rest.is_empty() {
        let (piece, after) = rest.split_at(end(rest));
        let table = syntax::table(piece).ok()?;
        let mut reader = Reader { mistakes: Mistakes::new(piece) };
        match &mut lock {
            None => lock = Some(reader.lock(table.get_ref())),
            Some(lock) => reader.add(table.get_ref(), lock)?,
        }
        reader.mistakes.finish(()).ok()?;
        if !is_open(piece, table.get_ref()) {
            return None;
        }
        rest = after;
    }
    lock.filter(|lock| lock.retired.keys().all(|code| !lock.errors.contains_key(code)))
}

/// Where the next error begins after the length of a piece.
fn end(text: &str) -> usize {
    let from = (LENGTH..text.len()).find(|at| text.is_char_boundary(*at));
    let next = from.and_then(|from| Some(from + text.get(from..)?.find("\n[error.")? + 1));
    next.unwrap_or(text.len())
}

/// Whether further pieces may add codes: no piece has a table `[error]` or `[retired]` itself, which must not be there twice, or their
/// values as those of a key. The place of a table that only the headers of codes imply is its name in the first of them.
fn is_open(piece: &str, table: &DeTable<'_>) -> bool {
    let is_implied = |value: &Spanned<DeValue<'_>>| {
        let before = piece.get(..value.span().start).unwrap_or_default();
        before.trim_end_matches([' ', '\t']).ends_with('[')
    };
    ["error", "retired"].iter().filter_map(|key| table.get(*key)).all(is_implied)
}

impl Reader<'_> {
    /// Adds the codes of a piece; `None` if it has anything else, or one that the lock has.
    fn add(&mut self, table: &DeTable<'_>, lock: &mut Lock) -> Option<()> {
        let has_codes_alone = table.keys().all(|key| matches!(&**key.get_ref(), "error" | "retired"));
        (has_codes_alone && self.add_codes(table, lock)).then_some(())
    }
}
