//! What the macros know of statuses: the phrases of the registered ones, and what RFC 9110 demands of four of them.
//!
//! The runtime knows the same of a status that is written as a path; a test holds the two equal.

/// The phrase that IANA has registered for an error status; for 418 it has none.
pub fn phrase(status: u16) -> Option<&'static str> {
    Some(match status {
        400 => "Bad Request",
        401 => "Unauthorized",
        402 => "Payment Required",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        406 => "Not Acceptable",
        407 => "Proxy Authentication Required",
        408 => "Request Timeout",
        409 => "Conflict",
        410 => "Gone",
        411 => "Length Required",
        412 => "Precondition Failed",
        413 => "Content Too Large",
        414 => "URI Too Long",
        415 => "Unsupported Media Type",
        416 => "Range Not Satisfiable",
        417 => "Expectation Failed",
        421 => "Misdirected Request",
        422 => "Unprocessable Content",
        423 => "Locked",
        424 => "Failed Dependency",
        425 => "Too Early",
        426 => "Upgrade Required",
        428 => "Precondition Required",
        429 => "Too Many Requests",
        431 => "Request Header Fields Too Large",
        451 => "Unavailable For Legal Reasons",
        500 => "Internal Server Error",
        501 => "Not Implemented",
        502 => "Bad Gateway",
        503 => "Service Unavailable",
        504 => "Gateway Timeout",
        505 => "HTTP Version Not Supported",
        506 => "Variant Also Negotiates",
        507 => "Insufficient Storage",
        508 => "Loop Detected",
        510 => "Not Extended",
        511 => "Network Authentication Required",
        _ => return None,
    })
}

/// Whether it has one.
pub fn is_registered(status: u16) -> bool {
    phrase(status).is_some()
}

/// The header that RFC 9110 demands of a reply with this status, and the section that does.
pub fn required_header(status: u16) -> Option<(&'static str, &'static str)> {
    match status {
        401 => Some(("WWW-Authenticate", "15.5.2")),
        405 => Some(("Allow", "15.5.6")),
        407 => Some(("Proxy-Authenticate", "15.5.8")),
        426 => Some(("Upgrade", "15.5.22")),
        _ => None,
    }
}

#[test]
fn the_runtime_knows_the_same() {
    for status in 0..=999 {
        assert_eq!(phrase(status), errbook::status::phrase(status), "{status}");
        assert_eq!(required_header(status), errbook::status::required_header(status), "{status}");
    }
}
