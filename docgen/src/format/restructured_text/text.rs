//! Plain text in prose: a backslash before each sign that could be markup.

use crate::ast::{BLANKS, HOLE, is_safe_address};
use crate::format::spot::Spot;

/// The text in a paragraph, a heading or a cell. It has no line breaks.
pub(super) fn escape(text: &str, spot: &Spot) -> String {
    let begins = spot.begins_line && spot.before.is_none_or(char::is_whitespace);
    let text = if begins { text.trim_start_matches(BLANKS) } else { text };
    let is_marker = || spot.with_sign(text).is_some_and(|text| is_enumerator(&text));
    let hostile = spot.begins_line && (begins_block(text) || is_marker());
    let mut out = String::with_capacity(text.len() + 8);
    // docutils strips spaces at the ends, and reads a line of backslashes as a rule. An escaped space, which it removes, prevents both.
    let is_stripped = (spot.begins_line && text.starts_with(char::is_whitespace))
        || (begins && text.starts_with("\\\\") && is_line(text));
    out.push_str(if is_stripped { "\\ " } else { "" });
    let mut before = None;
    for (at, c) in text.char_indices() {
        let rest = text.get(at + c.len_utf8()..).unwrap_or_default();
        let runs = c == ':' && ends_with_script(text.get(..=at).unwrap_or_default());
        if (at == 0 && hostile) || runs || is_markup(before, c, rest, spot) {
            out.push('\\');
        }
        out.push(if is_break(c) || c == '\t' { ' ' } else { c });
        before = Some(c);
    }
    if before.is_some_and(|c| c.is_whitespace() && !c.is_ascii()) && spot.after.is_none() {
        out.push('\\');
    }
    out
}

/// Whether docutils, which makes a link of each address, would make one that runs a script.
fn ends_with_script(text: &str) -> bool {
    let mut words = text.rsplit(|c: char| !c.is_alphanumeric() && c != ':');
    words.next().is_some_and(|address| !is_safe_address(address))
}

/// Whether docutils ends a line here, as `splitlines` of Python does.
pub(super) fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\u{2028}' | '\u{2029}')
}

/// Whether a character would be markup between its neighbours.
fn is_markup(before: Option<char>, c: char, rest: &str, spot: &Spot) -> bool {
    let next = rest.chars().next();
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let is_apart = |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || c == HOLE);
    match c {
        // Between the signs of a link, `<` begins its address.
        '\\' | '<' | '>' => true,
        '*' | '`' | '_' | '|' => !(is_word(before) && is_word(next)),
        // In a term, it begins a classifier; behind another one, it ends a paragraph.
        ':' if before == Some(':') => rest.trim().is_empty(),
        ':' => is_apart(before.or(spot.before)) && is_apart(next.or(spot.after)),
        _ => false,
    }
}

/// Whether a text could begin a block, or be the line under a title.
fn begins_block(text: &str) -> bool {
    // A page that begins with U+FEFF has none.
    let is_sign =
        |c: char| c.is_ascii_punctuation() || matches!(c, '\u{2022}' | '\u{2023}' | '\u{2043}' | '\u{feff}');
    // With one digit, it would be an option.
    let is_number = text.strip_prefix('-').is_some_and(|rest| rest.len() > 1 && rest.parse::<u64>().is_ok());
    (text.starts_with(is_sign) && !is_number) || is_enumerator(text)
}

/// Whether a text is one sign, repeated.
fn is_line(text: &str) -> bool {
    let first = text.chars().next();
    first.is_some_and(|first| first.is_ascii_punctuation() && text.trim_end().chars().all(|c| c == first))
}

/// Whether a text begins with `1.`, `a)` or `iv.`; other ones begin with a sign.
fn is_enumerator(text: &str) -> bool {
    let Some((word, behind)) = text.split_once(['.', ')']) else { return false };
    let is_number = |c: char| c.is_ascii_digit() || "ivxlcdmIVXLCDM".contains(c);
    (word.chars().count() == 1 || (!word.is_empty() && word.chars().all(is_number)))
        && behind.chars().next().is_none_or(char::is_whitespace)
}
