//! The text of an author with a hole for each value, and values as they are.

use std::borrow::Cow;

use super::{Piece, source};

/// Stands for a value; to a parser it is a letter. Unicode keeps it for a program's own use.
pub(super) const HOLE: char = '\u{FDD0}';

/// The author's text with holes, and the values for them.
///
/// A value without letters makes no hole, and signs right around it, which would be an empty code span, are left out.
pub(super) fn dig<'p>(pieces: &[Piece<'p>], signs: &[char]) -> (String, Vec<Piece<'p>>) {
    let mut text = String::new();
    let mut values = Vec::new();
    let mut skip = 0;
    for (at, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Author(author) => {
                text.push_str(author.get(skip..).unwrap_or_default());
                skip = 0;
            }
            value if plain(*value).trim().is_empty() && behind(pieces, at, &text, signs) > 0 => {
                skip = behind(pieces, at, &text, signs);
                text.truncate(text.len() - skip);
                text.push_str(if value.is_empty() { "" } else { " " });
            }
            value if value.is_empty() => {}
            value => {
                text.push(HOLE);
                values.push(*value);
            }
        }
    }
    (text, values)
}

fn behind(pieces: &[Piece<'_>], at: usize, before: &str, signs: &[char]) -> usize {
    match pieces.get(at + 1) {
        Some(Piece::Author(behind)) => signs_around(before, behind, signs),
        _ => 0,
    }
}

/// How long the signs are that open in front and close behind.
fn signs_around(before: &str, behind: &str, signs: &[char]) -> usize {
    let open = before.get(before.trim_end_matches(signs).len()..).unwrap_or_default();
    let closed = behind.get(..behind.len() - behind.trim_start_matches(signs).len()).unwrap_or_default();
    if open.is_empty() || !open.chars().rev().eq(closed.chars()) {
        return 0;
    }
    let line = before.rsplit('\n').next().unwrap_or_default();
    let earlier = line.get(..line.len() - open.len()).unwrap_or_default();
    // What stands in front may as well close the markup before.
    if earlier.matches(open).count() % 2 == 0 { open.len() } else { 0 }
}

/// A value as text.
pub(super) fn plain(value: Piece<'_>) -> Cow<'_, str> {
    match value {
        Piece::Markdown(source) => source::plain(source).into(),
        Piece::Author(text) | Piece::Text(text) | Piece::Code(text) => text.into(),
    }
}

/// The text with the values in its holes, as they are.
pub(super) fn filled<'p>(text: &str, values: &mut (impl Iterator<Item = Piece<'p>> + ?Sized)) -> String {
    filled_with(text, values, plain)
}

/// The text with the values in its holes, written like this.
pub(super) fn filled_with<'p, W: AsRef<str>>(
    text: &str,
    values: &mut (impl Iterator<Item = Piece<'p>> + ?Sized),
    write: impl Fn(Piece<'p>) -> W,
) -> String {
    let mut parts = text.split(HOLE);
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        if let Some(value) = values.next() {
            out.push_str(write(value).as_ref());
        }
        out.push_str(part);
    }
    out
}
