//! Which characters a URI reference may have in which place (RFC 3986 §3 and appendix A).
//!
//! `errbook` and `errbook-macros` both have this file, since neither can use the other; a test keeps it the same.

use std::fmt::Write as _;
use std::net::Ipv6Addr;
use std::ops::Range;

/// Where the characters are that are allowed in some places only.
#[derive(Default)]
pub(crate) struct Parts {
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
    pub(crate) fn of(text: &str) -> Self {
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

    /// Whether the character may stand at this place.
    pub(crate) fn allow(&self, text: &str, at: usize, c: char) -> bool {
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

/// Adds a character percent-encoded (RFC 3986 §2.1).
pub(crate) fn push_encoded(out: &mut String, c: char) {
    for byte in c.encode_utf8(&mut [0; 4]).bytes() {
        // Writing to a `String` cannot fail.
        let _ = write!(out, "%{byte:02X}");
    }
}

/// `unreserved` and `sub-delims`
pub(crate) const fn is_plain(c: char) -> bool {
    let is_mark =
        matches!(c, '-' | '.' | '_' | '~' | '!' | '$' | '&' | '\'' | '(' | ')' | '*' | '+' | ',' | ';' | '=');
    is_mark || c.is_ascii_alphanumeric()
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
