//! An invalid header value is omitted; the rest of the reply stays as it is.

use std::fmt;

use errbook::{ApiError, Entry, Fact, Header, Reply};

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

fn headers<T: fmt::Display + fmt::Debug + Send + Sync>(bad: T) -> http::HeaderMap {
    let error = Headers { bad, good: 1 };
    let reply = Reply::new(&error).to_response();
    assert_eq!(reply.status(), 400);
    assert_eq!(**reply.body(), *br#"{"code":"Headers","message":"Bad Request"}"#);
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
fn valid_values_are_sent() {
    assert_eq!(headers("")["x-bad"], "");
    assert_eq!(headers("a\tb")["x-bad"], "a\tb");
    assert_eq!(headers("é")["x-bad"].as_bytes(), "é".as_bytes());
}

#[test]
fn hand_written_constants() {
    #[derive(Debug, thiserror::Error)]
    #[error("hand-written")]
    struct HandWritten;
    impl ApiError for HandWritten {
        fn entry(&self) -> &'static Entry {
            static ENTRY: Entry =
                Entry::new(400, "HandWritten").with_type("m::HandWritten", "HandWritten").with_facts(&[
                    Fact::Header(Header::constant("X-Bad", "a\r\nb")),
                    Fact::Header(Header::constant("not a name", "c")),
                    Fact::Header(Header::constant("X-Good", "d")),
                    Fact::Header(Header::constant("Content-Type", "text/html")),
                ]);
            &ENTRY
        }
    }
    let reply = Reply::new(&HandWritten).to_response();
    assert_eq!(reply.headers()["x-good"], "d");
    assert_eq!(reply.headers()["content-type"], "application/json");
    assert_eq!(reply.headers().len(), 2);
}
