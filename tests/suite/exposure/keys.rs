//! Who may read `Display`: clients below 500, nobody from 500 up, unless `expose` or `redact` says otherwise.

use errbook::ApiError;

use crate::message_of;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(rename_all = "PascalCase")]
#[error("written for logs")]
enum Visible {
    #[api(status = 404)]
    Client,
    #[api(status = 499, title = "Client closed request")]
    LastClient,
    #[api(status = 500)]
    Server,
    #[api(status = 503, title = "Closed for today")]
    Titled,
    #[api(status = 500, expose)]
    Exposed,
    #[api(status = 403, redact)]
    Redacted,
    #[api(status = 403, redact, title = "No entry")]
    RedactedTitled,
    #[api(status = 500, redact)]
    RedactedServer,
    #[api(status = 400, expose)]
    ExposedClient,
    #[api(transparent)]
    Inner(#[from] Inner),
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("inner, for logs")]
#[api(status = 500, code = "Inner")]
struct Inner;

#[derive(Debug, ApiError)]
#[api(display, rename_all = "PascalCase")]
enum Own {
    #[api(status = 500, expose, message = "the disk {0} is full")]
    Exposed(&'static str),
    #[api(status = 403, redact)]
    Redacted,
}

#[test]
fn by_status() {
    assert_eq!(message_of(&Visible::Client), "written for logs");
    assert_eq!(message_of(&Visible::LastClient), "written for logs");
    assert_eq!(message_of(&Visible::Server), "Internal Server Error");
    assert_eq!(message_of(&Visible::Titled), "Closed for today");
}

#[test]
fn turned_around() {
    assert_eq!(message_of(&Visible::Exposed), "written for logs");
    assert_eq!(message_of(&Visible::Redacted), "Forbidden");
    assert_eq!(message_of(&Visible::RedactedTitled), "No entry");
    assert_eq!(message_of(&Visible::RedactedServer), "Internal Server Error");
    assert_eq!(message_of(&Visible::ExposedClient), "written for logs");
}

#[test]
fn the_inner_error_decides() {
    assert_eq!(message_of(&Visible::from(Inner)), "Internal Server Error");
}

#[test]
fn with_display() {
    assert_eq!(message_of(&Own::Exposed("sda")), "the disk sda is full");
    assert_eq!(message_of(&Own::Redacted), "Forbidden");
}
