//! Text of a lock for a terminal: control characters, and those that change the direction of text, are escaped.

use std::fmt;

pub(crate) struct Visible<'t>(&'t str);

pub(crate) fn visible(text: &str) -> Visible<'_> {
    Visible(text)
}

impl fmt::Display for Visible<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use fmt::Write as _;
        self.0.chars().try_for_each(|c| match c {
            '\n' => f.write_char(' '),
            c if is_control(c) => write!(f, "{}", c.escape_unicode()),
            c => f.write_char(c),
        })
    }
}

/// Whether a terminal interprets the character instead of showing it: control characters, and those of the direction of text.
pub fn is_control(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}'
        )
}
