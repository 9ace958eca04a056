//! The declared status: a number, or the path of a constant; an unregistered one with a title.

use errbook::{ApiError, Reply};
use http::StatusCode;

use crate::message_of;

mod statuses {
    pub const NETWORK_DOWN: http::StatusCode = match http::StatusCode::from_u16(599) {
        Ok(status) => status,
        Err(_) => panic!(),
    };
}

#[derive(Debug, ApiError)]
#[api(display, rename_all = "PascalCase")]
enum Declared {
    #[api(status = 400)]
    Lowest,
    #[api(status = StatusCode::CONFLICT)]
    Path,
    #[api(status = statuses::NETWORK_DOWN, title = "Network down")]
    Own,
    #[api(status = 0o644, title = "Octal")]
    Octal,
    #[api(status = 418, title = "Teapot")]
    Teapot,
}

#[test]
fn every_spelling() {
    let statuses: Vec<_> = Declared::CATALOG.entries().map(|entry| entry.status().as_u16()).collect();
    assert_eq!(statuses, [400, 409, 599, 420, 418]);
}

#[test]
fn of_the_response() {
    assert_eq!(Reply::new(&Declared::Path).to_response().status(), StatusCode::CONFLICT);
    assert_eq!(Reply::new(&Declared::Own).to_response().status().as_u16(), 599);
}

#[test]
fn a_title_where_there_is_no_phrase() {
    assert_eq!(
        (Declared::Own.entry().title(), Declared::Own.entry().reason_phrase()),
        ("Network down", None)
    );
    assert_eq!(
        (Declared::Teapot.entry().title(), Declared::Teapot.entry().reason_phrase()),
        ("Teapot", None)
    );
    assert_eq!(Declared::Path.entry().title(), "Conflict");
    assert_eq!(
        (message_of(&Declared::Lowest), message_of(&Declared::Octal)),
        ("Bad Request".into(), "Octal".into())
    );
}
