//! A `Display` that fails is replaced by the title.

use std::fmt;

use errbook::{ApiError, Body, Entry, Fact, Reply};

use crate::message_of;

/// Writes the text, then fails if it is told to.
#[derive(Debug, Clone, Copy)]
struct Field(&'static str, bool);

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)?;
        if self.1 { Err(fmt::Error) } else { Ok(()) }
    }
}

#[derive(Debug, ApiError)]
#[api(display, status = 404, code = "Message", message = "{0}", title = "Stand-in")]
struct Message(Field);

#[derive(Debug)]
struct Whole(Field);

impl fmt::Display for Whole {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl std::error::Error for Whole {}

impl ApiError for Whole {
    fn entry(&self) -> &'static Entry {
        static ENTRY: Entry =
            Entry::new(404, "Whole").with_type("m::Whole", "Whole").with_facts(&[Fact::Title("Stand-in")]);
        &ENTRY
    }
}

const TEXTS: Body = errbook::body!({ "message": message, "text": "<{message}>" });

fn check(error: &dyn ApiError, expected: &str) {
    assert_eq!(message_of(&error), expected);
    let reply = Reply::new(error).body(&TEXTS);
    let json = format!(r#"{{"message":"{expected}","text":"<{expected}>"}}"#);
    assert_eq!(reply.to_string(), json);
    assert_eq!(serde_json::to_string(&reply).unwrap(), json);
    assert_eq!(reply.to_response().status(), 404);
}

#[test]
fn a_message_field_that_fails() {
    check(&Message(Field("half of it", true)), "Stand-in");
    check(&Message(Field("", true)), "Stand-in");
}

#[test]
fn a_whole_error_that_fails() {
    check(&Whole(Field("half of it", true)), "Stand-in");
    check(&Box::new(Whole(Field("", true))), "Stand-in");
}

#[test]
fn an_empty_message() {
    check(&Message(Field("", false)), "");
    check(&Whole(Field("", false)), "");
}

#[test]
fn any_other_message_stays() {
    check(&Message(Field(" ", false)), " ");
    check(&Whole(Field("text", false)), "text");
}
