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

fn escape(out: &mut Vec<u8>, text: &[u8]) {
    let mut rest = text;
    while let Some((bytes, after)) = rest.split_first_chunk::<TOGETHER>() {
        out.extend_from_slice(bytes);
        if bytes.iter().fold(false, |found, byte| found | is_special(*byte)) {
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

/// The inside of a string, written in parts.
pub(crate) struct Escaped<'o>(pub(crate) &'o mut Vec<u8>);

impl fmt::Write for Escaped<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        escape(self.0, text.as_bytes());
        Ok(())
    }
}
