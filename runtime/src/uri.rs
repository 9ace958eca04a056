//! URI references (RFC 3986): what one cannot have is percent-encoded.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::net::Ipv6Addr;
use std::ops::Range;

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
    let mut marks: &[u8] = b"-._~/?!$&'()*+,;=";
    while let [mark, rest @ ..] = marks {
        plain[*mark as usize] = true;
        marks = rest;
    }
    plain
};

/// Where the characters are that are allowed in some places only (RFC 3986 §3 and appendix A).
#[derive(Default)]
struct Parts {
    /// The first segment of a relative path, or a host name.
    no_colon: Range<usize>,
    authority: Range<usize>,
    /// The `@` after the user information.
    user_end: Option<usize>,
    /// The IP address in brackets.
    literal: Range<usize>,
    /// The `#` before the fragment.
    fragment: Option<usize>,
}

impl Parts {
    fn of(text: &str) -> Self {
        let mut parts = Self { fragment: text.find('#'), ..Self::default() };
        let path_end = text.find(['?', '#']).unwrap_or(text.len());
        let first = &text[..text[..path_end].find('/').unwrap_or(path_end)];
        let start = match first.split_once(':') {
            Some((scheme, _)) if is_scheme(scheme) => scheme.len() + 1,
            _ => {
                parts.no_colon = 0..first.len();
                0
            }
        };
        if text[start..path_end].starts_with("//") {
            let start = start + 2;
            let end = text[start..path_end].find('/').map_or(path_end, |length| start + length);
            parts.find_host(text, start..end);
        }
        parts
    }

    fn find_host(&mut self, text: &str, authority: Range<usize>) {
        self.user_end = text[authority.clone()].rfind('@').map(|at| authority.start + at);
        let start = self.user_end.map_or(authority.start, |at| at + 1);
        let (host, port) = match text[start..authority.end].rsplit_once(':') {
            Some((host, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => (host, port.len() + 1),
            _ => (&text[start..authority.end], 0),
        };
        if is_ip_literal(host) {
            self.literal = start..start + host.len();
        } else {
            self.no_colon = start..authority.end - port;
        }
        self.authority = authority;
    }

    /// Whether the character may stand at this place.
    fn allow(&self, text: &str, at: usize, c: char) -> bool {
        match c {
            '%' => {
                text.as_bytes().get(at + 1..at + 3).is_some_and(|hex| hex.iter().all(u8::is_ascii_hexdigit))
            }
            '#' => self.fragment == Some(at),
            '[' | ']' => self.literal.contains(&at),
            ':' => !self.no_colon.contains(&at),
            '@' => !self.authority.contains(&at) || self.user_end == Some(at),
            _ => c.is_ascii() && PLAIN[c as usize],
        }
    }
}

fn is_scheme(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
}

/// An IPv6 address, or one of a version to come, in brackets (RFC 3986 §3.2.2).
fn is_ip_literal(host: &str) -> bool {
    let Some(address) = host.strip_prefix('[').and_then(|host| host.strip_suffix(']')) else { return false };
    let Some((version, rest)) = address.strip_prefix(['v', 'V']).and_then(|after| after.split_once('.'))
    else {
        return address.parse::<Ipv6Addr>().is_ok();
    };
    let is_allowed = |byte| byte == b':' || byte != b'/' && byte != b'?' && PLAIN[usize::from(byte)];
    let is_version = !version.is_empty() && version.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_version && !rest.is_empty() && rest.bytes().all(is_allowed)
}
