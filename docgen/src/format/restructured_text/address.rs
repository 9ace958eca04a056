//! Values in addresses: of links, and of targets.

use crate::format::percent_encode;

/// What would end an address is percent-encoded (RFC 3986 §2.1), what would be markup is escaped.
pub(super) fn escape(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    for c in address.chars() {
        match c {
            c if super::text::is_break(c) || c == '\t' => {}
            '<' | '>' | '`' | '"' => percent_encode(c, &mut out),
            c if c.is_whitespace() => percent_encode(c, &mut out),
            '\\' | '*' | '|' => out.extend(['\\', c]),
            _ => out.push(c),
        }
    }
    // At the end, it would make a reference of the address.
    if out.ends_with('_') {
        out.insert(out.len() - 1, '\\');
    }
    out
}

/// Whether an address is a link as it stands.
pub(super) fn is_plain(address: &str) -> bool {
    let is_plain = |c: char| {
        c.is_ascii_alphanumeric() || matches!(c, ':' | '/' | '.' | '#' | '?' | '=' | '&' | '%' | '-')
    };
    (address.starts_with("https://") || address.starts_with("http://"))
        && address.chars().all(is_plain)
        && address.ends_with(|c: char| c.is_ascii_alphanumeric() || c == '/')
}
