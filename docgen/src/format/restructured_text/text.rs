//! Plain text in prose: a backslash before what would be markup, and before nothing else, so that pages stay readable.

use crate::ast::HOLE;

/// A place in prose.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Spot {
    /// The character in front, or a hole; nothing at the start of a line.
    pub(super) before: Option<char>,
    pub(super) after: Option<char>,
    /// Where markup could begin a block.
    pub(super) begins_line: bool,
    pub(super) within: Within,
}

/// What a place is in.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) enum Within {
    #[default]
    Prose,
    /// Single backticks.
    Role,
    /// The term of a definition, in which ` : ` begins a classifier.
    Term,
}

/// The text in a paragraph, a heading or a cell. It has no line breaks.
pub(super) fn escape(text: &str, spot: &Spot) -> String {
    let begins = spot.begins_line && spot.before.is_none_or(char::is_whitespace);
    let text = if begins { text.trim_start_matches([' ', '\t', '\n']) } else { text };
    let hostile = spot.begins_line && begins_block(text);
    let mut out = String::with_capacity(text.len() + 8);
    // docutils strips spaces at the ends, and reads a line of backslashes as a rule. An escaped space, which it removes, prevents both.
    let is_stripped =
        begins && (text.starts_with(char::is_whitespace) || (text.starts_with("\\\\") && is_line(text)));
    out.push_str(if is_stripped { "\\ " } else { "" });
    let mut before = None;
    for (at, c) in text.char_indices() {
        let rest = text.get(at + c.len_utf8()..).unwrap_or_default();
        if (at == 0 && hostile) || is_markup(before, c, rest, spot) {
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

/// Whether docutils ends a line here, as `splitlines` of Python does.
pub(super) fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\u{2028}' | '\u{2029}')
}

/// Whether a character would be markup between its neighbours.
fn is_markup(before: Option<char>, c: char, rest: &str, spot: &Spot) -> bool {
    let next = rest.chars().next();
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let is_blank = |c: Option<char>| c == Some(' ');
    let is_apart = |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || c == HOLE);
    match c {
        '\\' => true,
        '*' | '`' | '_' | '|' => {
            let stands_free = is_blank(before) && is_blank(next) && spot.within != Within::Role;
            let is_in_word = is_word(before) && is_word(next);
            !is_in_word && !stands_free
        }
        ':' => {
            let is_classifier = is_apart(before.or(spot.before)) && is_apart(next.or(spot.after));
            let ends_paragraph = before == Some(':') && rest.trim().is_empty();
            ends_paragraph || (spot.within == Within::Term && is_classifier)
        }
        '<' | '>' => spot.within == Within::Role,
        _ => false,
    }
}

/// Whether a text would begin a block, or be the line under a title.
fn begins_block(text: &str) -> bool {
    let mut chars = text.chars();
    let Some(first) = chars.next() else { return false };
    let next = chars.next();
    let ends = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    match first {
        // These are escaped at the start of a text anyway.
        '*' | '`' | '_' | '|' | '\\' => false,
        '-' | '+' if is_digit(next) => !is_digit(chars.next()),
        // A page that begins with U+FEFF has none.
        '-' | '+' | '=' | '/' | '\u{feff}' => true,
        '\u{2022}' | '\u{2023}' | '\u{2043}' => ends(next),
        ':' => text.get(1..).is_some_and(|rest| rest.contains(':')) || ends(next),
        '.' => next == Some('.') || ends(next),
        '>' => next == Some('>') || ends(next),
        _ => is_enumerator(text) || is_line(text),
    }
}

/// Whether a text is one sign, repeated.
fn is_line(text: &str) -> bool {
    let first = text.chars().next();
    first.is_some_and(|first| first.is_ascii_punctuation() && text.trim_end().chars().all(|c| c == first))
}

/// Whether a text begins with `1.`, `a)`, `(iv)` or `#.`.
fn is_enumerator(text: &str) -> bool {
    let inside = text.strip_prefix('(').unwrap_or(text);
    let Some((word, behind)) = inside.split_once(['.', ')']) else { return false };
    let is_of = |digits: &str| word.chars().all(|c| digits.contains(c));
    let is_letter = word.len() == 1 && word.starts_with(|c: char| c.is_alphanumeric() || c == '#');
    let is_number = is_letter || is_of("0123456789") || is_of("ivxlcdm") || is_of("IVXLCDM");
    !word.is_empty() && is_number && behind.chars().next().is_none_or(char::is_whitespace)
}
