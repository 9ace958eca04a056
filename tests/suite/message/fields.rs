//! A message is a format string over the fields, by name and by position.
#![allow(dead_code, reason = "a field may stay out of the message")]

use errbook::ApiError;

use crate::message_of;

#[derive(Debug, ApiError)]
#[api(display, status = 400, rename_all = "PascalCase")]
enum Message {
    #[api(message = "`{name}` has no {what}, and {name} never had")]
    Named { name: &'static str, what: String },
    #[api(message = "{1} before {0} before {1}")]
    Positional(u8, char),
    #[api(message = "{ spaced } and { number :?}")]
    Spaced { spaced: u8, number: Option<u8> },
    #[api(message = "nothing to fill in")]
    Constant { unused: u8 },
    #[api(message = "\"quoted\" \\ back\nnext line\ttab")]
    Escaped,
    #[api(message = r#"raw "{0}""#)]
    Raw(u8),
    #[api(message = "{größe} 漢字")]
    Letters { größe: u8 },
}

#[test]
fn fields_are_filled_in() {
    let messages = [
        message_of(&Message::Named { name: "box", what: "lid".to_owned() }),
        message_of(&Message::Positional(1, 'b')),
        message_of(&Message::Spaced { spaced: 1, number: Some(2) }),
        message_of(&Message::Constant { unused: 0 }),
        message_of(&Message::Escaped),
        message_of(&Message::Raw(1)),
        message_of(&Message::Letters { größe: 3 }),
    ];
    assert_eq!(
        messages,
        [
            "`box` has no lid, and box never had",
            "b before 1 before b",
            "1 and Some(2)",
            "nothing to fill in",
            "\"quoted\" \\ back\nnext line\ttab",
            "raw \"1\"",
            "3 漢字",
        ]
    );
}

#[test]
fn the_entry_has_the_template() {
    let named = Message::Named { name: "", what: String::new() };
    assert_eq!(named.entry().message(), Some("`{name}` has no {what}, and {name} never had"));
}
