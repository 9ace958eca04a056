//! Text as JSON strings (RFC 8259 §7), byte for byte as `serde_json` writes them, sixteen bytes at a time.

use std::fmt;

/// How many bytes are compared at once: most need no escape.
const TOGETHER: usize = 16;

/// Writes a whole string.
pub(crate) fn write(out: &mut Vec<u8>, text: &str) {
    out.reserve(text.len() + 2);
    out.push(b'"');
    escape(out, text.as_bytes());
    out.push(b'"');
}

#[inline]
fn escape(out: &mut Vec<u8>, text: &[u8]) {
    if is_short_and_plain(text) {
        out.extend_from_slice(text);
    } else {
        escape_any(out, text);
    }
}

/// Whether a text, such as most between the values of a message, is one of up to sixteen bytes without one to escape.
#[inline]
fn is_short_and_plain(text: &[u8]) -> bool {
    // The two halves overlap, unless all bytes are needed.
    match text.len() {
        8..=16 => halves::<8>(text).is_some_and(|[first, last]| {
            !has_special(u64::from_ne_bytes(first)) && !has_special(u64::from_ne_bytes(last))
        }),
        4..8 => halves::<4>(text).is_some_and(|[first, last]| {
            let (first, last) = (u32::from_ne_bytes(first), u32::from_ne_bytes(last));
            !has_special(u64::from(first) << 32 | u64::from(last))
        }),
        0..4 => plain(text) == text.len(),
        _ => false,
    }
}

fn halves<const LENGTH: usize>(text: &[u8]) -> Option<[[u8; LENGTH]; 2]> {
    Some([*text.first_chunk()?, *text.last_chunk()?])
}

/// Whether one of eight bytes must be escaped.
const fn has_special(bytes: u64) -> bool {
    const ONES: u64 = u64::from_ne_bytes([1; 8]);
    const HIGH: u64 = u64::from_ne_bytes([0x80; 8]);
    // A byte that is too small borrows its high bit. Bytes that had it are not ASCII, and plain.
    const fn has_less(bytes: u64, than: u64) -> u64 {
        bytes.wrapping_sub(ONES * than) & !bytes & HIGH
    }
    has_less(bytes, b' ' as u64)
        | has_less(bytes ^ (ONES * b'"' as u64), 1)
        | has_less(bytes ^ (ONES * b'\\' as u64), 1)
        != 0
}

#[inline(never)]
fn escape_any(out: &mut Vec<u8>, text: &[u8]) {
    let mut rest = text;
    while let Some((bytes, after)) = rest.split_first_chunk::<TOGETHER>() {
        out.extend_from_slice(bytes);
        if has_special_of(bytes) {
            let at = plain(bytes);
            out.truncate(out.len() - (TOGETHER - at));
            rest = special(out, &rest[at..]);
        } else {
            rest = after;
        }
    }
    while !rest.is_empty() {
        let (bytes, after) = rest.split_at(plain(rest));
        out.extend_from_slice(bytes);
        rest = special(out, after);
    }
}

/// Whether one of these bytes must be escaped.
fn has_special_of(bytes: &[u8; TOGETHER]) -> bool {
    bytes.iter().fold(false, |found, byte| found | is_special(*byte))
}

/// The number of bytes before the first that must be escaped.
fn plain(bytes: &[u8]) -> usize {
    bytes.iter().position(|byte| ESCAPES[usize::from(*byte)] != 0).unwrap_or(bytes.len())
}

/// Escapes the first byte, if there is one, and returns the rest.
fn special<'t>(out: &mut Vec<u8>, text: &'t [u8]) -> &'t [u8] {
    let Some((&byte, rest)) = text.split_first() else { return text };
    match ESCAPES[usize::from(byte)] {
        b'u' => {
            let digit = |digit: u8| b"0123456789abcdef"[usize::from(digit)];
            out.extend_from_slice(&[b'\\', b'u', b'0', b'0', digit(byte >> 4), digit(byte & 15)]);
        }
        letter => out.extend_from_slice(&[b'\\', letter]),
    }
    rest
}

const fn is_special(byte: u8) -> bool {
    byte < b' ' || byte == b'"' || byte == b'\\'
}

/// The letter after the backslash; 0 for a byte that needs no escape.
const ESCAPES: [u8; 256] = {
    let mut escapes = [0; 256];
    let mut control = 0;
    while control < b' ' as usize {
        escapes[control] = b'u';
        control += 1;
    }
    escapes[b'"' as usize] = b'"';
    escapes[b'\\' as usize] = b'\\';
    escapes[b'\x08' as usize] = b'b';
    escapes[b'\t' as usize] = b't';
    escapes[b'\n' as usize] = b'n';
    escapes[b'\x0c' as usize] = b'f';
    escapes[b'\r' as usize] = b'r';
    escapes
};

/// The inside of a string, written in parts, for [`escape_from`]: most need no escape as a whole.
pub(crate) struct Unescaped<'o>(pub(crate) &'o mut Vec<u8>);

impl fmt::Write for Unescaped<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0.extend_from_slice(text.as_bytes());
        Ok(())
    }
}

/// Escapes what was written from here on.
pub(crate) fn escape_from(out: &mut Vec<u8>, start: usize) {
    let mut rest = &out[start..];
    while let Some((bytes, after)) = rest.split_first_chunk() {
        if has_special_of(bytes) {
            break;
        }
        rest = after;
    }
    if !is_short_and_plain(rest) {
        let rest = out.split_off(out.len() - rest.len());
        escape_any(out, &rest);
    }
}
