//! Strings and keys in TOML: one canonical way for each text.

use std::fmt::Write as _;

/// A key: bare if it can be.
pub(crate) fn key(key: &str) -> String {
    let is_bare = !key.is_empty()
        && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'));
    if is_bare { key.to_owned() } else { one_line(key) }
}

/// A string on one line, or in lines of its own between `'''`.
pub(crate) fn string(text: &str) -> String {
    let is_plain = !text.chars().any(needs_escape);
    if is_plain && text.contains('\n') && !text.contains("'''") && !text.ends_with('\'') && !has_marker(text)
    {
        return format!("'''\n{text}'''");
    }
    one_line(text)
}

/// A string without escapes, if a quote or backslash would need one.
fn one_line(text: &str) -> String {
    let is_literal =
        text.contains(['"', '\\']) && !text.contains(['\n', '\'']) && !text.chars().any(needs_escape);
    if is_literal { format!("'{text}'") } else { basic(text) }
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

fn basic(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            _ if needs_escape(c) => {
                // Writing to a `String` cannot fail.
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            _ => out.push(c),
        }
    }
    out.push('"');
    out
}
