//! The errors by the type that declares them.

use std::collections::HashMap;

use errbook::Book;
use errbook_contract::Lock;
use minijinja::{Value, context};

use super::ids::Ids;
use crate::facts::{self, grouped};

/// The errors of each type, with the ids and descriptions that the page has.
pub(super) fn groups(book: &Book, lock: Option<&Lock>, ids: &mut Ids<'_>) -> Vec<Value> {
    let types = facts::types(book).into_iter().map(|ty| (ty.name(), ty.description()));
    let descriptions: HashMap<_, _> = types.collect();
    let groups = by_type(book, lock).into_iter().map(|(name, errors)| {
        let code = |error: &Value| error.get_attr("code").unwrap_or_default().to_string();
        let errors = errors.into_iter().map(|error| (ids.of_code(&code(&error)), error));
        context! {
            errors => errors.collect::<Vec<_>>(),
            id => ids.of_type(name),
            name,
            description => descriptions.get(name).copied(),
        }
    });
    groups.collect()
}

/// The errors of each type, in the order of the first ones. A struct is one error, so it is listed with the type that the book
/// names.
fn by_type(book: &Book, lock: Option<&Lock>) -> Vec<(&'static str, Vec<Value>)> {
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
