//! `strict` is content with constant headers, with headers of fields, and with documentation in any place.

use errbook::ApiError;

#[derive(Debug, ApiError)]
#[api(display, strict)]
enum Problem {
    /// Nobody knows who you are.
    #[api(status = 401, code = "Unknown", header("www-authenticate" = "Bearer"))]
    Unknown,
    #[doc = "Only some methods are allowed."]
    #[api(status = 405, code = "ReadOnly")]
    ReadOnly {
        #[api(header = "Allow", detail)]
        methods: String,
    },
    /// Nobody knows who asks, says a path.
    #[api(status = http::StatusCode::UNAUTHORIZED, code = "Who", header("X-Hint" = "a", "WWW-Authenticate" = "Bearer"))]
    Who,
    #[api(transparent)]
    Gone(Gone),
}

/// It was deleted.
#[derive(Debug, ApiError)]
#[api(display, strict, status = 410, code = "Gone")]
struct Gone;

#[test]
fn works() {
    assert_eq!(Problem::Gone(Gone).code(), "Gone");
    assert_eq!(Problem::Who.code(), "Who");
    assert_eq!(Problem::Unknown.code(), "Unknown");
    assert_eq!(Problem::ReadOnly { methods: "GET".to_owned() }.code(), "ReadOnly");
}
