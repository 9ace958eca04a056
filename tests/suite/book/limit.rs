//! A book of more codes than are looked at is made all the same.

use errbook::{Book, Catalog, Entry, Item};

/// Far more than the documented 16,384.
const CODES: usize = 40_000;

fn entry(at: usize) -> Item {
    let text = |text: String| -> &'static str { text.leak() };
    let entry = Entry::new(text(format!("by_hand::E{at}")), "E", 400, text(format!("C{at}")));
    Item::Entry(Box::leak(Box::new(entry)))
}

fn book(items: Vec<Item>) -> Book {
    let catalog: &'static Catalog = Box::leak(Box::new(Catalog::new("Many", items.leak())));
    Book::new("Many", Box::leak(Box::new([catalog])))
}

#[test]
fn more_than_are_looked_at() {
    let book = book((0..CODES).map(entry).collect());
    assert_eq!(book.by_code("C39999").unwrap().code(), "C39999");
}

#[test]
#[should_panic(expected = "the code `C16383` stands for two errors")]
fn the_last_that_is_looked_at() {
    let mut items: Vec<_> = (0..16_384).map(entry).collect();
    let twice = Entry::new("by_hand::Other", "Other", 400, "C16383");
    items.push(Item::Entry(Box::leak(Box::new(twice))));
    book(items);
}

#[test]
fn the_first_that_is_not() {
    let mut items: Vec<_> = (0..16_385).map(entry).collect();
    let twice = Entry::new("by_hand::Other", "Other", 400, "C16384");
    items.push(Item::Entry(Box::leak(Box::new(twice))));
    assert_eq!(book(items).entries().count(), 16_386);
}
