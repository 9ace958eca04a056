//! Texts that Rocket would send or that an error has.

use std::fmt;

use errbook::ApiError;
use rocket::http::Status;
use rocket::response::Debug;
use rocket::{get, routes};

use crate::{Log, client, line, rocket};

const SECRET: &str = "password=hunter2";

#[derive(Debug)]
struct Unprintable;

impl fmt::Display for Unprintable {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        panic!("{SECRET}")
    }
}

impl std::error::Error for Unprintable {}

impl ApiError for Unprintable {
    fn entry(&self) -> &'static errbook::Entry {
        errbook::HttpError::CONFLICT.entry()
    }
}

errbook_rocket::api_impls! { [static] [] [Unprintable] [] [] }

#[get("/debug")]
fn debug() -> Result<(), Debug<std::io::Error>> {
    Err(std::io::Error::other(SECRET).into())
}

#[get("/text")]
fn text() -> (Status, &'static str) {
    (Status::BadGateway, SECRET)
}

#[get("/panic")]
fn panics() -> &'static str {
    panic!("{SECRET}")
}

#[get("/unprintable")]
fn unprintable() -> Unprintable {
    Unprintable
}

#[test]
fn texts_from_500_up_are_never_sent() {
    let log = Log::default();
    let routes = routes![debug, text, panics, unprintable];
    let fairing = errbook_rocket::fairing_with(log.policy().with_texts());
    let client = client(rocket().mount("/", routes).attach(fairing));
    for (path, status) in [("/debug", 500), ("/text", 502), ("/panic", 500), ("/unprintable", 500)] {
        let line = line(client.get(path));
        assert!(
            line.starts_with(&format!("{status} {{\"code\":")) && line.ends_with("} id-1"),
            "{path}: {line}"
        );
        assert!(!line.contains("hunter2"), "{path}: {line}");
        assert_eq!(log.take().len(), 1, "{path}");
    }
}
