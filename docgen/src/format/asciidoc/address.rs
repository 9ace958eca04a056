//! Values in addresses: behind `https://`, `link:`, `image:`, and the addresses of Markdown's links.

use super::text::reference;
use crate::format::percent_encode;

/// What would end an address or be read as markup is percent-encoded (RFC 3986 §2.1).
pub(super) fn escape(value: &str) -> String {
    written(value.trim(), percent_encode)
}

/// The address of a macro whose brackets follow: what a browser does not take for the same thing percent-encoded is a reference.
pub(super) fn target(address: &str) -> String {
    written(address, |c, out| out.push_str(&reference(c)))
}

fn written(address: &str, encode: impl Fn(char, &mut String)) -> String {
    let mut out = String::with_capacity(address.len());
    let mut chars = address.chars().peekable();
    let mut before = None;
    while let Some(c) = chars.next() {
        let next = chars.peek().copied();
        let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        match c {
            '\n' | '\t' => continue,
            // What no address has in it (RFC 3986 §2).
            '"' | '<' | '>' | '[' | ']' | '\\' | '|' | '`' => percent_encode(c, &mut out),
            _ if c.is_whitespace() => percent_encode(c, &mut out),
            '/' | '?' | '=' | '%' | '&' => out.push(c),
            ':' if next == Some('/') => out.push(c),
            // Of a whole address, the first one begins the fragment.
            '#' if out.contains("://") && !out.contains('#') => out.push(c),
            '_' | '#' | '-' | '.' if is_word(before) && is_word(next) => out.push(c),
            _ if c.is_ascii_punctuation() => encode(c, &mut out),
            _ => out.push(c),
        }
        before = Some(c);
    }
    out
}
