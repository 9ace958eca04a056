//! The errors by the type that declares them. A struct is one error, so it is listed with the type that the book names.

use std::collections::HashMap;

use errbook::{Book, Catalog, Entry};
use errbook_contract::Lock;
use minijinja::Value;

use super::text::heading_of_type;
use crate::facts;

/// The errors of one type.
pub(super) struct Group {
    pub(super) name: &'static str,
    pub(super) heading: String,
    /// In Markdown.
    pub(super) description: &'static str,
    pub(super) errors: Vec<(&'static Entry, Value)>,
}

/// The groups of a book, in the order of their first errors.
pub(super) fn groups(book: &Book, lock: Option<&Lock>) -> Vec<Group> {
    let listed = listed(book);
    let mut places = HashMap::new();
    let mut groups: Vec<Group> = Vec::new();
    for (entry, facts) in book.documented_entries().zip(facts::errors(book, lock)) {
        let is_struct = entry.type_name().is_empty() || entry.variant() == entry.type_name();
        let of_book = listed.of_book.get(&std::ptr::from_ref(entry)).copied();
        let name = of_book.filter(|_| is_struct).unwrap_or(entry.type_name());
        let place = *places.entry(name).or_insert_with(|| {
            let description = listed.descriptions.get(name).copied().unwrap_or_default();
            groups.push(Group { name, heading: heading_of_type(name), description, errors: Vec::new() });
            groups.len() - 1
        });
        if let Some(group) = groups.get_mut(place) {
            group.errors.push((entry, facts));
        }
    }
    groups
}

/// What the catalogs of a book say about its types.
struct Listed {
    /// The type that the book names, for each entry.
    of_book: HashMap<*const Entry, &'static str>,
    descriptions: HashMap<&'static str, &'static str>,
}

fn listed(book: &Book) -> Listed {
    let mut listed = Listed { of_book: HashMap::new(), descriptions: HashMap::new() };
    for catalog in book.catalogs() {
        for entry in catalog.documented_entries() {
            listed.of_book.entry(entry).or_insert(catalog.name());
        }
        describe(catalog, &mut listed.descriptions);
    }
    listed
}

fn describe(catalog: &'static Catalog, descriptions: &mut HashMap<&'static str, &'static str>) {
    // A type that is reached twice has nothing new below it.
    if descriptions.insert(catalog.name(), catalog.description()).is_none() {
        catalog.delegates().for_each(|delegate| describe(delegate, descriptions));
    }
}
