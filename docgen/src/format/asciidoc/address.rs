//! Values in addresses: behind `https://`, `link:`, `image:`, and the addresses of Markdown's links.

use super::text::{ends_with_macro, reference};
use crate::format::percent_encode;

/// What would end an address or be read as markup is percent-encoded (RFC 3986 §2.1).
pub(super) fn escape(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    let mut chars = value.trim().chars().peekable();
    let mut before = None;
    while let Some(c) = chars.next() {
        let next = chars.peek().copied();
        let is_plain = match c {
            '\n' | '\t' => continue,
            '_' => is_word(before) && is_word(next),
            // Of a whole address, the first one begins the fragment.
            '#' => (is_word(before) && is_word(next)) || (out.contains("://") && !out.contains('#')),
            '-' | '.' => before != Some(c) && next.is_some(),
            ':' => !ends_with_macro(&out),
            _ => {
                !is_sign(c) && !matches!(c, '(' | ')' | '*' | '+' | ',' | '@' | '\'' | '^' | '{' | '}' | '~')
            }
        };
        if is_plain {
            out.push(c);
        } else {
            percent_encode(c, &mut out);
        }
        before = Some(c);
    }
    out
}

/// The address of a macro whose brackets follow: what a browser does not take for the same thing percent-encoded is a reference.
pub(super) fn target(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    let mut chars = address.chars().peekable();
    let mut before = None;
    while let Some(c) = chars.next() {
        let next = chars.peek().copied();
        let is_reference = match c {
            '_' | '#' | '+' | '*' => !(is_word(before) && is_word(next)),
            '-' | '.' | '$' => before == Some(c),
            ':' => before == Some(c) || ends_with_macro(&out),
            '&' => next.is_some_and(|c| c.is_ascii_alphanumeric()),
            _ => matches!(c, '\'' | '^' | '~' | '{' | '(' | ')' | '@'),
        };
        match c {
            _ if is_sign(c) => percent_encode(c, &mut out),
            _ if is_reference => out.push_str(&reference(c)),
            _ => out.push(c),
        }
        before = Some(c);
    }
    out
}

/// What no address has in it (RFC 3986 §2).
fn is_sign(c: char) -> bool {
    c.is_whitespace() || matches!(c, '"' | '<' | '>' | '[' | ']' | '\\' | '|' | '`')
}

fn is_word(c: Option<char>) -> bool {
    c.is_some_and(char::is_alphanumeric)
}
