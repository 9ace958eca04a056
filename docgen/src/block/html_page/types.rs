//! The errors by the type that declares them, with ids. That of a code is its anchor; further errors of one anchor have a number behind it.

use std::collections::{HashMap, HashSet};

use errbook::Book;
use errbook_contract::Lock;
use minijinja::{Value, context};

use crate::anchor::anchor;
use crate::facts::{self, grouped};

/// The errors of each type, with the ids and descriptions that the page has.
pub(super) fn groups(book: &Book, lock: Option<&Lock>, ids: &mut Ids) -> Vec<Value> {
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

/// The ids of what is around the errors.
const AROUND: [&str; 2] = ["errbook:errors", "errbook:retired"];

/// The ids that are given already.
pub(super) struct Ids {
    /// The anchors of all codes.
    codes: HashSet<String>,
    taken: HashSet<String>,
}

impl Ids {
    pub(super) fn new(codes: HashSet<String>) -> Self {
        Self { codes, taken: AROUND.map(str::to_owned).into() }
    }

    /// Whether an error on the page has this code.
    pub(super) fn has(&self, code: &str) -> bool {
        self.codes.contains(&anchor(code))
    }

    pub(super) fn of_code(&mut self, code: &str) -> String {
        self.id(&anchor(code), true)
    }

    pub(super) fn of_type(&mut self, name: &str) -> String {
        self.id(&format!("errbook:{name}"), false)
    }

    /// The first free one of these names. Only the first name of a code may be that of an error.
    fn id(&mut self, name: &str, is_code: bool) -> String {
        let numbered = (2..).map(|number| format!("{name}-{number}"));
        let mut names = std::iter::once(name.to_owned()).chain(numbered);
        let is_own = |id: &str| is_code && id == name;
        let is_free = |id: &String| !self.taken.contains(id) && (is_own(id) || !self.codes.contains(id));
        let id = names.find(is_free).unwrap_or_default();
        self.taken.insert(id.clone());
        id
    }
}
