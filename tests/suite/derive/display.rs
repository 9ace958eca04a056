//! `display` implements `Display` and `Error`: the message, or the title.

use errbook::ApiError;

#[derive(Debug, ApiError)]
#[api(display, rename_all = "PascalCase")]
enum Shown {
    #[api(status = 404, message = "no order {0}")]
    Message(u8),
    #[api(status = 500, message = "order {id} is stuck")]
    ServerMessage {
        #[api(detail)]
        id: u8,
    },
    #[api(status = 404, title = "Lost")]
    Title,
    #[api(status = 502)]
    Phrase,
    #[api(transparent)]
    Inner(Inner),
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("inner, for logs")]
#[api(status = 500, code = "Inner")]
struct Inner;

#[test]
fn shows_message_or_title() {
    let shown =
        [Shown::Message(7), Shown::ServerMessage { id: 8 }, Shown::Title, Shown::Phrase, Shown::Inner(Inner)];
    let texts = shown.map(|error| error.to_string());
    assert_eq!(texts, ["no order 7", "order 8 is stuck", "Lost", "Bad Gateway", "inner, for logs"]);
}

#[test]
fn is_an_error() {
    let boxed: Box<dyn std::error::Error + Send + Sync> = Box::new(Shown::Message(7));
    assert!(boxed.source().is_none());
    assert_eq!(boxed.to_string(), "no order 7");
}
