//! The entries of a book by the keys of look-ups, made at the first one.

use std::collections::{BTreeSet, HashMap};

use super::Book;
use crate::body::{Body, FLAT};
use crate::catalog::Listed;
use crate::entry::Entry;

#[derive(Debug, Default)]
pub(super) struct Index {
    codes: HashMap<&'static str, Vec<&'static Entry>>,
    numbers: HashMap<i64, Vec<&'static Entry>>,
    /// By the addresses of the entries.
    bodies: HashMap<usize, &'static Body>,
}

impl Index {
    pub(super) fn of(book: &Book) -> Self {
        let mut index = Self::default();
        for error in listed(book, false).chain(listed(book, true)) {
            let body = error.body.or(book.body).unwrap_or(&FLAT);
            index.bodies.entry(address(error.entry)).or_insert(body);
        }
        for entry in book.entries() {
            index.codes.entry(entry.code()).or_default().push(entry);
            if let Some(number) = entry.number() {
                index.numbers.entry(number).or_default().push(entry);
            }
        }
        index
    }

    pub(super) fn by_code(&self, code: &str) -> impl Iterator<Item = &'static Entry> {
        self.codes.get(code).into_iter().flatten().copied()
    }

    pub(super) fn by_number(&self, number: i64) -> impl Iterator<Item = &'static Entry> {
        self.numbers.get(&number).into_iter().flatten().copied()
    }

    pub(super) fn body_of(&self, entry: &Entry) -> Option<&'static Body> {
        self.bodies.get(&address(entry)).copied()
    }
}

/// The documented errors, by the addresses of their entries.
#[derive(Debug)]
pub(super) struct Errors(HashMap<usize, Vec<&'static Entry>>);

impl Errors {
    pub(super) fn of(book: &Book) -> Self {
        let mut errors: HashMap<_, Vec<_>> = HashMap::new();
        let mut seen = BTreeSet::new();
        for error in listed(book, false).filter(|error| !error.entry.is_hidden()) {
            if seen.insert(error.identity()) {
                errors.entry(address(error.entry)).or_default().push(error.error());
            }
        }
        Self(errors)
    }

    pub(super) fn of_entry(&self, entry: &Entry) -> impl Iterator<Item = &'static Entry> {
        self.0.get(&address(entry)).into_iter().flatten().copied()
    }
}

fn listed(book: &Book, include_hidden: bool) -> impl Iterator<Item = Listed> {
    book.catalogs.iter().flat_map(move |catalog| catalog.listed(include_hidden))
}

/// An entry is a static, so its address tells it from all others.
pub(super) fn address(entry: &Entry) -> usize {
    std::ptr::from_ref(entry).addr()
}
