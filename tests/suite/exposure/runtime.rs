//! What a client may read depends on the declared status and on that of the occurrence.

use errbook::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("for logs")]
#[api(rename_all = "PascalCase")]
enum Upstream {
    #[api(status = 404)]
    DeclaredClient(#[api(status)] u16),
    #[api(status = 502)]
    DeclaredServer(#[api(status)] u16),
    #[api(status = 500)]
    DeclaredFirstServer(#[api(status)] u16),
    #[api(status = 502, expose)]
    Exposed(#[api(status)] u16),
    #[api(status = 404, redact)]
    Redacted(#[api(status)] u16),
}

#[derive(Debug, ApiError)]
#[api(display, status = 502, code = "Gateway")]
struct Gateway(#[api(status)] u16);

#[test]
fn both_are_below_500() {
    assert_eq!(Upstream::DeclaredClient(409).message(), "for logs");
}

#[test]
fn one_is_not() {
    assert_eq!(Upstream::DeclaredClient(503).message(), "Service Unavailable");
    assert_eq!(Upstream::DeclaredServer(404).message(), "Not Found");
    assert_eq!(Upstream::DeclaredFirstServer(404).message(), "Not Found");
    assert_eq!(Upstream::DeclaredServer(500).message(), "Internal Server Error");
}

#[test]
fn expose_and_redact_hold_for_both() {
    assert_eq!(Upstream::Exposed(503).message(), "for logs");
    assert_eq!(Upstream::Redacted(409).message(), "Conflict");
}

#[test]
fn display_that_is_only_the_title_gives_way_to_the_occurrence() {
    assert_eq!(Gateway(404).to_string(), "Bad Gateway");
    assert_eq!(Gateway(404).message(), "Not Found");
}
