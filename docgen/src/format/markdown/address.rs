//! Values in addresses: the destination of a link, its title, and what stands between `<` and `>`.

use super::Flavour;
use crate::ast::is_safe_address;
use crate::format::{html, percent_encode};

/// What would end a destination or be read as markup is percent-encoded (RFC 3986 §2.1).
pub(super) fn escape(value: &str) -> String {
    let value = value.replace(['\n', '\t'], "");
    let value = if is_safe_address(&value) { value } else { value.replacen(':', "%3A", 1) };
    let mut out = String::with_capacity(value.len());
    for (at, c) in value.char_indices() {
        match c {
            '&' if is_reference(value.get(at + 1..).unwrap_or_default()) => out.push_str("&amp;"),
            ' ' | '"' | '\'' | '(' | ')' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}' => {
                percent_encode(c, &mut out);
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
pub(super) fn title(value: &str, quote: char, flavour: Flavour) -> String {
    if flavour == Flavour::MkDocs {
        // A backslash is text there, and `$` and `{` are markup.
        return html::attribute(value);
    }
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

/// Whether an address or a mail address may be between `<` and `>` (`CommonMark` §6.5).
pub(super) fn is_autolink(address: &str) -> bool {
    let is_plain = |c: char| c.is_ascii_graphic() && !"<>|\\`&*_[]{}\"^~".contains(c);
    let scheme = address.split_once(':').map(|(scheme, _)| scheme);
    let is_scheme = scheme.is_some_and(|scheme| {
        (2..=32).contains(&scheme.len())
            && scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+.-".contains(c))
    });
    let is_mail = address.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty()
            && !host.is_empty()
            && name.chars().chain(host.chars()).all(|c| c.is_ascii_alphanumeric() || ".-".contains(c))
            && host.starts_with(|c: char| c.is_ascii_alphanumeric())
            && host.ends_with(|c: char| c.is_ascii_alphanumeric())
    });
    address.chars().all(is_plain) && (is_scheme || is_mail)
}
