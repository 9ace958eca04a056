//! A lock is the same after it is written and read, and after it was a book.

use errbook_contract::Lock;

use crate::books::{FORMATS, KINDS, ORDERS};

fn all() -> Vec<&'static errbook::Book> {
    FORMATS.iter().copied().chain([&ORDERS, &KINDS]).collect()
}

#[test]
fn text_is_read_as_it_was_written() {
    for book in all() {
        let lock = Lock::of(book);
        let text = lock.to_string();
        let read = Lock::parse(&text).unwrap_or_else(|errors| panic!("{errors}\n{text}"));
        assert_eq!(read, lock, "{text}");
        assert_eq!(read.to_string(), text);
    }
}

#[test]
fn book_of_a_lock_has_the_same_lock() {
    for book in all() {
        let lock = Lock::of(book);
        let again = Lock::of(&lock.to_book());
        assert_eq!(again.to_string(), lock.to_string());
    }
}

#[test]
fn book_of_a_lock_has_equal_formats() {
    for book in all().into_iter().filter(|book| !book.name().starts_with("odata")) {
        let again = Lock::of(book).to_book();
        for entry in book.documented_entries() {
            let other = again.by_code(entry.code()).next().unwrap();
            // A required message is all that a lock does not have of a format.
            assert_eq!(again.body_of(other), book.body_of(entry), "{} of {}", entry.code(), book.name());
        }
    }
}

#[test]
fn line_endings_of_windows_are_read() {
    let lock = Lock::of(&ORDERS);
    assert_eq!(Lock::parse(lock.to_string().replace('\n', "\r\n")).unwrap(), lock);
    assert_eq!(Lock::parse(format!("\u{feff}{lock}")).unwrap(), lock);
}

#[test]
fn hidden_errors_are_not_locked() {
    assert!(Lock::of(&ORDERS).by_code("hidden.code").is_empty());
}
