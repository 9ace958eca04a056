//! The phrases of the statuses are those of the IANA registry, all of them and no others.

const REGISTRY: &str = "\
400 Bad Request, 401 Unauthorized, 402 Payment Required, 403 Forbidden, 404 Not Found, 405 Method Not Allowed, \
406 Not Acceptable, 407 Proxy Authentication Required, 408 Request Timeout, 409 Conflict, 410 Gone, \
411 Length Required, 412 Precondition Failed, 413 Content Too Large, 414 URI Too Long, \
415 Unsupported Media Type, 416 Range Not Satisfiable, 417 Expectation Failed, 421 Misdirected Request, \
422 Unprocessable Content, 423 Locked, 424 Failed Dependency, 425 Too Early, 426 Upgrade Required, \
428 Precondition Required, 429 Too Many Requests, 431 Request Header Fields Too Large, \
451 Unavailable For Legal Reasons, 500 Internal Server Error, 501 Not Implemented, 502 Bad Gateway, \
503 Service Unavailable, 504 Gateway Timeout, 505 HTTP Version Not Supported, 506 Variant Also Negotiates, \
507 Insufficient Storage, 508 Loop Detected, 510 Not Extended, 511 Network Authentication Required";

#[test]
fn every_number() {
    let registered: std::collections::BTreeMap<u16, &str> = REGISTRY
        .split(", ")
        .map(|line| line.split_once(' ').unwrap())
        .map(|(status, phrase)| (status.parse().unwrap(), phrase))
        .collect();
    assert_eq!(registered.len(), 39);
    for status in 0..=1100 {
        let expected = registered.get(&status).copied();
        assert_eq!(errbook::__private::reason_phrase(status), expected, "{status}");
    }
}

#[test]
fn an_entry_has_the_phrase_of_its_status() {
    let entry = errbook::Entry::new(413, "E").with_type("m::E", "E");
    assert_eq!((entry.reason_phrase(), entry.title()), (Some("Content Too Large"), "Content Too Large"));
    assert_eq!(errbook::Entry::new(418, "E").with_type("m::E", "E").reason_phrase(), None);
}
