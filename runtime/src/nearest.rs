//! How far two names are apart, for messages about typos. Constants use it too.
//!
//! `macros/src/nearest.rs` has the same rule, since a macro cannot use this crate.

/// Longer names than this are not compared.
const LONGEST: usize = 127;

/// The known name with the fewest edits from another one, if they are few enough for a typo: one in three characters.
pub fn nearest<'k>(name: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let edits = |known: &'k str| (distance(name.as_bytes(), known.as_bytes()), known);
    let near = known.into_iter().map(edits).filter(|(edits, _)| *edits <= name.len().div_ceil(3));
    near.min_by_key(|(edits, _)| *edits).map(|(_, known)| known)
}

/// Levenshtein's distance in bytes, one row at a time.
pub(crate) const fn distance(from: &[u8], to: &[u8]) -> usize {
    if from.len() > LONGEST || to.len() > LONGEST {
        return usize::MAX;
    }
    let mut row = [0; LONGEST + 1];
    let mut at = 0;
    while at <= to.len() {
        row[at] = at;
        at += 1;
    }
    let mut i = 0;
    while i < from.len() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        let mut j = 0;
        while j < to.len() {
            let substituted = diagonal + (from[i] != to[j]) as usize;
            diagonal = row[j + 1];
            row[j + 1] = least(substituted, least(row[j], diagonal) + 1);
            j += 1;
        }
        i += 1;
    }
    row[to.len()]
}

const fn least(one: usize, other: usize) -> usize {
    if one < other { one } else { other }
}
