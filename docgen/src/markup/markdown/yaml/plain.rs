//! Scalars without quotes (YAML 1.2 §7.3.3): where they end, and which are read as the text that they are.

use std::fmt::Write as _;
use std::ops::RangeInclusive;

/// A text between double quotes.
pub(super) fn double_quoted(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    for c in value.chars() {
        match c {
            '\\' | '"' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            // Writing to a `String` cannot fail.
            c if is_special(c) => drop(write!(out, "\\u{:04X}", u32::from(c))),
            c => out.push(c),
        }
    }
    out
}

/// Whether a character is a break or a blank to some readers, or may not be in YAML at all.
fn is_special(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

/// Whether a character has a meaning between brackets.
pub(super) fn is_flow(c: char) -> bool {
    matches!(c, ',' | '[' | ']' | '{' | '}')
}

/// Whether a sign in front of this stands alone.
pub(super) fn ends_word(next: Option<char>, in_flow: bool) -> bool {
    next.is_none_or(|c| matches!(c, ' ' | '\t' | '\r' | '\n') || (in_flow && is_flow(c)))
}

/// The sign that ends a scalar on this line, and where.
pub(super) fn end(line: &str, is_first: bool, in_flow: bool) -> Option<(usize, char)> {
    let mut before = if is_first { None } else { Some(' ') };
    let mut chars = line.char_indices();
    while let Some((at, c)) = chars.next() {
        let next = chars.as_str().chars().next();
        let ends = match c {
            '#' => matches!(before, Some(' ' | '\t')),
            ':' => ends_word(next, in_flow),
            c => in_flow && is_flow(c),
        };
        if ends {
            return Some((at, c));
        }
        before = Some(c);
    }
    None
}

/// Whose words a scalar has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Words {
    Author,
    /// It is one value.
    Value,
    Both,
}

/// Whether a text is itself without quotes. One value begins with no sign, even where it may; and what may be a number or a
/// truth of the template's is left one.
pub(super) fn is_exact(text: &str, words: Words, in_flow: bool) -> bool {
    let mut chars = text.chars();
    let begins = chars.next().is_some_and(|first| match first {
        c if words == Words::Value => c.is_alphanumeric() || matches!(c, '/' | '.' | '_' | '('),
        '-' | '?' | ':' => !ends_word(chars.next(), in_flow),
        c => !is_flow(c) && !matches!(c, '#' | '&' | '*' | '!' | '|' | '>' | '\'' | '"' | '%' | '@' | '`'),
    });
    let breaks = text.contains(": ")
        || text.contains(" #")
        || text.starts_with(' ')
        || text.ends_with([':', ' '])
        // Some readers take a dash in front of a bracket for an item.
        || (in_flow && (text.contains(is_flow) || text.ends_with(" -")))
        || text.contains(is_special);
    let is_text = words == Words::Author || !is_other(text);
    (begins && !breaks && is_text) || (words == Words::Value && is_fact(text))
}

/// Whether this is a whole number or a truth as a template prints it.
fn is_fact(text: &str) -> bool {
    matches!(text, "true" | "false" | "0")
        || text
            .strip_prefix('-')
            .unwrap_or(text)
            .strip_prefix(|c: char| matches!(c, '1'..='9'))
            .is_some_and(is_digits)
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|c| c.is_ascii_digit())
}

/// Words that are no text in YAML 1.1 or 1.2.
const WORDS: [&str; 13] =
    ["null", "~", "true", "false", "yes", "no", "on", "off", "y", "n", ".nan", "=", "<<"];

/// Whether a text without quotes is something else to a reader: a number, a time, …
fn is_other(text: &str) -> bool {
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    WORDS.iter().any(|word| text.eq_ignore_ascii_case(word))
        || unsigned.eq_ignore_ascii_case(".inf")
        || is_number(unsigned)
        || is_time(text)
}

/// Whether this is a number: to some readers also with `_` or `,` between digits, or with minutes of 60 seconds.
fn is_number(text: &str) -> bool {
    let prefixed = |prefixes: [&str; 2], radix| {
        let digits = prefixes.iter().find_map(|prefix| text.strip_prefix(prefix));
        digits.is_some_and(|digits| digits.chars().all(|c| c == '_' || c.is_digit(radix)))
    };
    if prefixed(["0x", "0X"], 16) || prefixed(["0o", "0O"], 8) || prefixed(["0b", "0B"], 2) {
        return true;
    }
    let (number, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let exponent = exponent.strip_prefix(['-', '+']).unwrap_or(exponent);
    number.starts_with(|c: char| c.is_ascii_digit() || c == '.')
        && number.contains(|c: char| c.is_ascii_digit())
        && number.chars().all(|c| c.is_ascii_digit() || matches!(c, '_' | ',' | ':' | '.'))
        && number.matches('.').count() < 2
        && !exponent.is_empty()
        && is_digits(exponent)
}

/// Whether this is a date, or one with a time.
fn is_time(text: &str) -> bool {
    let mut parts = text.splitn(3, '-');
    let (year, month, rest) = (parts.next(), parts.next(), parts.next().unwrap_or_default());
    let (day, time) = rest.split_at(rest.bytes().take_while(u8::is_ascii_digit).count());
    let is_short = |part: Option<&str>, length: RangeInclusive<usize>| {
        part.is_some_and(|part| length.contains(&part.len()) && is_digits(part))
    };
    is_short(year, 4..=4)
        && is_short(month, 1..=2)
        && is_short(Some(day), 1..=2)
        && (time.is_empty() || time.starts_with([' ', 't', 'T']))
        && time.bytes().all(|c| c.is_ascii_digit() || b" tTzZ:.+-".contains(&c))
}
