//! Strings and keys in TOML: one canonical way for each text.

use std::fmt::{self, Write as _};

/// A key: bare if it can be.
pub(crate) struct Key<'t>(pub(crate) &'t str);

impl fmt::Display for Key<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(key) = self;
        let is_bare = !key.is_empty()
            && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'));
        if is_bare { f.write_str(key) } else { write_line(key, f) }
    }
}

/// A string on one line, or in lines of its own between `'''`.
pub(crate) struct Text<'t>(pub(crate) &'t str);

impl fmt::Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(text) = self;
        let is_multiline = text.contains('\n')
            && !text.contains("'''")
            && !text.ends_with('\'')
            && !text.chars().any(needs_escape)
            && !has_marker(text);
        if is_multiline { write!(f, "'''\n{text}'''") } else { write_line(text, f) }
    }
}

/// Writes a string without escapes, if a quote or backslash would need one.
fn write_line(text: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    // Most texts are as they are.
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~') && !matches!(byte, b'"' | b'\\')) {
        return write!(f, "\"{text}\"");
    }
    let is_literal =
        text.contains(['"', '\\']) && !text.contains(['\n', '\'']) && !text.chars().any(needs_escape);
    if is_literal { write!(f, "'{text}'") } else { write_escaped(text, f) }
}

/// Whether a line could be taken for one that git writes around a conflict.
fn has_marker(text: &str) -> bool {
    text.lines()
        .any(|line| ["<<<<<<<", "|||||||", "=======", ">>>>>>>"].iter().any(|mark| line.starts_with(mark)))
}

/// What a reader of the file would not see, or TOML does not allow.
fn needs_escape(c: char) -> bool {
    (c.is_control() && c != '\n')
        || matches!(c, '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

fn write_escaped(text: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.write_char('"')?;
    for c in text.chars() {
        match c {
            '"' => f.write_str("\\\"")?,
            '\\' => f.write_str("\\\\")?,
            '\n' => f.write_str("\\n")?,
            '\r' => f.write_str("\\r")?,
            '\t' => f.write_str("\\t")?,
            _ if needs_escape(c) => write!(f, "\\u{:04X}", u32::from(c))?,
            _ => f.write_char(c)?,
        }
    }
    f.write_char('"')
}
