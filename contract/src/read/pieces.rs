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
    read_by(LENGTH, text)
}

fn read_by(length: usize, text: &str) -> Option<Lock> {
    if text.len() <= length {
        return None;
    }
    let (mut lock, mut rest): (Option<Lock>, &str) = (None, text);
    while !rest.is_empty() {
        let (piece, after) = rest.split_at(end(length, rest));
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
fn end(length: usize, text: &str) -> usize {
    let from = (length..text.len()).find(|at| text.is_char_boundary(*at));
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

#[cfg(test)]
mod tests {
    use super::{Lock, Mistakes, Reader, read_by, syntax};

    fn whole(text: &str) -> Option<Lock> {
        let table = syntax::table(text).ok()?;
        let mut reader = Reader { mistakes: Mistakes::new(text) };
        let lock = reader.lock(table.get_ref());
        reader.mistakes.finish(lock).ok()
    }

    /// What is read in pieces is what the reader of the whole makes of it, wherever two other parts are among the errors.
    #[test]
    fn pieces_are_the_whole() {
        const FACTS: &str = "status = 400\ntitle = 'x'\nretryable = false\nbody = 'flat'\n";
        let parts = [
            String::new(),
            "[error]\n".to_owned(),
            "[retired]\n".to_owned(),
            "[ error . A ]\n".to_owned() + FACTS,
            "[error.\"B\"]\n".to_owned() + FACTS,
            "[[error.C]]\n".to_owned() + FACTS,
            "[error.C.was]\nstatus = [404]\n".to_owned(),
            "[retired.B]\nretired = true\nstatus = 400\n".to_owned(),
            "[retired.C]\nretired = true\nstatus = 400\n[error.D]\n".to_owned() + FACTS,
            "error.E.status = 400\n".to_owned(),
            "error = { F = { status = 400, title = 'x', retryable = false, body = 'flat' } }\n".to_owned(),
            "description = '''\n[error.G]\n'''\n".to_owned(),
            "description = \"\"\"\n".to_owned(),
            "detail.a = [\n".to_owned(),
            "[body.other]\ncontent-type = ''\n".to_owned(),
            "[everywhere]\n1 = true\n".to_owned(),
            "book = 'x'\n".to_owned(),
            "# [error.H]\n".to_owned(),
        ];
        let head = "lock = 1\nbook = 'x'\n";
        let body = "[body.flat]\ncontent-type = 'a/b'\ncode = '{code}'\n";
        let errors = [1, 2, 3].map(|number| format!("[error.{number}]\n{FACTS}"));
        let mut are_read = 0;
        for (one, two) in parts.iter().flat_map(|one| parts.iter().map(move |two| (one, two))) {
            for at in 0..15 {
                let mut all = [head, body, &errors[0], &errors[1], &errors[2]].map(str::to_owned);
                all[at % 5] += one;
                all[at / 3] += two;
                let text = all.concat();
                if let Some(lock) = read_by(40, &text) {
                    are_read += 1;
                    assert_eq!(Some(lock), whole(&text), "{text}");
                }
            }
        }
        assert!(are_read > 300, "{are_read}");
    }
}
