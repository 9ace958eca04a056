//! Addresses (RFC 3986): what they may consist of, and codes in them, percent-encoded or as words in lower case.

use std::fmt::Write as _;
use std::net::Ipv6Addr;
use std::ops::Range;

/// Percent-encodes what is not a `pchar` (RFC 3986 §3.3), so that a code is one path segment or fragment.
pub fn push_encoded(out: &mut String, code: &str) {
    for c in code.chars() {
        if is_plain(c) || c == ':' || c == '@' {
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

/// The first character that a URI reference cannot have in its place (RFC 3986 §3 and appendix A).
pub fn first_illegal(text: &str) -> Option<char> {
    let parts = Parts::of(text);
    text.char_indices().find(|(at, c)| !parts.allow(text, *at, *c)).map(|(_, c)| c)
}

/// Where the characters are that are allowed in some places only.
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
        let hierarchy = text.split(['?', '#']).next().unwrap_or_default();
        let first = hierarchy.split('/').next().unwrap_or_default();
        let rest = match first.split_once(':') {
            Some((scheme, _)) if is_scheme(scheme) => hierarchy.get(scheme.len() + 1..).unwrap_or_default(),
            _ => {
                parts.no_colon = 0..first.len();
                hierarchy
            }
        };
        if let Some(after) = rest.strip_prefix("//") {
            let authority = after.split('/').next().unwrap_or_default();
            parts.find_host(hierarchy.len() - after.len(), authority);
        }
        parts
    }

    fn find_host(&mut self, start: usize, authority: &str) {
        self.authority = start..start + authority.len();
        let user = authority.rsplit_once('@').map(|(user, _)| user.len());
        self.user_end = user.map(|length| start + length);
        let host_and_port = authority.rsplit('@').next().unwrap_or_default();
        let host = match host_and_port.rsplit_once(':') {
            Some((host, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => host,
            _ => host_and_port,
        };
        let start = start + user.map_or(0, |length| length + 1);
        let place = start..start + host.len();
        if is_ip_literal(host) {
            self.literal = place;
        } else {
            self.no_colon = place;
        }
    }

    fn allow(&self, text: &str, at: usize, c: char) -> bool {
        match c {
            '%' => {
                text.get(at + 1..at + 3).is_some_and(|hex| hex.bytes().all(|byte| byte.is_ascii_hexdigit()))
            }
            '#' => self.fragment == Some(at),
            '[' | ']' => self.literal.contains(&at),
            ':' => !self.no_colon.contains(&at),
            '@' => !self.authority.contains(&at) || self.user_end == Some(at),
            _ => is_plain(c) || c == '/' || c == '?',
        }
    }
}

/// `unreserved` and `sub-delims`
fn is_plain(c: char) -> bool {
    c.is_ascii_alphanumeric() || "-._~!$&'()*+,;=".contains(c)
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
    let is_version = !version.is_empty() && version.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_version && !rest.is_empty() && rest.chars().all(|c| is_plain(c) || c == ':')
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

/// The strict reader of the tests of `Reply::instance`.
#[cfg(test)]
#[path = "../../tests/suite/readers/uri.rs"]
mod reader;

#[test]
fn a_host_may_be_an_address() {
    for text in
        ["//[::1]", "x://a:b@[v1.a:b]:80/", "//[::1", "//[::1]x", "//[v.a]", "//[::1%25eth0]", "//a@b@[::1]"]
    {
        assert_eq!(first_illegal(text).is_none(), reader::is_reference(text), "{text}");
    }
}

/// Strings of delimiters, from a generator with a fixed seed.
#[test]
fn what_is_legal_is_a_reference() {
    let letters: Vec<char> = "a1:/?#[]@%v.".chars().collect();
    let mut seed = 1_u64;
    for _ in 0..200_000 {
        let mut text = String::new();
        while seed % 13 != 0 {
            text.extend(letters.iter().cycle().nth(usize::try_from(seed >> 33).unwrap() % letters.len()));
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        }
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        assert_eq!(first_illegal(&text).is_none(), reader::is_reference(&text), "{text}");
    }
}
