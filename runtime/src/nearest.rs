//! How far two names are apart, for messages about typos. Constants use it too.

/// Longer names than this are not compared.
const LONGEST: usize = 63;

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
