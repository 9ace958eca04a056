//! URI references (RFC 3986): what one cannot have is percent-encoded.

use std::borrow::Cow;
use std::fmt::Write as _;

/// The text as a URI reference: itself, if it is one already.
///
/// What comes from a request may hold anything. Valid escapes are kept, and a percent sign that is not one is escaped.
pub(crate) fn encode(text: Cow<'_, str>) -> Cow<'_, str> {
    if text.bytes().all(|byte| PLAIN[usize::from(byte)]) {
        return text;
    }
    let mut parts = Parts::default();
    if text.char_indices().all(|(at, c)| parts.allow(&text, at, c)) {
        return text;
    }
    let mut parts = Parts::default();
    let mut out = String::with_capacity(text.len() + 16);
    for (at, c) in text.char_indices() {
        if parts.allow(&text, at, c) {
            out.push(c);
            continue;
        }
        for byte in c.encode_utf8(&mut [0; 4]).bytes() {
            // Writing to a `String` cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    Cow::Owned(out)
}

/// The bytes that are allowed everywhere: most references have no others.
const PLAIN: [bool; 256] = {
    let mut plain = [false; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        plain[byte as usize] = byte.is_ascii_alphanumeric();
        byte += 1;
    }
    let mut marks: &[u8] = b"-._~:/?@!$&'()*+,;=";
    while let [mark, rest @ ..] = marks {
        plain[*mark as usize] = true;
        marks = rest;
    }
    plain
};

/// Which part of the reference has been reached.
#[derive(Default)]
struct Parts {
    /// After the first `#`: a second one is not allowed.
    fragment: bool,
}

impl Parts {
    /// Whether the character may stand at this place (RFC 3986 §3 and appendix A).
    fn allow(&mut self, text: &str, at: usize, c: char) -> bool {
        match c {
            '%' => {
                text.as_bytes().get(at + 1..at + 3).is_some_and(|hex| hex.iter().all(u8::is_ascii_hexdigit))
            }
            '#' => !std::mem::replace(&mut self.fragment, true),
            '[' | ']' => is_host(text, at),
            _ => c.is_ascii() && PLAIN[c as usize],
        }
    }
}

/// Whether this place is in an authority, whose host may be an IP address in brackets (RFC 3986 §3.2.2).
fn is_host(text: &str, at: usize) -> bool {
    let Some(start) = text.find("//").map(|slashes| slashes + 2) else { return false };
    let scheme = &text[..start - 2];
    let is_scheme = scheme.is_empty() || scheme.ends_with(':') && !scheme.contains(['/', '?', '#']);
    let end = text[start..].find(['/', '?', '#']).map_or(text.len(), |length| start + length);
    is_scheme && (start..end).contains(&at)
}
