//! Who may read `Display`: clients below 500, nobody from 500 up, and `expose` and `redact` turn that around.

use errbook::ApiError;

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
    assert_eq!(Visible::Client.message(), "written for logs");
    assert_eq!(Visible::LastClient.message(), "written for logs");
    assert_eq!(Visible::Server.message(), "Internal Server Error");
    assert_eq!(Visible::Titled.message(), "Closed for today");
}

#[test]
fn turned_around() {
    assert_eq!(Visible::Exposed.message(), "written for logs");
    assert_eq!(Visible::Redacted.message(), "Forbidden");
    assert_eq!(Visible::RedactedTitled.message(), "No entry");
    assert_eq!(Visible::RedactedServer.message(), "Internal Server Error");
    assert_eq!(Visible::ExposedClient.message(), "written for logs");
}

#[test]
fn the_inner_error_decides() {
    assert_eq!(Visible::from(Inner).message(), "Internal Server Error");
}

#[test]
fn with_display() {
    assert_eq!(Own::Exposed("sda").message(), "the disk sda is full");
    assert_eq!(Own::Redacted.message(), "Forbidden");
}
