//! What a client may read depends on the declared status and on that of the instance.

use errbook::ApiError;

use crate::message_of;

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
    assert_eq!(message_of(&Upstream::DeclaredClient(409)), "for logs");
}

#[test]
fn one_is_not() {
    assert_eq!(message_of(&Upstream::DeclaredClient(503)), "Not Found");
    assert_eq!(message_of(&Upstream::DeclaredServer(404)), "Bad Gateway");
    assert_eq!(message_of(&Upstream::DeclaredFirstServer(404)), "Internal Server Error");
    assert_eq!(message_of(&Upstream::DeclaredServer(500)), "Bad Gateway");
}

#[test]
fn expose_and_redact_hold_for_both() {
    assert_eq!(message_of(&Upstream::Exposed(503)), "for logs");
    assert_eq!(message_of(&Upstream::Redacted(409)), "Not Found");
}

#[test]
fn display_that_is_only_the_title_is_the_message() {
    assert_eq!(Gateway(404).to_string(), "Bad Gateway");
    assert_eq!(message_of(&Gateway(404)), "Bad Gateway");
}
