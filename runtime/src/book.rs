//! The whole API: a named list of catalogs.

mod index;
mod unique;

use std::collections::BTreeSet;
use std::sync::OnceLock;

use self::index::{Errors, Index, address};
pub(crate) use self::unique::{Key, is_same};
use crate::body::Body;
use crate::catalog::Catalog;
use crate::entry::Entry;

/// All errors of an API, from any number of types.
///
/// # Examples
///
/// ```
/// use errbook::{ApiError, Book};
///
/// #[derive(Debug, ApiError)]
/// #[api(display)]
/// enum OrderError {
///     #[api(status = 404, code = "NoSuchOrder", number = 1202)]
///     NotFound,
/// }
///
/// static BOOK: Book = Book::new("Orders API", &[OrderError::CATALOG]);
///
/// let entry = BOOK.by_code("NoSuchOrder").next().unwrap();
/// assert_eq!(entry.status(), http::StatusCode::NOT_FOUND);
/// assert_eq!(BOOK.by_number(1202).next(), Some(entry));
/// ```
///
/// A duplicate code is a compile error, unless both errors say `shared`:
///
/// ```compile_fail
/// # use errbook::{ApiError, Book};
/// #[derive(Debug, ApiError)]
/// #[api(display, status = 404)]
/// enum OrderError { #[api(code = "NotFound")] Order }
///
/// #[derive(Debug, ApiError)]
/// #[api(display, status = 404)]
/// enum UserError { #[api(code = "NotFound")] User }
///
/// static BOOK: Book = Book::new("Orders API", &[OrderError::CATALOG, UserError::CATALOG]);
/// ```
#[derive(Debug)]
pub struct Book {
    name: &'static str,
    catalogs: &'static [&'static Catalog],
    body: Option<&'static Body>,
    index: OnceLock<Index>,
    errors: OnceLock<Errors>,
}

impl Book {
    /// Creates a book from the name of the API and the catalogs of its types.
    ///
    /// A type counts once, even if a transparent variant of another type delegates to it too. Two types with the same name in
    /// the same module, such as types in two functions, also count as one: duplicate codes among them are not detected.
    ///
    /// # Panics
    ///
    /// If two errors have the same code or number and not both are `shared`. In a `const` or `static`, that is a compile
    /// error. Only the first 16,384 codes and numbers are checked.
    #[track_caller]
    pub const fn new(name: &'static str, catalogs: &'static [&'static Catalog]) -> Self {
        unique::check(catalogs);
        Self { name, catalogs, body: None, index: OnceLock::new(), errors: OnceLock::new() }
    }

    /// Sets the wire format of the API, in which types that name none answer: in documentation, and in replies whose
    /// [`default_body`](crate::Reply::default_body) it is.
    ///
    /// A type that names another is in [`other_formats`](Self::other_formats).
    ///
    /// # Panics
    ///
    /// If an error of a type that names no format lacks what this one [requires](Body::with_required). In a `const` or
    /// `static`, that is a compile error.
    ///
    /// # Examples
    ///
    /// ```
    /// use errbook::{ApiError, Book, body};
    ///
    /// #[derive(Debug, ApiError)]
    /// #[api(display, status = 410, code = "Gone")]
    /// struct Gone;
    ///
    /// static BOOK: Book = Book::new("Orders API", &[Gone::CATALOG]).with_body(&body::PROBLEM);
    ///
    /// assert_eq!(BOOK.body_of(Gone.entry()).unwrap().content_type(), "application/problem+json");
    /// ```
    #[must_use]
    #[track_caller]
    pub const fn with_body(mut self, body: &'static Body) -> Self {
        let mut at = 0;
        while at < self.catalogs.len() {
            self.catalogs[at].check(body, false);
            at += 1;
        }
        self.body = Some(body);
        self
    }

    /// The wire format of the API, if the book has one.
    pub const fn body(&self) -> Option<&'static Body> {
        self.body
    }

    /// The names of the types that name another wire format than the book.
    ///
    /// # Examples
    ///
    /// ```
    /// use errbook::{ApiError, Book, body};
    ///
    /// #[derive(Debug, ApiError)]
    /// #[api(display, body = body::NESTED, status = 410, code = "Gone")]
    /// struct Gone;
    ///
    /// static BOOK: Book = Book::new("Orders API", &[Gone::CATALOG]).with_body(&body::PROBLEM);
    ///
    /// assert_eq!(BOOK.other_formats(), ["Gone"]);
    /// ```
    pub fn other_formats(&self) -> Vec<&'static str> {
        let mut names = Vec::new();
        if let Some(body) = self.body {
            self.catalogs.iter().for_each(|catalog| push_other_format(&mut names, catalog, body));
        }
        names
    }

    /// The name of the API.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The catalogs, in the order in which they were given.
    pub const fn catalogs(&self) -> &'static [&'static Catalog] {
        self.catalogs
    }

    /// All entries in order, each once.
    pub fn entries(&self) -> impl Iterator<Item = &'static Entry> + use<> {
        unique_entries(self.catalogs.iter().flat_map(|catalog| catalog.entries()))
    }

    /// The entries that documentation shows, each once: all but the hidden ones.
    pub fn documented_entries(&self) -> impl Iterator<Item = &'static Entry> + use<> {
        unique_entries(self.catalogs.iter().flat_map(|catalog| catalog.documented_entries()))
    }

    /// The entries with this code, in order: several if it is shared.
    pub fn by_code(&self, code: &str) -> impl Iterator<Item = &'static Entry> {
        self.index().by_code(code)
    }

    /// The entries with this number, in order: several if it is shared.
    pub fn by_number(&self, number: i64) -> impl Iterator<Item = &'static Entry> {
        self.index().by_number(number)
    }

    /// The names of the types with a variant that holds `dyn ApiError`, whose errors cannot be enumerated.
    ///
    /// # Examples
    ///
    /// ```
    /// use errbook::{ApiError, Book};
    ///
    /// #[derive(Debug, ApiError)]
    /// #[api(display)]
    /// enum OrderError {
    ///     #[api(transparent)]
    ///     Plugin(Box<dyn ApiError>),
    /// }
    ///
    /// static BOOK: Book = Book::new("Orders API", &[OrderError::CATALOG]);
    ///
    /// assert_eq!(BOOK.incomplete_types(), ["OrderError"]);
    /// ```
    pub fn incomplete_types(&self) -> Vec<&'static str> {
        let mut names = Vec::new();
        self.catalogs.iter().for_each(|catalog| push_incomplete(&mut names, catalog));
        names
    }

    /// The wire format of the API's replies with this entry; `None` if the entry is not in this book.
    ///
    /// The outermost type that names a format decides, as in [`ApiError::body`](crate::ApiError::body). If none does, it is
    /// that of the [book](Self::with_body), or [`FLAT`](crate::body::FLAT). If an entry is reached in several ways, the first
    /// documented one counts.
    ///
    /// # Examples
    ///
    /// ```
    /// use errbook::{ApiError, Book};
    ///
    /// #[derive(Debug, ApiError)]
    /// #[api(display, body = errbook::body::PROBLEM, status = 410, code = "Gone")]
    /// struct Gone;
    ///
    /// static BOOK: Book = Book::new("Orders API", &[Gone::CATALOG]);
    ///
    /// assert_eq!(BOOK.body_of(Gone.entry()).unwrap().content_type(), "application/problem+json");
    /// ```
    pub fn body_of(&self, entry: &Entry) -> Option<&'static Body> {
        self.index().body_of(entry)
    }

    /// The documented errors with this entry: the entry itself, or one for each error that has it as its `kind`, in order.
    ///
    /// The entry of such an error is that of the kind, with the message, details and headers that the error says itself. Its
    /// type and variant are those of the error.
    ///
    /// # Examples
    ///
    /// ```
    /// use errbook::{ApiError, Book};
    ///
    /// #[derive(Debug, ApiError)]
    /// #[api(display, status = 404, code = "NotFound")]
    /// struct NotFound;
    ///
    /// #[derive(Debug, ApiError)]
    /// #[api(display)]
    /// enum OrderError {
    ///     #[api(kind = NotFound, message = "no order {id}")]
    ///     Order {
    ///         #[api(detail)]
    ///         id: u64,
    ///     },
    ///     #[api(kind = NotFound, message = "no invoice")]
    ///     Invoice,
    /// }
    ///
    /// static BOOK: Book = Book::new("Orders API", &[OrderError::CATALOG]);
    ///
    /// let messages: Vec<_> = BOOK.errors_of(NotFound.entry()).map(|error| error.message()).collect();
    /// assert_eq!(messages, [Some("no order {id}"), Some("no invoice")]);
    /// ```
    pub fn errors_of(&self, entry: &Entry) -> impl Iterator<Item = &'static Entry> {
        self.errors.get_or_init(|| Errors::of(self)).of_entry(entry)
    }

    fn index(&self) -> &Index {
        self.index.get_or_init(|| Index::of(self))
    }
}

/// Adds the type of a catalog and the types that it delegates to, each once.
fn push_incomplete(names: &mut Vec<&'static str>, catalog: &Catalog) {
    if catalog.is_incomplete() && !names.contains(&catalog.name()) {
        names.push(catalog.name());
    }
    catalog.delegates().for_each(|inner| push_incomplete(names, inner));
}

/// Adds the outermost types that name another format, each once.
fn push_other_format(names: &mut Vec<&'static str>, catalog: &Catalog, expected: &Body) {
    let Some(body) = catalog.body() else {
        return catalog.delegates().for_each(|inner| push_other_format(names, inner, expected));
    };
    if body.id() != expected.id() && !names.contains(&catalog.name()) {
        names.push(catalog.name());
    }
}

/// Skips entries that came before.
fn unique_entries(entries: impl Iterator<Item = &'static Entry>) -> impl Iterator<Item = &'static Entry> {
    let mut seen = BTreeSet::new();
    entries.filter(move |entry| seen.insert(address(entry)))
}
