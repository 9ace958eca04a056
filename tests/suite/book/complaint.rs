//! What a book made at run time says of a code that stands for two errors, whatever the code looks like.

use errbook::{Book, Catalog, Entry, Item};

fn book_of_two(code: &'static str) -> Book {
    let item = |ty| Item::Entry(Box::leak(Box::new(Entry::new(ty, "V", 400, code))));
    let items = vec![item("by_hand::A"), item("by_hand::B")].leak();
    let catalog: &'static Catalog = Box::leak(Box::new(Catalog::new("Two", items)));
    Book::new("Two", Box::leak(Box::new([catalog])))
}

#[test]
#[should_panic(expected = "the code `Twice` stands for two errors, by_hand::A::V and by_hand::B::V")]
fn both_are_named() {
    book_of_two("Twice");
}

#[test]
#[should_panic(expected = "the code `??` stands for two errors")]
fn other_letters_are_not_shown() {
    book_of_two("ä");
}

#[test]
#[should_panic(expected = "the code `LongLong")]
fn a_long_message_is_cut() {
    book_of_two("Long".repeat(200).leak());
}
