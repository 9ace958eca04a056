//! RFC 3986, appendix A, rule by rule.

use std::net::Ipv6Addr;

/// Whether a text is a `URI-reference`.
pub fn is_reference(text: &str) -> bool {
    let (text, fragment) = split_at(text, '#');
    let (hierarchy, query) = split_at(text, '?');
    let is_tail = |text: &str| is_made_of(text, ":@/?");
    if !fragment.is_none_or(is_tail) || !query.is_none_or(is_tail) {
        return false;
    }
    let uri = hierarchy.split_once(':').is_some_and(|(scheme, rest)| is_scheme(scheme) && is_hierarchy(rest));
    uri || is_hierarchy(hierarchy) && !first_segment(hierarchy).contains(':')
}

fn split_at(text: &str, mark: char) -> (&str, Option<&str>) {
    text.split_once(mark).map_or((text, None), |(before, after)| (before, Some(after)))
}

/// The segment that a relative path begins with; empty in `/path` and `//authority`.
fn first_segment(path: &str) -> &str {
    path.split('/').next().unwrap_or_default()
}

/// `hier-part` or `relative-part`, but for the colon in the first segment of the latter.
fn is_hierarchy(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("//") else { return is_made_of(text, ":@/") };
    let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    is_authority(authority) && is_made_of(path, ":@/")
}

fn is_authority(text: &str) -> bool {
    let (user, host_and_port) = match text.split_once('@') {
        Some((user, rest)) => (user, rest),
        None => ("", text),
    };
    let end = match host_and_port.find(']') {
        Some(bracket) => bracket + 1,
        None => host_and_port.find(':').unwrap_or(host_and_port.len()),
    };
    let (host, port) = host_and_port.split_at(end);
    let is_port = port.is_empty()
        || port.strip_prefix(':').is_some_and(|port| port.bytes().all(|byte| byte.is_ascii_digit()));
    let is_host = match host.strip_prefix('[').and_then(|host| host.strip_suffix(']')) {
        Some(address) => address.parse::<Ipv6Addr>().is_ok() || is_future(address),
        None => is_made_of(host, ""),
    };
    is_made_of(user, ":") && is_host && is_port
}

fn is_future(address: &str) -> bool {
    let Some(("v" | "V", rest)) = address.split_at_checked(1) else { return false };
    rest.split_once('.').is_some_and(|(version, rest)| {
        let is_version = !version.is_empty() && version.bytes().all(|byte| byte.is_ascii_hexdigit());
        is_version && !rest.is_empty() && !rest.contains('%') && is_made_of(rest, ":")
    })
}

fn is_scheme(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
}

/// `unreserved`, `pct-encoded`, `sub-delims`, and some others.
fn is_made_of(text: &str, others: &str) -> bool {
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        if c == '%' {
            let Some((hex, after)) = rest.split_at_checked(2) else { return false };
            if !hex.bytes().all(|byte| byte.is_ascii_hexdigit()) {
                return false;
            }
            rest = after;
        } else if !(c.is_ascii_alphanumeric() || "-._~!$&'()*+,;=".contains(c) || others.contains(c)) {
            return false;
        }
    }
    true
}

#[test]
fn knows_references() {
    for text in [
        "",
        "#",
        "?",
        "a",
        "a:",
        "a:b:c",
        "./a:b",
        "/a:b",
        "//",
        "///",
        "//a",
        "//u:p@h:80/",
        "//[::1]",
        "x://[v1.a:b]:/",
        "?[".strip_suffix('[').unwrap(),
        "urn:a@b:c",
        "%20:".strip_suffix(':').unwrap(),
        "//[1:2:3:4:5:6:7::]",
    ] {
        assert!(is_reference(text), "{text}");
    }
    for text in [
        "1:",
        ":",
        "a b",
        "%",
        "%2",
        "%zz",
        "é",
        "//a@b@c",
        "//a:b",
        "//[::1",
        "//[::1]x",
        "//[::1%25eth0]",
        "//[1::2::3]",
        "/[",
        "?[",
        "#[",
        "##",
        "//[v.a]",
        "//[v1.]",
        "%20:",
        "a%2:b",
        "//a]",
        "\\",
        "^",
    ] {
        assert!(!is_reference(text), "{text}");
    }
}
