//! The errors of a catalog as a list.

use std::collections::BTreeSet;

use super::{Catalog, CatalogItem, KindItem, KindOf};
use crate::body::Body;
use crate::entry::Entry;
use crate::table::{Row, Table};

/// One error of a catalog. An entry is listed again for each error that has it as its kind.
#[derive(Debug, Clone)]
pub(crate) struct Listed {
    pub(crate) entry: &'static Entry,
    /// The same with what the kind says, if it has a kind itself.
    kind: &'static Entry,
    /// The wire format that a type names for it.
    pub(crate) body: Option<&'static Body>,
    /// The errors around the kind, from the innermost one on: each table and its row.
    around: Vec<(&'static Table, usize)>,
}

impl Listed {
    const fn new(entry: &'static Entry, body: Option<&'static Body>) -> Self {
        Self { entry, kind: entry, body, around: Vec::new() }
    }

    /// Whether the error has the entry as its kind.
    fn has_kind(&self) -> bool {
        !self.around.is_empty()
    }

    /// What tells it from all other errors: addresses and indices.
    pub(crate) fn identity(&self) -> (usize, Vec<(usize, usize)>) {
        let around = self.around.iter().map(|(table, row)| (std::ptr::from_ref(*table).addr(), *row));
        (std::ptr::from_ref(self.entry).addr(), around.collect())
    }

    /// The entry with what the error says itself, which is kept as long as the program runs.
    pub(crate) fn error(&self) -> &'static Entry {
        self.around.iter().fold(self.kind, |kind, (table, row)| {
            let entry = table.row(*row).entry().with_kind(kind, table.has_display);
            Box::leak(Box::new(entry))
        })
    }
}

/// The entries of a list. One that was listed before is skipped if this error has it as its kind.
pub(super) fn entries(listed: Vec<Listed>) -> impl Iterator<Item = &'static Entry> {
    let mut seen = BTreeSet::new();
    let has_kinds = listed.iter().any(Listed::has_kind);
    let is_kept = move |error: &Listed| {
        !has_kinds || seen.insert(std::ptr::from_ref(error.entry).addr()) || !error.has_kind()
    };
    listed.into_iter().filter(is_kept).map(|error| error.entry)
}

impl Catalog {
    /// The errors in the order of the source.
    pub(crate) fn listed(&self, include_hidden: bool) -> Vec<Listed> {
        let mut errors = Vec::new();
        self.collect(None, include_hidden, &mut errors);
        errors
    }

    /// The outermost type that names a format has it for all of its errors.
    fn collect(&self, outer: Option<&'static Body>, include_hidden: bool, errors: &mut Vec<Listed>) {
        let named = outer.or(self.body());
        for item in self.items() {
            match *item {
                CatalogItem::Entry(entry) => errors.push(Listed::new(entry, entry.body().or(named))),
                CatalogItem::Rows(table, start, end) => {
                    let entries = table.entries(start, end);
                    errors.extend(entries.map(|entry| Listed::new(entry, entry.body().or(named))));
                }
                CatalogItem::Catalog(catalog) => catalog.collect(named, include_hidden, errors),
                CatalogItem::Hidden(catalog) if include_hidden => {
                    catalog.collect(named, include_hidden, errors);
                }
                CatalogItem::Kind(kind) if include_hidden || !kind.is_hidden => {
                    kind.collect(named, include_hidden, errors);
                }
                CatalogItem::Hidden(_) | CatalogItem::Kind(_) | CatalogItem::Unknown => {}
            }
        }
    }
}

impl KindItem {
    fn collect(&self, named: Option<&'static Body>, include_hidden: bool, errors: &mut Vec<Listed>) {
        let start = errors.len();
        match self.of {
            KindOf::Variant(kind) => {
                let entry = kind.error().entry();
                let body = entry.body().or(named).or(kind.catalog().body());
                let kind = kind.error().__row().map_or(entry, Row::entry);
                errors.push(Listed { kind, ..Listed::new(entry, body) });
            }
            KindOf::Type(catalog) => catalog.collect(named, include_hidden, errors),
        }
        for error in errors.iter_mut().skip(start) {
            error.around.push((self.table, self.row));
        }
    }
}
