//! Values in addresses: the destination of a link, its title, and what stands between `<` and `>`.

use std::fmt::Write as _;

/// What would end a destination or be read as markup is percent-encoded (RFC 3986 §2.1).
pub(super) fn escape(value: &str) -> String {
    let value = value.replace(['\n', '\t'], "");
    let mut out = String::with_capacity(value.len());
    for (at, c) in value.char_indices() {
        match c {
            '&' if is_reference(value.get(at + 1..).unwrap_or_default()) => out.push_str("&amp;"),
            ' ' | '"' | '\'' | '(' | ')' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}' => {
                // Writing to a `String` cannot fail.
                let _ = write!(out, "%{:02X}", u32::from(c));
            }
            _ => out.push(c),
        }
    }
    out
}

/// Whether `&` in front of it would make a character of it (HTML has no longer name than 31 letters).
fn is_reference(text: &str) -> bool {
    let name = text.bytes().take(33).take_while(|c| c.is_ascii_alphanumeric() || *c == b'#').count();
    text.get(name..).is_none_or(|behind| behind.is_empty() || behind.starts_with(';'))
}

/// The address in `<https://example.com>`, where nothing is escaped.
pub(super) fn autolink(value: &str) -> String {
    escape(value).replace("&amp;", "&")
}

/// The title of a link, between such quotes (`CommonMark` §6.3).
pub(super) fn title(value: &str, quote: char) -> String {
    let mut out = String::with_capacity(value.len());
    for c in value.chars() {
        match c {
            '\n' => out.push_str("&#10;"),
            '&' => out.push_str("&amp;"),
            '\\' | '<' | '|' | '(' | ')' => out.extend(['\\', c]),
            _ if c == quote => out.extend(['\\', c]),
            _ => out.push(c),
        }
    }
    out
}
