//! All errors of one type, in source order.

use crate::body::Body;
use crate::columns::Columns;
use crate::entry::Entry;
use crate::error::{ApiError, default};

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
///
/// The derive makes one. By hand, it is built in a `static`, of entries that are statics too.
///
/// # Examples
///
/// ```
/// use errbook::{Body, Catalog, Entry, Item, body};
///
/// static BODY: Body = body::PROBLEM;
/// static TEAPOT: Entry = Entry::new("kitchen::Teapot", "Teapot", 418, "Teapot").with_title("I'm a teapot");
/// static CATALOG: Catalog = Catalog::new("Teapot", &[Item::Entry(&TEAPOT)]).with_body(&BODY);
///
/// assert_eq!(CATALOG.entries().next().unwrap().code(), "Teapot");
/// ```
#[derive(Debug)]
pub struct Catalog {
    // Only expansions name the fields: for the compiler, a literal is cheaper than a call.
    #[doc(hidden)]
    pub name: &'static str,
    #[doc(hidden)]
    pub description: &'static str,
    #[doc(hidden)]
    pub items: &'static [Item],
    #[doc(hidden)]
    pub body: Option<&'static Body>,
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
    /// Starts a catalog: the name of its type, and its variants in the order of the source.
    pub const fn new(name: &'static str, items: &'static [Item]) -> Self {
        Self { name, description: "", items, body: None }
    }

    /// Sets the description, in Markdown.
    #[must_use]
    pub const fn with_description(mut self, description: &'static str) -> Self {
        self.description = description;
        self
    }

    /// Sets the wire format of all its errors; the one that [`ApiError::body`] answers.
    #[must_use]
    pub const fn with_body(mut self, body: &'static Body) -> Self {
        self.body = Some(body);
        self
    }

    /// The name of the type.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The doc comment of the type, in Markdown, without its sections.
    pub const fn description(&self) -> &'static str {
        self.description
    }

    /// The wire format that the type names, if it names one: that of its errors, and of those it delegates to.
    pub const fn body(&self) -> Option<&'static Body> {
        self.body
    }

    /// All entries, in the order of the source; those of a transparent variant stand in its place.
    pub fn entries(&self) -> impl Iterator<Item = &'static Entry> + use<> {
        self.walk(true).map(|(entry, _)| entry)
    }

    /// The entries that documentation shows: all but the hidden ones.
    pub fn documented(&self) -> impl Iterator<Item = &'static Entry> + use<> {
        self.walk(false).map(|(entry, _)| entry).filter(|entry| !entry.is_hidden())
    }

    /// The catalogs of the types that its transparent variants delegate to, but for hidden variants.
    pub fn delegates(&self) -> impl Iterator<Item = &'static Catalog> + use<> {
        self.items.iter().filter_map(|item| match *item {
            Item::Catalog(catalog) => Some(catalog),
            _ => None,
        })
    }

    /// The entries, each with the wire format of its replies.
    pub(crate) fn walk(
        &self,
        into_hidden: bool,
    ) -> impl Iterator<Item = (&'static Entry, &'static Body)> + use<> {
        let mut entries = Vec::new();
        self.collect(None, into_hidden, &mut entries);
        entries.into_iter()
    }

    /// The outermost type that names a format has it for all of its errors.
    fn collect(
        &self,
        outer: Option<&'static Body>,
        into_hidden: bool,
        entries: &mut Vec<(&'static Entry, &'static Body)>,
    ) {
        let named = outer.or(self.body);
        let body = named.unwrap_or(&default::BODY);
        for item in self.items {
            match *item {
                Item::Entry(entry) => entries.push((entry, body)),
                Item::Rows(columns, from, to) => {
                    let rows = columns.entries(from as usize..to as usize);
                    entries.extend(rows.map(|entry| (entry, body)));
                }
                Item::Catalog(catalog) => catalog.collect(named, into_hidden, entries),
                Item::Hidden(catalog) if into_hidden => catalog.collect(named, into_hidden, entries),
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
const UNKNOWN: &Catalog = &Catalog::new("dyn ApiError", &[]);

macro_rules! unknown {
    ($($ty:ty),*) => {$(
        impl Catalogued for $ty {
            const CATALOG: &'static Catalog = UNKNOWN;
        }
    )*};
}

unknown!(dyn ApiError, dyn ApiError + Send, dyn ApiError + Send + Sync);
