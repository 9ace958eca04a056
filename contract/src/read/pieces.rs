//! Reads a large lock in pieces: the tables of one need little memory at once, which makes it twice as fast. What is invalid, or spread
//! over pieces, is left to the reader of the whole.

use toml::de::DeTable;

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

impl Reader<'_> {
    /// Adds the codes of a piece; `None` if it has anything else, or one that the lock has.
    fn add(&mut self, table: &DeTable<'_>, lock: &mut Lock) -> Option<()> {
        let has_codes_alone = table.keys().all(|key| matches!(&**key.get_ref(), "error" | "retired"));
        (has_codes_alone && self.add_codes(table, lock)).then_some(())
    }
}
