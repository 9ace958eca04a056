//! The errors by the type that declares them.

use std::collections::HashMap;

use errbook::{Book, Catalog};
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

/// Adds the descriptions of types and of those that they delegate to, in Markdown.
pub(super) fn describe<'c>(
    catalogs: impl Iterator<Item = &'c Catalog>,
    descriptions: &mut HashMap<&'static str, &'static str>,
) {
    for catalog in catalogs {
        // A type that is reached twice has nothing new below it.
        if descriptions.insert(catalog.name(), catalog.description()).is_none() {
            describe(catalog.delegates(), descriptions);
        }
    }
}
