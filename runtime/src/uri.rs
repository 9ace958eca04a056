//! URI references (RFC 3986): what one cannot have is percent-encoded.

mod grammar;

use std::borrow::Cow;

use self::grammar::Parts;
pub(crate) use self::grammar::{is_plain, push_encoded};

/// The text as a URI reference: itself, if it is one already.
///
/// What comes from a request may hold anything. Valid escapes are kept, and a percent sign that is not one is escaped.
pub(crate) fn encode(text: Cow<'_, str>) -> Cow<'_, str> {
    if text.bytes().all(|byte| PLAIN[usize::from(byte)]) {
        return text;
    }
    let parts = Parts::of(&text);
    if text.char_indices().all(|(at, c)| parts.allow(&text, at, c)) {
        return text;
    }
    let mut out = String::with_capacity(text.len() + 16);
    for (at, c) in text.char_indices() {
        if parts.allow(&text, at, c) {
            out.push(c);
        } else {
            push_encoded(&mut out, c);
        }
    }
    Cow::Owned(out)
}

/// The bytes that are allowed everywhere: most references have no others.
const PLAIN: [bool; 256] = {
    let mut plain = [false; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        plain[byte as usize] = is_plain(byte as char) || matches!(byte, b'/' | b'?');
        byte += 1;
    }
    plain
};
