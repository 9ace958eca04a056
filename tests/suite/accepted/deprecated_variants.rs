#![deny(warnings)]
use errbook::ApiError;

#[derive(Debug, ApiError)]
#[api(display, serialize)]
enum Problem {
    #[deprecated(since = "2", note = "use `Lost`")]
    #[api(status = 410, code = "Gone", message = "no {0}")]
    Gone(#[api(detail = "what", header = "X-A")] u8, #[api(retry_after)] u8, #[api(source)] std::fmt::Error),
    #[deprecated]
    #[api(status = 404, code = "Lost")]
    Lost {
        #[deprecated]
        #[api(detail)]
        what: u8,
    },
    #[deprecated = "not any more"]
    #[api(status = 500, code = "Io")]
    Io(#[api(from)] std::io::Error),
    #[deprecated]
    #[api(transparent)]
    Inner(Inner),
}

#[derive(Debug, ApiError)]
#[api(display, status = 409, code = "Inner")]
struct Inner;

#[test]
fn works() {
    let entries: Vec<_> = Problem::CATALOG.entries().collect();
    assert_eq!(entries[0].deprecated().unwrap().since(), Some("2"));
    assert_eq!(entries[2].deprecated().unwrap().note(), Some("not any more"));
    assert!(entries[1].deprecated().is_some());
    #[allow(deprecated)]
    let inner = Problem::Inner(Inner);
    assert_eq!(inner.code(), "Inner");
}
