//! What the macros know about statuses: the registered reason phrases, and the headers that RFC 9110 requires.
//!
//! The runtime knows the same about a status that is a path; a test keeps both equal.

/// The reason phrase that IANA has registered for an error status; 418 has none.
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

/// Whether IANA has registered a reason phrase for it.
pub fn is_registered(status: u16) -> bool {
    phrase(status).is_some()
}

/// The status of an associated constant of `http::StatusCode`, by the name of the constant.
pub fn of_constant(name: &str) -> Option<u16> {
    // Those that are not named like their phrase.
    match name {
        "PAYLOAD_TOO_LARGE" => return Some(413),
        "IM_A_TEAPOT" => return Some(418),
        "UNPROCESSABLE_ENTITY" => return Some(422),
        _ => {}
    }
    let words = name.split('_');
    (400..600).find(|status| {
        let words_of = |phrase: &str| phrase.split([' ', '-']).map(str::to_ascii_uppercase).eq(words.clone());
        phrase(*status).is_some_and(words_of)
    })
}

/// The header that RFC 9110 requires in replies with this status, and the section that requires it.
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
fn constants_are_named_as_in_http() {
    use errbook::__private::http::StatusCode;
    macro_rules! names {
        ($($name:ident)*) => {[$((stringify!($name), StatusCode::$name)),*]};
    }
    let names = names!(
        BAD_REQUEST UNAUTHORIZED PAYMENT_REQUIRED FORBIDDEN NOT_FOUND METHOD_NOT_ALLOWED NOT_ACCEPTABLE
        PROXY_AUTHENTICATION_REQUIRED REQUEST_TIMEOUT CONFLICT GONE LENGTH_REQUIRED PRECONDITION_FAILED
        PAYLOAD_TOO_LARGE URI_TOO_LONG UNSUPPORTED_MEDIA_TYPE RANGE_NOT_SATISFIABLE EXPECTATION_FAILED
        IM_A_TEAPOT MISDIRECTED_REQUEST UNPROCESSABLE_ENTITY LOCKED FAILED_DEPENDENCY TOO_EARLY
        UPGRADE_REQUIRED PRECONDITION_REQUIRED TOO_MANY_REQUESTS REQUEST_HEADER_FIELDS_TOO_LARGE
        UNAVAILABLE_FOR_LEGAL_REASONS INTERNAL_SERVER_ERROR NOT_IMPLEMENTED BAD_GATEWAY SERVICE_UNAVAILABLE
        GATEWAY_TIMEOUT HTTP_VERSION_NOT_SUPPORTED VARIANT_ALSO_NEGOTIATES INSUFFICIENT_STORAGE
        LOOP_DETECTED NOT_EXTENDED NETWORK_AUTHENTICATION_REQUIRED
    );
    for (name, status) in names {
        assert_eq!(of_constant(name), Some(status.as_u16()), "{name}");
    }
    assert_eq!(of_constant("OUT_OF_STOCK"), None);
    assert_eq!(of_constant(""), None);
}

#[test]
fn the_runtime_knows_the_same() {
    use errbook::__private as runtime;
    for status in 0..=999 {
        assert_eq!(phrase(status), runtime::reason_phrase(status), "{status}");
        assert_eq!(required_header(status), runtime::required_header(status), "{status}");
    }
}
