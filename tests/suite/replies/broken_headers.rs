//! A header value that is no legal one is left out; the reply stays as it is.

use std::fmt;

use errbook::{ApiError, Entry, Header, Reply};

struct Failing;

impl fmt::Display for Failing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("half of it")?;
        Err(fmt::Error)
    }
}

impl fmt::Debug for Failing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Failing")
    }
}

#[derive(Debug, ApiError)]
#[api(display, status = 400, code = "Headers", header("X-Constant" = "c"))]
struct Headers<T: fmt::Display + fmt::Debug> {
    #[api(header = "X-Bad")]
    bad: T,
    #[api(header = "X-Good")]
    good: u8,
}

fn headers<T: fmt::Display + fmt::Debug>(bad: T) -> http::HeaderMap {
    let error = Headers { bad, good: 1 };
    let reply = Reply::new(&error).to_http();
    assert_eq!(reply.status(), 400);
    assert_eq!(reply.body(), br#"{"code":"Headers","message":"Bad Request"}"#);
    assert_eq!(reply.headers()["x-good"], "1");
    assert_eq!(reply.headers()["x-constant"], "c");
    assert_eq!(reply.headers()["content-type"], "application/json");
    reply.into_parts().0.headers
}

#[test]
fn line_breaks_and_other_controls() {
    for bad in ["a\r\nSet-Cookie: b=c", "\r", "\n", "a\0b", "\u{7f}"] {
        let headers = headers(bad);
        assert!(!headers.contains_key("x-bad"), "{bad:?}");
        assert!(!headers.contains_key("set-cookie"));
        assert_eq!(headers.len(), 3);
    }
}

#[test]
fn a_display_that_fails() {
    assert!(!headers(Failing).contains_key("x-bad"));
}

#[test]
fn what_is_legal_is_sent() {
    assert_eq!(headers("")["x-bad"], "");
    assert_eq!(headers("a\tb")["x-bad"], "a\tb");
    assert_eq!(headers("é")["x-bad"].as_bytes(), "é".as_bytes());
}

#[test]
fn constants_written_by_hand() {
    #[derive(Debug, thiserror::Error)]
    #[error("by hand")]
    struct ByHand;
    impl ApiError for ByHand {
        fn entry(&self) -> &'static Entry {
            static ENTRY: Entry = Entry::new("m::ByHand", "ByHand", 400, "ByHand").with_headers(&[
                Header::constant("X-Bad", "a\r\nb"),
                Header::constant("not a name", "c"),
                Header::constant("X-Good", "d"),
                Header::constant("Content-Type", "text/html"),
            ]);
            &ENTRY
        }
    }
    let reply = Reply::new(&ByHand).to_http();
    assert_eq!(reply.headers()["x-good"], "d");
    assert_eq!(reply.headers()["content-type"], "application/json");
    assert_eq!(reply.headers().len(), 2);
}
