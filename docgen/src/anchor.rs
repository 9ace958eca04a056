//! The one rule for anchors: that of an error is its code. An anchor has no spaces (HTML Standard §3.2.6).

use crate::template::holdable;

/// The anchor of an error with this code, to which `docs_url = "…#{code}"` leads.
pub(crate) fn anchor(code: &str) -> String {
    holdable(code).split_whitespace().collect::<Vec<_>>().join("-")
}

/// The fragment of an address that leads to an id, percent-encoded (RFC 3986 §3.5).
pub(crate) fn fragment(id: &str) -> String {
    encoded(id, "-._~!$()*+,;=:@/?")
}

/// A text with all but letters, digits and these signs percent-encoded (RFC 3986 §2.1).
pub(crate) fn encoded(text: &str, signs: &str) -> String {
    let encode = |byte: u8| match char::from(byte) {
        c if c.is_ascii_alphanumeric() || signs.contains(c) => c.to_string(),
        _ => format!("%{byte:02X}"),
    };
    text.bytes().map(encode).collect()
}
