//! The whole API: a named list of catalogs.

mod unique;

use std::collections::{BTreeSet, HashMap};
use std::sync::OnceLock;

use crate::body::Body;
use crate::catalog::Catalog;
use crate::entry::Entry;

/// All errors of an API, from any number of types.
///
/// # Examples
///
/// ```
/// use errbook::{ApiError, Book, Catalogued};
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
/// assert_eq!(BOOK.by_code("NoSuchOrder").unwrap().status(), http::StatusCode::NOT_FOUND);
/// assert_eq!(BOOK.by_number(1202).unwrap().code(), "NoSuchOrder");
/// ```
///
/// A code that stands for two errors is a compile error, unless both say `shared`:
///
/// ```compile_fail
/// # use errbook::{ApiError, Book, Catalogued};
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
    index: OnceLock<Index>,
}

/// The entries by what they are looked up with, made at the first look.
#[derive(Debug, Default)]
struct Index {
    codes: HashMap<&'static str, &'static Entry>,
    numbers: HashMap<i64, &'static Entry>,
    /// By the addresses of the entries.
    bodies: HashMap<usize, &'static Body>,
}

impl Book {
    /// Makes a book of the API's name and the catalogs of its types.
    ///
    /// A type that is also reached through a transparent variant of another counts once.
    ///
    /// # Panics
    ///
    /// If two errors have the same code or number and not both are `shared`; in a `const` or `static`, that is a
    /// compile error. Beyond 16,384 codes the rest is not looked at.
    #[track_caller]
    pub const fn new(name: &'static str, catalogs: &'static [&'static Catalog]) -> Self {
        unique::check(catalogs);
        Self { name, catalogs, index: OnceLock::new() }
    }

    /// The name of the API.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The catalogs, as listed.
    pub const fn catalogs(&self) -> &'static [&'static Catalog] {
        self.catalogs
    }

    /// All entries in order, each once.
    pub fn entries(&self) -> impl Iterator<Item = &'static Entry> + use<> {
        once(self.catalogs.iter().flat_map(|catalog| catalog.entries()))
    }

    /// The entries that documentation shows, each once: all but the hidden ones.
    pub fn documented(&self) -> impl Iterator<Item = &'static Entry> + use<> {
        once(self.catalogs.iter().flat_map(|catalog| catalog.documented()))
    }

    /// The first entry with this code.
    pub fn by_code(&self, code: &str) -> Option<&'static Entry> {
        self.index().codes.get(code).copied()
    }

    /// The first entry with this number.
    pub fn by_number(&self, number: i64) -> Option<&'static Entry> {
        self.index().numbers.get(&number).copied()
    }

    /// The wire format in which the API answers with this entry, one of this book's; `None` for any other.
    ///
    /// It is what the outermost type names on the way to the error, as of [`ApiError::body`](crate::ApiError::body), and
    /// [`FLAT`](crate::body::FLAT) where none names one. Of several ways to an error the first that documentation shows counts.
    ///
    /// # Examples
    ///
    /// ```
    /// use errbook::{ApiError, Book, Catalogued};
    ///
    /// #[derive(Debug, ApiError)]
    /// #[api(display, body = errbook::body::PROBLEM, status = 410, code = "Gone")]
    /// struct Gone;
    ///
    /// static BOOK: Book = Book::new("Orders API", &[Gone::CATALOG]);
    ///
    /// assert_eq!(BOOK.body_of(Gone.entry()).unwrap().media_type(), "application/problem+json");
    /// ```
    pub fn body_of(&self, entry: &Entry) -> Option<&'static Body> {
        self.index().bodies.get(&address(entry)).copied()
    }

    fn index(&self) -> &Index {
        self.index.get_or_init(|| {
            let mut index = Index::default();
            // What an error looks like on the ways that are documented counts first.
            for (entry, body) in self.catalogs.iter().flat_map(|catalog| catalog.walk(false)) {
                index.bodies.entry(address(entry)).or_insert(body);
            }
            for (entry, body) in self.catalogs.iter().flat_map(|catalog| catalog.walk(true)) {
                index.bodies.entry(address(entry)).or_insert(body);
                index.codes.entry(entry.code()).or_insert(entry);
                if let Some(number) = entry.number() {
                    index.numbers.entry(number).or_insert(entry);
                }
            }
            index
        })
    }
}

/// An entry is a static, which its address tells from others.
fn address(entry: &Entry) -> usize {
    std::ptr::from_ref(entry).addr()
}

/// Leaves out what came before.
fn once(entries: impl Iterator<Item = &'static Entry>) -> impl Iterator<Item = &'static Entry> {
    let mut seen = BTreeSet::new();
    entries.filter(move |entry| seen.insert(address(entry)))
}
