//! All errors of one type, in source order.

use crate::columns::Columns;
use crate::entry::Entry;
use crate::error::ApiError;

/// An API error whose variants are all known without an occurrence; [derived](derive@crate::ApiError), or written by hand.
///
/// # Examples
///
/// ```
/// use errbook::{ApiError, Catalogued};
///
/// #[derive(Debug, ApiError)]
/// #[api(display)]
/// enum AuthError {
///     #[api(status = 401, code = "Unauthenticated")]
///     Unauthenticated,
/// }
///
/// assert_eq!(AuthError::CATALOG.entries().count(), 1);
/// ```
#[diagnostic::on_unimplemented(
    message = "the errors of `{Self}` are not known",
    label = "this does not implement `errbook::Catalogued`",
    note = "derive it: `#[derive(Debug, errbook::ApiError)]`"
)]
pub trait Catalogued: ApiError {
    /// The errors of this type.
    const CATALOG: &'static Catalog;
}

/// The errors of one type, with those of its transparent variants in their places.
#[derive(Debug)]
pub struct Catalog {
    /// The name of the type.
    pub name: &'static str,
    /// The doc comment of the type, in Markdown, without its sections.
    pub description: &'static str,
    /// Its variants, in the order of the source; to read them, use [`entries`](Self::entries).
    pub items: &'static [Item],
}

/// One variant of a type, for a catalog by hand; derived ones hold theirs in another form.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Item {
    /// An error of its own.
    Entry(&'static Entry),
    /// All errors of the type that a transparent variant delegates to.
    Catalog(&'static Catalog),
    /// The same of a variant that documentation does not show.
    Hidden(&'static Catalog),
    /// Rows of a derived type, from one to another.
    #[doc(hidden)]
    Rows(&'static Columns, u32, u32),
}

impl Catalog {
    /// All entries, in the order of the source; those of a transparent variant stand in its place.
    pub fn entries(&self) -> impl Iterator<Item = &'static Entry> + use<> {
        self.walk(true)
    }

    /// The entries that documentation shows: all but the hidden ones.
    pub fn documented(&self) -> impl Iterator<Item = &'static Entry> + use<> {
        self.walk(false).filter(|entry| !entry.is_hidden())
    }

    fn walk(&self, into_hidden: bool) -> impl Iterator<Item = &'static Entry> + use<> {
        let mut entries = Vec::new();
        self.collect(into_hidden, &mut entries);
        entries.into_iter()
    }

    fn collect(&self, into_hidden: bool, entries: &mut Vec<&'static Entry>) {
        for item in self.items {
            match *item {
                Item::Entry(entry) => entries.push(entry),
                Item::Rows(columns, from, to) => entries.extend(columns.entries(from as usize..to as usize)),
                Item::Catalog(catalog) => catalog.collect(into_hidden, entries),
                Item::Hidden(catalog) if into_hidden => catalog.collect(into_hidden, entries),
                Item::Hidden(_) => {}
            }
        }
    }
}

impl<T: Catalogued> Catalogued for Box<T> {
    const CATALOG: &'static Catalog = T::CATALOG;
}

impl<T: Catalogued + ?Sized> Catalogued for std::sync::Arc<T> {
    const CATALOG: &'static Catalog = T::CATALOG;
}

impl<T: Catalogued + ?Sized> Catalogued for &T {
    const CATALOG: &'static Catalog = T::CATALOG;
}

/// Which errors hide behind `dyn` nobody knows: list their catalogs in the book.
const UNKNOWN: &Catalog = &Catalog { name: "dyn ApiError", description: "", items: &[] };

macro_rules! unknown {
    ($($ty:ty),*) => {$(
        impl Catalogued for $ty {
            const CATALOG: &'static Catalog = UNKNOWN;
        }
    )*};
}

unknown!(dyn ApiError, dyn ApiError + Send, dyn ApiError + Send + Sync);
