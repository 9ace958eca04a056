//! A book of more codes than are looked at is made all the same.

use errbook::{Book, Catalog, CatalogItem, Entry};

/// Far more than the documented 16,384.
const CODES: usize = 40_000;

fn entry(at: usize) -> CatalogItem {
    let text = |text: String| -> &'static str { text.leak() };
    let entry = Entry::new(400, text(format!("C{at}"))).with_type(text(format!("hand_written::E{at}")), "E");
    CatalogItem::Entry(Box::leak(Box::new(entry)))
}

fn book(items: Vec<CatalogItem>) -> Book {
    let catalog: &'static Catalog = Box::leak(Box::new(Catalog::new("Many", items.leak())));
    Book::new("Many", Box::leak(Box::new([catalog])))
}

#[test]
fn more_than_are_looked_at() {
    let book = book((0..CODES).map(entry).collect());
    assert_eq!(book.by_code("C39999").next().unwrap().code(), "C39999");
}

#[test]
#[should_panic(expected = "duplicate code `C16383`")]
fn the_last_that_is_looked_at() {
    let mut items: Vec<_> = (0..16_384).map(entry).collect();
    let twice = Entry::new(400, "C16383").with_type("hand_written::Other", "Other");
    items.push(CatalogItem::Entry(Box::leak(Box::new(twice))));
    book(items);
}

#[test]
fn the_first_that_is_not() {
    let mut items: Vec<_> = (0..16_385).map(entry).collect();
    let twice = Entry::new(400, "C16384").with_type("hand_written::Other", "Other");
    items.push(CatalogItem::Entry(Box::leak(Box::new(twice))));
    assert_eq!(book(items).entries().count(), 16_386);
}
