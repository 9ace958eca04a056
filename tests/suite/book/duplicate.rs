//! How a book made at runtime reports a code that two errors have, whatever the code looks like.
#![allow(dead_code, reason = "only the catalogs are looked at")]

use errbook::{ApiError, Book, Catalog, CatalogItem, Entry};

fn book_of_two(code: &'static str) -> Book {
    let item = |ty| CatalogItem::Entry(Box::leak(Box::new(Entry::new(400, code).with_type(ty, "V"))));
    let items = vec![item("hand_written::A"), item("hand_written::B")].leak();
    let catalog: &'static Catalog = Box::leak(Box::new(Catalog::new("Two", items)));
    Book::new("Two", Box::leak(Box::new([catalog])))
}

#[test]
#[should_panic(expected = "duplicate code `Twice` of hand_written::A::V and hand_written::B::V")]
fn both_are_named() {
    book_of_two("Twice");
}

#[test]
#[should_panic(expected = "duplicate code `??`")]
fn other_letters_are_not_shown() {
    book_of_two("ä");
}

#[test]
#[should_panic(expected = "duplicate code `LongLong")]
fn a_long_message_is_cut() {
    book_of_two("Long".repeat(200).leak());
}

/// Numbers in the middle of their types, which other errors follow.
#[test]
#[should_panic(expected = "duplicate number of")]
fn a_number_in_the_middle() {
    #[derive(Debug, ApiError)]
    #[api(display, status = 404)]
    enum Order {
        #[api(code = "NoOrder", number = 7)]
        NoOrder,
        #[api(code = "OrderWasDeletedByItsOwner")]
        Deleted,
    }
    #[derive(Debug, ApiError)]
    #[api(display, status = 404)]
    enum User {
        #[api(code = "NoUser", number = 7)]
        NoUser,
        #[api(code = "Left")]
        Left,
    }

    Book::new("Shop", &[Order::CATALOG, User::CATALOG]);
}

/// The largest numbers leave no room for a digit of what follows.
#[test]
fn the_largest_numbers() {
    #[derive(Debug, ApiError)]
    #[api(display, status = 404)]
    enum E {
        #[api(code = "Highest", number = 9223372036854775807)]
        Highest,
        #[api(code = "Lowest", number = -9223372036854775808)]
        Lowest,
        #[api(code = "Last")]
        Last,
    }
    static BOOK: Book = Book::new("Shop", &[E::CATALOG]);

    assert_eq!(BOOK.by_number(i64::MAX).next().unwrap().code(), "Highest");
    assert_eq!(BOOK.by_number(i64::MIN).next().unwrap().code(), "Lowest");
}
