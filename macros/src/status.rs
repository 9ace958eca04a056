//! What the macros know of statuses: which are registered, and what RFC 9110 demands of four of them.
//!
//! The runtime knows the same of a status that is written as a path; a test holds the two equal.

/// Whether IANA has registered a phrase for an error status; for 418 it has none.
pub fn is_registered(status: u16) -> bool {
    matches!(status, 400..=417 | 421..=426 | 428 | 429 | 431 | 451 | 500..=508 | 510 | 511)
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
        let phrase = errbook::status::phrase(status);
        assert_eq!(is_registered(status), phrase.is_some(), "{status}");
        assert_eq!(required_header(status), errbook::status::required_header(status), "{status}");
    }
}
