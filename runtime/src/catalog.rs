//! All errors of one type, in the order of the source.

mod kind;
mod listed;

pub use self::kind::{KindItem, KindOf};
pub(crate) use self::listed::Listed;

use crate::body::Body;
use crate::entry::{Entry, description};
use crate::error::{AnyError, ApiError};
use crate::table::Table;

/// A type whose errors can be enumerated without an instance: usually an [`ApiError`](trait@crate::ApiError).
///
/// [Derive](derive@crate::ApiError) it, or implement it. A type without parameters also has an associated constant `CATALOG`,
/// so that this trait need not be imported.
///
/// # Examples
///
/// ```
/// use errbook::ApiError;
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
    message = "the errors of `{Self}` cannot be enumerated",
    label = "this does not implement `errbook::HasCatalog`",
    note = "derive it: `#[derive(Debug, errbook::ApiError)]`"
)]
pub trait HasCatalog {
    /// The errors of this type.
    const CATALOG: &'static Catalog;
}

/// The errors of one type, including those that its transparent variants delegate to.
///
/// The derive makes one. A hand-written one is a `static`, as its entries are. It must not contain itself, also through others: to
/// list its entries would never end.
///
/// # Examples
///
/// ```
/// use errbook::{Catalog, CatalogItem, Entry, body};
///
/// static TEAPOT: Entry = Entry::new(418, "Teapot").with_type("kitchen::Teapot", "Teapot");
/// static CATALOG: Catalog = Catalog::new("Teapot", &[CatalogItem::Entry(&TEAPOT)]).with_body(&body::PROBLEM);
///
/// assert_eq!(CATALOG.entries().next().unwrap().code(), "Teapot");
/// ```
#[derive(Debug)]
pub struct Catalog {
    // A literal is cheaper to compile than a call, so the field is public to expansions.
    #[doc(hidden)]
    pub __parts: CatalogParts,
}

/// What a catalog consists of; only expansions name it.
#[doc(hidden)]
#[derive(Debug)]
#[allow(missing_docs, reason = "private to the expansions")]
pub enum CatalogParts {
    /// The rows of a type that declares all of its errors itself, and names no format. Its table has everything else, since
    /// each part of a literal is a cost for the compiler.
    Rows(CatalogItem),
    Listed {
        name: &'static str,
        docs: &'static str,
        items: &'static [CatalogItem],
        body: Option<&'static Body>,
    },
}

/// One variant of a type, in a [`Catalog`].
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum CatalogItem {
    /// An error that the type declares.
    Entry(&'static Entry),
    /// The errors of the type that a transparent variant delegates to.
    Catalog(&'static Catalog),
    /// The same for a variant that documentation leaves out.
    Hidden(&'static Catalog),
    /// A transparent variant that holds `dyn ApiError`, whose errors cannot be enumerated.
    Unknown,
    /// A variant that takes its entry from an error of another type.
    #[doc(hidden)]
    Kind(KindItem),
    /// The rows of a derived type that start in a range of bytes.
    #[doc(hidden)]
    Rows(&'static Table, u32, u32),
}

/// The catalog of a type that declares all of its errors itself, which are the rows that start before this byte.
pub const fn catalog_of_rows(table: &'static Table, end: u32) -> Catalog {
    Catalog { __parts: CatalogParts::Rows(CatalogItem::Rows(table, 0, end)) }
}

impl Catalog {
    /// Creates a catalog from the name of its type and its variants, in the order of the source.
    pub const fn new(name: &'static str, items: &'static [CatalogItem]) -> Self {
        Self { __parts: CatalogParts::Listed { name, docs: "", items, body: None } }
    }

    /// Sets the documentation of the type, in Markdown. Without the feature `docs` it is dropped.
    #[must_use]
    pub const fn with_docs(mut self, docs: &'static str) -> Self {
        if let CatalogParts::Listed { docs: own, .. } = &mut self.__parts {
            *own = if cfg!(feature = "docs") { docs } else { "" };
        }
        self
    }

    /// Sets the wire format of the type, the one that [`ApiError::body`](crate::ApiError::body) returns.
    #[must_use]
    pub const fn with_body(mut self, body: &'static Body) -> Self {
        if let CatalogParts::Listed { body: own, .. } = &mut self.__parts {
            *own = Some(body);
        }
        self
    }

    /// The name of the type.
    pub const fn name(&self) -> &'static str {
        match self.__parts {
            CatalogParts::Listed { name, .. } => name,
            CatalogParts::Rows(CatalogItem::Rows(table, ..)) => table.name(),
            CatalogParts::Rows(_) => "",
        }
    }

    /// The documentation of the type before its first `# Heading`, in Markdown.
    pub fn description(&self) -> &'static str {
        description(match self.__parts {
            CatalogParts::Listed { docs, .. } => docs,
            CatalogParts::Rows(CatalogItem::Rows(table, ..)) => table.type_docs(),
            CatalogParts::Rows(_) => "",
        })
    }

    /// The variants, in the order of the source.
    pub(crate) const fn items(&self) -> &[CatalogItem] {
        match &self.__parts {
            CatalogParts::Rows(rows) => std::slice::from_ref(rows),
            CatalogParts::Listed { items, .. } => items,
        }
    }

    /// The wire format that the type names for its errors and for those it delegates to, if any.
    pub const fn body(&self) -> Option<&'static Body> {
        match self.__parts {
            CatalogParts::Rows(_) => None,
            CatalogParts::Listed { body, .. } => body,
        }
    }

    /// All entries, in the order of the source. Those of a transparent variant take its place.
    pub fn entries(&self) -> impl Iterator<Item = &'static Entry> + use<> {
        listed::entries(self.listed(true))
    }

    /// The entries that documentation shows: all but the hidden ones.
    pub fn documented_entries(&self) -> impl Iterator<Item = &'static Entry> + use<> {
        listed::entries(self.listed(false)).filter(|entry| !entry.is_hidden())
    }

    /// The catalogs of the types that its transparent variants delegate to, and of its kinds, except for hidden variants.
    pub fn delegates(&self) -> impl Iterator<Item = &'static Catalog> + use<> {
        let items = match self.__parts {
            CatalogParts::Rows(_) => &[],
            CatalogParts::Listed { items, .. } => items,
        };
        items.iter().filter_map(|item| match *item {
            CatalogItem::Catalog(catalog) if !catalog.is_unknown() => Some(catalog),
            CatalogItem::Kind(kind) if kind.is_first && !kind.is_hidden && !kind.catalog().is_unknown() => {
                Some(kind.catalog())
            }
            _ => None,
        })
    }

    /// Whether a documented variant holds `dyn ApiError`, so that errors are missing here.
    ///
    /// Those that variants delegate to are asked separately: [`delegates`](Self::delegates).
    pub fn is_incomplete(&self) -> bool {
        self.items().iter().any(|item| match item {
            CatalogItem::Unknown => true,
            CatalogItem::Catalog(inner) => inner.is_unknown(),
            CatalogItem::Kind(kind) => !kind.is_hidden && kind.catalog().is_unknown(),
            CatalogItem::Entry(_) | CatalogItem::Hidden(_) | CatalogItem::Rows(..) => false,
        })
    }

    /// Whether this is the catalog of `dyn ApiError`.
    fn is_unknown(&self) -> bool {
        matches!(self.items(), [CatalogItem::Unknown])
    }

    /// Panics if an error of it lacks what a format requires, which types that name a format of their own may have replaced.
    #[track_caller]
    pub(crate) const fn check(&self, body: &Body, includes_named: bool) {
        let items = if includes_named || self.body().is_none() { self.items() } else { &[] };
        let mut at = 0;
        while at < items.len() {
            match items[at] {
                CatalogItem::Entry(entry) if entry.body().is_some() => {}
                CatalogItem::Entry(entry) => body.check(entry),
                CatalogItem::Rows(table, start, end) => table.check(body, start as usize, end as usize),
                CatalogItem::Catalog(inner) | CatalogItem::Hidden(inner) => inner.check(body, includes_named),
                CatalogItem::Kind(kind) if kind.is_first => kind.catalog().check(body, includes_named),
                CatalogItem::Kind(_) | CatalogItem::Unknown => {}
            }
            at += 1;
        }
    }
}

impl<T: HasCatalog> HasCatalog for Box<T> {
    const CATALOG: &'static Catalog = T::CATALOG;
}

impl<T: HasCatalog + ?Sized> HasCatalog for std::sync::Arc<T> {
    const CATALOG: &'static Catalog = T::CATALOG;
}

impl<T: HasCatalog + ?Sized> HasCatalog for &T {
    const CATALOG: &'static Catalog = T::CATALOG;
}

/// List the catalogs of the errors behind `dyn ApiError` in the book.
const UNKNOWN: &Catalog = &Catalog::new("dyn ApiError", &[CatalogItem::Unknown]);

impl HasCatalog for dyn ApiError {
    const CATALOG: &'static Catalog = UNKNOWN;
}

/// The same type, as it is often written.
impl HasCatalog for dyn ApiError + Send + Sync {
    const CATALOG: &'static Catalog = UNKNOWN;
}

/// So that the documentation of a handler that returns it can say so.
impl HasCatalog for AnyError {
    const CATALOG: &'static Catalog = UNKNOWN;
}
