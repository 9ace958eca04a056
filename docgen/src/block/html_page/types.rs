//! The errors by the type that declares them.

use std::collections::HashMap;

use errbook::Book;
use errbook_contract::Lock;
use minijinja::Value;

use crate::facts::{self, grouped};

/// The errors of each type, in the order of the first ones. A struct is one error, so it is listed with the type that the book
/// names.
pub(super) fn by_type(book: &Book, lock: Option<&Lock>) -> Vec<(&'static str, Vec<Value>)> {
    let mut named = HashMap::new();
    for catalog in book.catalogs() {
        for entry in catalog.documented_entries() {
            named.entry(std::ptr::from_ref(entry)).or_insert(catalog.name());
        }
    }
    let types = book.documented_entries().map(|entry| {
        let is_struct = entry.type_name().is_empty() || entry.variant() == entry.type_name();
        let named = named.get(&std::ptr::from_ref(entry)).filter(|_| is_struct);
        named.copied().unwrap_or(entry.type_name())
    });
    grouped(types.zip(facts::errors(book, lock)))
}
