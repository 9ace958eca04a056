//! The title: the phrase of the status, or the variant's own; it replaces a missing message.

use errbook::{ApiError, Reply};

const TITLED: errbook::Body = errbook::body!({ "title": title, "message": message });

#[derive(Debug, ApiError)]
#[api(display, rename_all = "PascalCase", body = TITLED)]
enum Titled {
    #[api(status = 422)]
    Phrase,
    #[api(status = 429, title = "Slow down")]
    Own,
    #[api(status = 429, title = "Slow down", message = "after {0} calls")]
    OwnAndMessage(u8),
    #[api(status = 503)]
    Server,
}

#[test]
fn in_body_and_entry() {
    let json = |error: Titled| Reply::new(&error).to_string();
    assert_eq!(
        json(Titled::Phrase),
        r#"{"title":"Unprocessable Content","message":"Unprocessable Content"}"#
    );
    assert_eq!(json(Titled::Own), r#"{"title":"Slow down","message":"Slow down"}"#);
    assert_eq!(json(Titled::OwnAndMessage(9)), r#"{"title":"Slow down","message":"after 9 calls"}"#);
    assert_eq!(json(Titled::Server), r#"{"title":"Service Unavailable","message":"Service Unavailable"}"#);
    assert_eq!(Titled::Own.entry().title(), "Slow down");
    assert_eq!(Titled::Own.entry().reason_phrase(), Some("Too Many Requests"));
}
