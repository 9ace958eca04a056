//! Texts for a terminal: characters that it would interpret are escaped.

use std::borrow::Cow;

/// Whether a character changes what a terminal shows of others: control characters, and those of text direction.
pub(crate) fn is_unsafe(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{61c}')
}

/// The text on one line, with unsafe characters escaped.
pub(crate) fn visible(text: &str) -> Cow<'_, str> {
    escaped(text, is_unsafe)
}

/// The text with unsafe characters escaped, on as many lines as it has.
pub(crate) fn visible_lines(text: &str) -> Cow<'_, str> {
    escaped(text, |c| is_unsafe(c) && !matches!(c, '\n' | '\t'))
}

fn escaped(text: &str, is_escaped: impl Fn(char) -> bool) -> Cow<'_, str> {
    if !text.contains(&is_escaped) {
        return Cow::Borrowed(text);
    }
    let escape = |c: char| if is_escaped(c) { c.escape_unicode().to_string() } else { c.to_string() };
    Cow::Owned(text.chars().map(escape).collect())
}
