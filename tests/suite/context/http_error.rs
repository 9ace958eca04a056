//! Errors that are named by their status.

use std::error::Error;

use errbook::{ApiError, Book, HttpError, Reply, body};
use http::StatusCode;

static BOOK: Book = Book::new("HTTP", &[HttpError::CATALOG]);

#[test]
fn have_the_code_of_their_status() {
    for status in (400..600).map(|status| StatusCode::from_u16(status).unwrap()) {
        let error = HttpError::new(status);
        let reply = Reply::new(&error).to_response();
        assert_eq!(reply.status(), status);
        let expected = match BOOK.entries().find(|entry| entry.status() == status) {
            Some(entry) => entry.code(),
            None if status.is_client_error() => "BAD_REQUEST",
            None => "INTERNAL_SERVER_ERROR",
        };
        assert_eq!(error.code(), expected);
    }
    assert_eq!(BOOK.entries().count(), 39);
}

#[test]
fn of_another_status_are_internal() {
    for status in [StatusCode::OK, StatusCode::FOUND, StatusCode::CONTINUE] {
        assert_eq!(HttpError::from(status).status(), 500);
    }
    assert_eq!(HttpError::new(StatusCode::from_u16(999).unwrap()).status(), 500);
}

#[test]
fn show_a_message_below_500_only() {
    let message = |error: HttpError| Reply::new(&error.with_message("host=10.0.0.5")).message();
    assert_eq!(message(HttpError::BAD_REQUEST), "host=10.0.0.5");
    assert_eq!(message(HttpError::BAD_GATEWAY), "Bad Gateway");
    assert_eq!(message(HttpError::internal("password=hunter2")), "Internal Server Error");
}

#[test]
fn keep_their_source_for_logs() {
    let error = HttpError::internal(std::io::Error::other("password=hunter2"));
    assert_eq!(error.source().unwrap().to_string(), "password=hunter2");
    assert!(HttpError::NOT_FOUND.source().is_none());
    assert_eq!(error.to_string(), "Internal Server Error");
}

#[test]
fn have_their_title_as_the_message_of_an_example() {
    let example = HttpError::NOT_FOUND.entry().example(&body::FLAT).json().unwrap();
    assert_eq!(example["message"], "Not Found");
}
