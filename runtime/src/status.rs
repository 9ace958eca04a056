//! What IANA, RFC 9110 and AIP-193 say about the statuses from 400 to 599.
//!
//! The phrases of the `http` crate differ for 413, 418 and 422.

use crate::const_panic::const_eq;

/// Whether a status is that of an error: 400 to 599 (RFC 9110 §15.5 and §15.6).
pub(crate) const fn is_error(status: u16) -> bool {
    400 <= status && status <= 599
}

/// The error statuses that IANA has registered, with their phrases.
///
/// Source: IANA, *Hypertext Transfer Protocol (HTTP) Status Code Registry*; 418 is `(Unused)`
/// there, so it has no phrase.
pub(crate) const REGISTERED: [(u16, &str); 39] = [
    (400, "Bad Request"),
    (401, "Unauthorized"),
    (402, "Payment Required"),
    (403, "Forbidden"),
    (404, "Not Found"),
    (405, "Method Not Allowed"),
    (406, "Not Acceptable"),
    (407, "Proxy Authentication Required"),
    (408, "Request Timeout"),
    (409, "Conflict"),
    (410, "Gone"),
    (411, "Length Required"),
    (412, "Precondition Failed"),
    (413, "Content Too Large"),
    (414, "URI Too Long"),
    (415, "Unsupported Media Type"),
    (416, "Range Not Satisfiable"),
    (417, "Expectation Failed"),
    (421, "Misdirected Request"),
    (422, "Unprocessable Content"),
    (423, "Locked"),
    (424, "Failed Dependency"),
    (425, "Too Early"),
    (426, "Upgrade Required"),
    (428, "Precondition Required"),
    (429, "Too Many Requests"),
    (431, "Request Header Fields Too Large"),
    (451, "Unavailable For Legal Reasons"),
    (500, "Internal Server Error"),
    (501, "Not Implemented"),
    (502, "Bad Gateway"),
    (503, "Service Unavailable"),
    (504, "Gateway Timeout"),
    (505, "HTTP Version Not Supported"),
    (506, "Variant Also Negotiates"),
    (507, "Insufficient Storage"),
    (508, "Loop Detected"),
    (510, "Not Extended"),
    (511, "Network Authentication Required"),
];

/// The reason phrase that IANA has registered for an error status.
pub const fn reason_phrase(status: u16) -> Option<&'static str> {
    let mut at = 0;
    while at < REGISTERED.len() {
        if REGISTERED[at].0 == status {
            return Some(REGISTERED[at].1);
        }
        at += 1;
    }
    None
}

/// Whether the same request may succeed later, as far as the status implies: 408, 425, 429, 502, 503, 504.
pub const fn is_retryable(status: u16) -> bool {
    matches!(status, 408 | 425 | 429 | 502 | 503 | 504)
}

/// The canonical code of `google.rpc.Code` for an error status (AIP-193).
///
/// A status without a code of its own has that of its class: `FAILED_PRECONDITION` below 500, `INTERNAL` at 5xx.
pub const fn grpc_code(status: u16) -> &'static str {
    match status {
        400 | 422 => "INVALID_ARGUMENT",
        401 => "UNAUTHENTICATED",
        403 => "PERMISSION_DENIED",
        404 => "NOT_FOUND",
        409 => "ABORTED",
        429 => "RESOURCE_EXHAUSTED",
        499 => "CANCELLED",
        501 => "UNIMPLEMENTED",
        503 => "UNAVAILABLE",
        504 => "DEADLINE_EXCEEDED",
        ..=499 => "FAILED_PRECONDITION",
        _ => "INTERNAL",
    }
}

/// The HTTP status of a canonical code, as `google/rpc/code.proto` maps it; `None` for an unknown code.
pub const fn status_of_grpc_code(code: &str) -> Option<u16> {
    const CODES: [(&str, u16); 16] = [
        ("CANCELLED", 499),
        ("UNKNOWN", 500),
        ("INVALID_ARGUMENT", 400),
        ("DEADLINE_EXCEEDED", 504),
        ("NOT_FOUND", 404),
        ("ALREADY_EXISTS", 409),
        ("PERMISSION_DENIED", 403),
        ("UNAUTHENTICATED", 401),
        ("RESOURCE_EXHAUSTED", 429),
        ("FAILED_PRECONDITION", 400),
        ("ABORTED", 409),
        ("OUT_OF_RANGE", 400),
        ("UNIMPLEMENTED", 501),
        ("INTERNAL", 500),
        ("UNAVAILABLE", 503),
        ("DATA_LOSS", 500),
    ];
    let mut at = 0;
    while at < CODES.len() {
        if const_eq(CODES[at].0, code) {
            return Some(CODES[at].1);
        }
        at += 1;
    }
    None
}

/// The header that RFC 9110 requires in replies with this status, and the section that requires it.
pub const fn required_header(status: u16) -> Option<(&'static str, &'static str)> {
    match status {
        401 => Some(("WWW-Authenticate", "15.5.2")),
        405 => Some(("Allow", "15.5.6")),
        407 => Some(("Proxy-Authenticate", "15.5.8")),
        426 => Some(("Upgrade", "15.5.22")),
        _ => None,
    }
}
