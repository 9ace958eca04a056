//! The names that templates may use: the facts of an error, of a whole book, of a member of a body.
//!
//! Absent values render as nothing: `number` of an error without one, `meta.area` if only other errors have it. Unknown names are
//! errors of the engine.

mod entry;
mod example;
mod lock;
mod markdown;
mod member;
mod part;
mod published;

use std::collections::{BTreeSet, HashMap, HashSet};
use std::hash::Hash;
use std::sync::{Arc, LazyLock, OnceLock};

use errbook::{Book, Catalog, Entry};
use errbook_contract::{Endpoints, Lock};
use minijinja::{Environment, Value, context};

use self::entry::ErrorFacts;
pub(crate) use self::entry::{Deprecated, NAMES as ERROR_NAMES, one_of};
pub(crate) use self::lock::{phrase, retired};
pub(crate) use self::markdown::{Markdown, plain};

/// A source of rows for a [`Table`](crate::Table): a [`Book`], a [`Body`](errbook::Body) or a [`Node`](errbook::body::Node).
///
/// A book has a row for each documented error; templates may use the [names of errors](crate#names-in-templates). A body and an object inside
/// of it have a row for each member, and so have the objects of violations; templates may use `name`, `type`, `required` and `description`.
pub trait RowSource: sealed::RowSource {}

pub(crate) mod sealed {
    pub trait RowSource: std::fmt::Debug + Sync + std::panic::RefUnwindSafe {
        /// The names that templates may use.
        fn in_scope(&self) -> &'static [&'static str];

        /// The rows, with a value for each of these names.
        fn rows(&self) -> Vec<minijinja::Value>;
    }
}

impl RowSource for Book {}

impl sealed::RowSource for Book {
    fn in_scope(&self) -> &'static [&'static str] {
        ERROR_NAMES
    }

    fn rows(&self) -> Vec<Value> {
        errors(self, None)
    }
}

/// The documented errors of a book, in its order.
pub(crate) fn errors(book: &Book, lock: Option<&Lock>) -> Vec<Value> {
    let entries: Arc<[_]> = book.documented_entries().collect();
    let known = Arc::new(Known::of(Arc::clone(&entries), lock));
    let facts = |entry: &&'static Entry| ErrorFacts::new(book, entry, Arc::clone(&known));
    entries.iter().map(facts).map(Value::from_object).collect()
}

/// The facts of the book itself, and what its lock knows beside them. `errors` are those of [`errors`].
pub(crate) fn book(book: &Book, lock: Option<&Lock>, errors: &[Value]) -> Value {
    let by_entry: HashMap<_, _> = book.documented_entries().map(std::ptr::from_ref).zip(errors).collect();
    let types = types(book).into_iter().map(|catalog| {
        let delegated: HashSet<_> =
            catalog.delegates().flat_map(Catalog::documented_entries).map(std::ptr::from_ref).collect();
        let own =
            catalog.documented_entries().map(std::ptr::from_ref).filter(|entry| !delegated.contains(entry));
        let errors = own.filter_map(|entry| by_entry.get(&entry).copied());
        context! {
            name => catalog.name(),
            description => Markdown::value(catalog.description()),
            errors => errors.cloned().collect::<Vec<_>>(),
        }
    });
    let types = types.collect::<Vec<_>>();
    let (everywhere, endpoints) = lock::endpoints(lock, errors);
    let retired = lock::all_retired(lock);
    context!(name => book.name(), errors, types, everywhere, endpoints, retired)
}

/// The types of a book and those that they delegate to, each once.
pub(crate) fn types(book: &Book) -> Vec<&'static Catalog> {
    let (mut types, mut known) = (Vec::new(), HashSet::new());
    // The next one is the last.
    let mut next: Vec<&'static Catalog> = book.catalogs().iter().copied().rev().collect();
    while let Some(catalog) = next.pop() {
        if known.insert(std::ptr::from_ref(catalog)) {
            types.push(catalog);
            let delegates: Vec<_> = catalog.delegates().collect();
            next.extend(delegates.into_iter().rev());
        }
    }
    types
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

/// What the engine has in place of a missing `else`. It alone prints nothing, without an error and also where the engine makes text of
/// it, as in `code ~ number`, and is less than any number.
static ABSENT: LazyLock<Value> = LazyLock::new(|| {
    let engine = Environment::new();
    engine.compile_expression("0 if false").and_then(|missing| missing.eval(())).unwrap_or_default()
});

/// The value, if there is one; otherwise that of what an error does not have.
fn known(value: impl Into<Value>) -> Value {
    let value = value.into();
    if value.is_none() { ABSENT.clone() } else { value }
}

/// What the errors of a book have in common.
#[derive(Debug)]
pub(crate) struct Known {
    entries: Arc<[&'static Entry]>,
    meta: OnceLock<BTreeSet<&'static str>>,
    sections: OnceLock<BTreeSet<&'static str>>,
    endpoints: Endpoints,
}

impl Known {
    fn of(entries: Arc<[&'static Entry]>, lock: Option<&Lock>) -> Self {
        let endpoints = lock.map(|lock| lock.endpoints().clone()).unwrap_or_default();
        Self { entries, meta: OnceLock::new(), sections: OnceLock::new(), endpoints }
    }

    /// Whether at least one error has custom metadata of this name. Then, an absent text is not an error.
    fn has_meta(&self, name: &str) -> bool {
        let names = |entry: &&'static Entry| entry.all_meta().map(|(name, _)| name);
        self.meta.get_or_init(|| self.entries.iter().flat_map(names).collect()).contains(name)
    }

    /// The same for a section.
    fn has_section(&self, heading: &str) -> bool {
        let headings = |entry: &&'static Entry| entry.sections().map(|section| section.heading());
        self.sections.get_or_init(|| self.entries.iter().flat_map(headings).collect()).contains(heading)
    }
}
