//! What templates may name: the facts of an error, of a whole book, of a member of a body.
//!
//! A fact that is known but absent (`number` of an error without one, `meta.area` where only other errors have one) prints
//! nothing. A name that nothing stands behind is a mistake, and the engine says so.

mod entry;
mod example;
mod markdown;
mod member;
mod plain;
mod rust_code;

use std::collections::{BTreeSet, HashMap, HashSet};
use std::hash::Hash;
use std::sync::Arc;

use errbook::{Book, Catalog, Entry};
use minijinja::{Value, context};

use self::entry::ErrorFacts;
pub(crate) use self::entry::{Deprecated, NAMES as ERROR_NAMES, one_of};
pub(crate) use self::markdown::Markdown;
pub(crate) use self::plain::plain;

/// What a [`Table`](crate::Table) can be made of: a [`Book`], a row for each error that is not hidden, or a [`Body`](errbook::Body), a
/// row for each member; those of an object inside it come from its [`Node`](errbook::body::Node).
///
/// Templates over an error may name what the [crate](crate#what-templates-may-name) lists, those over a member `name`, `type`,
/// `required` and `description`. What has no value prints nothing.
pub trait Rows: sealed::Rows {}

pub(crate) mod sealed {
    pub trait Rows {
        /// The names that templates may use.
        const IN_SCOPE: &'static [&'static str];

        /// The values of these names, row for row.
        fn rows(&self) -> Vec<minijinja::Value>;
    }
}

impl Rows for Book {}

impl sealed::Rows for Book {
    const IN_SCOPE: &'static [&'static str] = ERROR_NAMES;

    fn rows(&self) -> Vec<Value> {
        errors(self)
    }
}

/// The errors of a book that are not hidden, in its order.
pub(crate) fn errors(book: &Book) -> Vec<Value> {
    let known = Arc::new(Known::of(book));
    let facts = |entry| {
        // Every entry of a book has one.
        let body = book.body_of(entry).unwrap_or(&errbook::body::FLAT);
        Value::from_object(ErrorFacts::new(entry, body, Arc::clone(&known)))
    };
    book.documented().map(facts).collect()
}

/// What a page may know of the book itself; the errors are those that [`errors`] made.
pub(crate) fn book(book: &Book, errors: &[Value]) -> Value {
    let by_entry: HashMap<_, _> = book.documented().map(std::ptr::from_ref).zip(errors).collect();
    let mut types = Vec::new();
    book.catalogs().iter().for_each(|catalog| collect_types(catalog, &mut types));
    let types = types.into_iter().map(|catalog| {
        let delegated: HashSet<_> =
            catalog.delegates().flat_map(Catalog::documented).map(std::ptr::from_ref).collect();
        let own = catalog.documented().map(std::ptr::from_ref).filter(|entry| !delegated.contains(entry));
        let errors = own.filter_map(|entry| by_entry.get(&entry).copied());
        context! {
            name => catalog.name(),
            description => Markdown::value(catalog.description()),
            errors => errors.cloned().collect::<Vec<_>>(),
        }
    });
    context!(name => book.name(), errors => errors, types => types.collect::<Vec<_>>())
}

/// A type and those that it delegates to, each once.
fn collect_types(catalog: &'static Catalog, types: &mut Vec<&'static Catalog>) {
    if types.iter().all(|known| !std::ptr::eq(*known, catalog)) {
        types.push(catalog);
        catalog.delegates().for_each(|delegate| collect_types(delegate, types));
    }
}

/// The errors of each code, in the order of the first ones.
pub(crate) fn by_code(errors: &[Value]) -> Vec<Vec<Value>> {
    let code = |error: &Value| error.get_attr("code").unwrap_or_default();
    let groups = grouped(errors.iter().map(|error| (code(error), error.clone())));
    groups.into_iter().map(|(_, errors)| errors).collect()
}

/// The values of each key, in the order of the first ones.
pub(crate) fn grouped<K: Hash + Eq + Clone>(
    values: impl IntoIterator<Item = (K, Value)>,
) -> Vec<(K, Vec<Value>)> {
    let mut places = HashMap::new();
    let mut groups: Vec<(K, Vec<Value>)> = Vec::new();
    for (key, value) in values {
        let place = *places.entry(key.clone()).or_insert(groups.len());
        match groups.get_mut(place) {
            Some((_, values)) => values.push(value),
            None => groups.push((key, vec![value])),
        }
    }
    groups
}

/// The names that at least one error of a book has: behind these, an absent text is no mistake.
#[derive(Debug)]
pub(crate) struct Known {
    meta: BTreeSet<&'static str>,
    sections: BTreeSet<&'static str>,
}

impl Known {
    fn of(book: &Book) -> Self {
        let meta = |entry: &'static Entry| entry.metas().iter().map(|(name, _)| *name);
        let sections = |entry: &'static Entry| entry.sections().iter().map(errbook::Section::heading);
        Self {
            meta: book.documented().flat_map(meta).collect(),
            sections: book.documented().flat_map(sections).collect(),
        }
    }
}
