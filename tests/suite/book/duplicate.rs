//! How a book made at runtime reports a code that two errors have, whatever the code looks like.

use errbook::{Book, Catalog, CatalogItem, Entry};

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
