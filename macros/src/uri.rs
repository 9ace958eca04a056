//! Codes in addresses (RFC 3986): percent-encoded, or as words in lower case.

use std::fmt::Write as _;

/// Percent-encodes what is not a `pchar` (RFC 3986 §3.3), so that a code is one path segment or fragment.
pub fn push_encoded(out: &mut String, code: &str) {
    for c in code.chars() {
        if c.is_ascii_alphanumeric() || "-._~!$&'()*+,;=:@".contains(c) {
            out.push(c);
        } else {
            let mut utf8 = [0; 4];
            for byte in c.encode_utf8(&mut utf8).bytes() {
                // Writing to a `String` cannot fail.
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
}

/// The characters of a URI reference (RFC 3986 §2).
pub fn is_legal(c: char) -> bool {
    c.is_ascii_alphanumeric() || "-._~:/?#[]@!$&'()*+,;=%".contains(c)
}

/// Words in lower case, joined by `-`, as the filter `slug` of errbook-docgen makes them.
pub fn slug(code: &str) -> String {
    let mut slug = String::with_capacity(code.len() + 4);
    let mut before = '-';
    for c in code.chars() {
        if !c.is_alphanumeric() {
            before = '-';
            continue;
        }
        let begins_word = before == '-' || (c.is_uppercase() && before.is_lowercase());
        if begins_word && !slug.is_empty() {
            slug.push('-');
        }
        slug.extend(c.to_lowercase());
        before = c;
    }
    slug
}
