//! What the specifications of HTTP say about headers by their names.

/// Headers that describe the body, which the reply sets.
const RESERVED: [&str; 5] =
    ["content-type", "content-length", "content-encoding", "transfer-encoding", "trailer"];

/// Headers of responses that have one value, and the section that says so. All others are lists, or unknown here.
const SINGLE: [(&str, &str); 12] = [
    ("age", "RFC 9111 §5.1"),
    ("content-disposition", "RFC 6266 §4.1"),
    ("content-location", "RFC 9110 §8.7"),
    ("content-range", "RFC 9110 §14.4"),
    ("date", "RFC 9110 §6.6.1"),
    ("etag", "RFC 9110 §8.8.3"),
    ("expires", "RFC 9111 §5.3"),
    ("last-modified", "RFC 9110 §8.8.2"),
    ("location", "RFC 9110 §10.2.2"),
    ("retry-after", "RFC 9110 §10.2.3"),
    ("server", "RFC 9110 §10.2.4"),
    ("strict-transport-security", "RFC 6797 §7.1"),
];

pub fn is_reserved(name: &str) -> bool {
    RESERVED.iter().any(|reserved| reserved.eq_ignore_ascii_case(name))
}

/// The section that says that this header has one value. Any other may be sent several times (RFC 9110 §5.3).
pub fn single_value(name: &str) -> Option<&'static str> {
    SINGLE.iter().find(|(single, _)| single.eq_ignore_ascii_case(name)).map(|(_, section)| *section)
}

/// Whether a text is a token (RFC 9110 §5.6.2).
pub fn is_token(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c))
}
