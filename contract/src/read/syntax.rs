//! From bytes to TOML: size, UTF-8, line endings, markers of git, and errors of the TOML reader.

use std::borrow::Cow;

use toml::Spanned;
use toml::de::DeTable;

use super::LARGEST;
use super::mistake::{LockErrors, place};

/// The text with `\n` as its line endings, which git may have changed on Windows.
pub(crate) fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, LockErrors> {
    if bytes.len() > LARGEST {
        return Err(LockErrors::one(1, 1, format!("the lock is larger than {} MiB", LARGEST / 1024 / 1024)));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let (line, column) = place(&String::from_utf8_lossy(before), before.len());
        LockErrors::one(line, column, "invalid UTF-8: save the file as UTF-8")
    })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    Ok(if text.contains('\r') { text.replace("\r\n", "\n").into() } else { text.into() })
}

/// The line of the first marker that git writes around a conflict.
pub(crate) fn conflict_marker(text: &str) -> Option<usize> {
    let markers = ["<<<<<<< ", ">>>>>>> "];
    // To look for them is faster than to look at each line.
    if !markers.iter().any(|marker| text.contains(marker)) {
        return None;
    }
    let is_marker = |line: &str| markers.iter().any(|marker| line.starts_with(marker));
    text.lines().position(is_marker).map(|at| at + 1)
}

/// The deepest nesting of keys, arrays and tables in a lock is five; a line has this many dots at most.
const MOST_DOTS: usize = 200;

/// The text as TOML.
pub(crate) fn table(text: &str) -> Result<Spanned<DeTable<'_>>, LockErrors> {
    check_keys(text)?;
    DeTable::parse(text).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start);
        let (line, column) = place(text, at);
        let mut message = error.message().to_owned();
        if message.contains("duplicate key") {
            if let Some(first) = first_of(text, line) {
                message = format!("duplicate key, which line {first} has too");
            }
        }
        LockErrors::one(line, column, message)
    })
}

/// Refuses keys with very many parts, whose tables would be nested as deeply.
fn check_keys(text: &str) -> Result<(), LockErrors> {
    for (at, line) in text.lines().enumerate() {
        let is_key =
            |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-' | b'[' | b' ');
        let key = line.bytes().take_while(|byte| is_key(*byte) || matches!(byte, b'"' | b'\''));
        if line.len() > MOST_DOTS && key.filter(|byte| *byte == b'.').count() > MOST_DOTS {
            return Err(LockErrors::one(at + 1, 1, "a key has too many parts"));
        }
    }
    Ok(())
}

/// The earlier line with the same table or the same key of one table.
fn first_of(text: &str, line: usize) -> Option<usize> {
    let lines: Vec<&str> = text.lines().take(line).collect();
    let (last, before) = lines.split_last()?;
    let last = last.trim();
    if last.starts_with('[') {
        return before.iter().position(|earlier| earlier.trim() == last).map(|at| at + 1);
    }
    let key = last.split('=').next()?.trim();
    let in_table = before.iter().rposition(|earlier| earlier.starts_with('[')).map_or(0, |at| at + 1);
    let is_same = |earlier: &&str| earlier.split('=').next().is_some_and(|other| other.trim() == key);
    before.iter().skip(in_table).position(is_same).map(|at| in_table + at + 1)
}
