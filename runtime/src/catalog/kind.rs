//! What a catalog has for an error with a kind.
#![allow(missing_docs, reason = "private to the expansions")]

use super::Catalog;
use crate::__private::UnitKind;
use crate::table::Table;

/// An error that takes its entry from another one, and where its row is, which says the rest.
#[derive(Debug, Clone, Copy)]
pub struct KindItem {
    pub of: KindOf,
    pub table: &'static Table,
    pub row: usize,
    /// Whether it is the first one of its kind's type, whose errors are then checked.
    pub is_first: bool,
    /// Whether documentation leaves the error out.
    pub is_hidden: bool,
}

#[derive(Debug, Clone, Copy)]
pub enum KindOf {
    /// The key on a variant.
    Variant(&'static UnitKind),
    /// The key on a field, which may be any error of its type.
    Type(&'static Catalog),
}

impl KindItem {
    /// The errors of the kind's type.
    pub(crate) const fn catalog(&self) -> &'static Catalog {
        match self.of {
            KindOf::Variant(kind) => kind.catalog(),
            KindOf::Type(catalog) => catalog,
        }
    }
}
