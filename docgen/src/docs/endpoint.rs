//! The endpoints of an API, and the errors of each: inferred from handlers, or named.

use errbook::{Catalog, Entry, HasCatalog};
use errbook_contract::Endpoints;

use super::Docs;
use crate::block::options::builder;
use crate::error::{Error, ErrorKind};

/// What was said about endpoints.
#[derive(Debug, Default)]
pub(super) struct Declared {
    endpoints: Vec<(String, &'static Catalog)>,
    everywhere: Vec<&'static Catalog>,
}

impl Docs<'_> {
    /// Adds an endpoint, and infers from its handler which errors it answers with.
    ///
    /// The handler is never called. It is a function, async or not, of at most 16 arguments that returns `Result<_, E>`, where `E`
    /// [is in the book](HasCatalog). Where frameworks turn handlers into something else, name the type by
    /// [`endpoint_of`](Self::endpoint_of).
    ///
    /// The [lock](Self::lock) has a table for each endpoint, so the diff says when an endpoint answers with a new error. Templates
    /// have `endpoints` and [`book.endpoints`](crate#names-of-the-book), [`HtmlPage`](crate::HtmlPage) names the endpoints of each
    /// error, and [`Matrix`](crate::Matrix) shows all of them.
    ///
    /// A handler that returns a boxed error, such as [`AnyError`](errbook::AnyError), may answer with any error of the book. The
    /// lint `endpoint-any` finds it.
    ///
    /// # Examples
    ///
    /// A set of errors is an enum with transparent variants:
    ///
    /// ```
    /// use errbook::{ApiError, Book, HttpError};
    /// use errbook_docgen::Docs;
    ///
    /// #[derive(Debug, ApiError)]
    /// #[api(display, status = 404, code = "NO_ORDER")]
    /// struct NoOrder;
    ///
    /// #[derive(Debug, ApiError)]
    /// #[api(display, transparent, from)]
    /// enum GetOrderError {
    ///     NoOrder(NoOrder),
    ///     Http(HttpError),
    /// }
    ///
    /// async fn get_order(id: u64) -> Result<String, GetOrderError> {
    ///     if id == 0 { Err(NoOrder.into()) } else { Ok(format!("order {id}")) }
    /// }
    ///
    /// static BOOK: Book = Book::new("Orders API", &[NoOrder::CATALOG, HttpError::CATALOG]);
    /// let docs = Docs::new(&BOOK, env!("CARGO_MANIFEST_DIR")).endpoint("GET /orders/{id}", get_order);
    /// ```
    #[must_use]
    pub fn endpoint<A, H: Fallible<A>>(self, name: impl Into<String>, _handler: H) -> Self {
        self.endpoint_of::<H::Error>(name)
    }

    builder! {
        /// Adds an endpoint that answers with the errors of a type: one whose handler is not a plain function.
        ///
        /// # Examples
        ///
        /// ```
        /// # use errbook::{Book, HttpError};
        /// # use errbook_docgen::Docs;
        /// # static BOOK: Book = Book::new("Orders API", &[HttpError::CATALOG]);
        /// let docs = Docs::new(&BOOK, "").endpoint_of::<HttpError>("PUT /orders/{id}");
        /// ```
        endpoint_of<E: HasCatalog>(self, name: impl Into<String>) {
            self.declared.endpoints.push((name.into(), E::CATALOG));
        }

        /// Adds errors that every endpoint may answer with, such as those of a layer around all of them.
        ///
        /// They are not repeated at each endpoint: the lock has them in one table, `[everywhere]`, and the page says "every endpoint".
        ///
        /// # Examples
        ///
        /// ```
        /// use errbook::{Book, HttpError};
        /// use errbook_docgen::Docs;
        ///
        /// static BOOK: Book = Book::new("Orders API", &[HttpError::CATALOG]);
        /// // What the layer answers when no route matches, and the like.
        /// let docs = Docs::new(&BOOK, "").everywhere::<HttpError>();
        /// ```
        everywhere<E: HasCatalog>(self) { self.declared.everywhere.push(E::CATALOG); }
    }
}

/// A handler, from whose type [`Docs::endpoint`] infers which errors it answers with.
///
/// Implemented for functions of at most 16 arguments that return `Result<_, E>`, or a future of it, where `E` has a catalog. `Args` is
/// inferred.
#[diagnostic::on_unimplemented(
    message = "the errors of this handler cannot be inferred",
    label = "expected a function that returns `Result<_, E>`, where `E` derives `ApiError`",
    note = "name its errors instead: `.endpoint_of::<OrderError>(\"GET /orders\")`"
)]
pub trait Fallible<Args> {
    /// The errors that it answers with.
    type Error: HasCatalog;
}

/// The `Args` of a function that is not async.
#[doc(hidden)]
#[derive(Debug)]
pub struct NotAsync<Args>(std::marker::PhantomData<Args>);

macro_rules! fallible {
    ($($arg:ident)*) => {
        impl<H, F, T, E, $($arg),*> Fallible<($($arg,)*)> for H
        where
            H: FnOnce($($arg),*) -> F,
            F: Future<Output = Result<T, E>>,
            E: HasCatalog,
        {
            type Error = E;
        }

        impl<H, T, E, $($arg),*> Fallible<NotAsync<($($arg,)*)>> for H
        where
            H: FnOnce($($arg),*) -> Result<T, E>,
            E: HasCatalog,
        {
            type Error = E;
        }
    };
}

macro_rules! fallible_up_to {
    ($($arg:ident)*) => { fallible_up_to!(@ [] $($arg)*); };
    (@ [$($before:ident)*]) => { fallible!($($before)*); };
    (@ [$($before:ident)*] $next:ident $($rest:ident)*) => {
        fallible!($($before)*);
        fallible_up_to!(@ [$($before)* $next] $($rest)*);
    };
}

fallible_up_to!(A1 A2 A3 A4 A5 A6 A7 A8 A9 A10 A11 A12 A13 A14 A15 A16);

impl Declared {
    pub(super) fn is_empty(&self) -> bool {
        self.endpoints.is_empty() && self.everywhere.is_empty()
    }

    /// The endpoints as a lock has them.
    pub(super) fn endpoints(&self) -> Endpoints {
        let codes = |catalog: &'static Catalog| catalog.documented_entries().map(Entry::code);
        let all = self.everywhere.iter().copied().flat_map(codes);
        self.endpoints.iter().fold(Endpoints::new().with_everywhere(all), |endpoints, (name, catalog)| {
            if is_any(catalog) {
                return endpoints.with_any(name);
            }
            let own: Vec<_> = codes(catalog).filter(|code| !endpoints.is_everywhere(code)).collect();
            endpoints.with_endpoint(name, own)
        })
    }
}

/// Whether it holds an error of any type.
fn is_any(catalog: &'static Catalog) -> bool {
    catalog.is_incomplete() || catalog.delegates().any(is_any)
}

/// Invalid and duplicate names, and errors that the book does not have.
pub(super) fn errors(docs: &Docs<'_>) -> Vec<Error> {
    let Declared { endpoints, everywhere } = &docs.declared;
    let expected = "expected a method and a path, such as `GET /orders/{id}`";
    let mut errors = names(ErrorKind::Endpoint, "endpoint", endpoints, is_name, expected);
    let missing = |entry: &&Entry| docs.book.by_code(entry.code()).all(|known| known != *entry);
    let named = endpoints.iter().map(|(name, catalog)| (format!("endpoint `{name}`"), *catalog));
    let everywhere = everywhere.iter().map(|catalog| ("`Docs::everywhere`".to_owned(), *catalog));
    for (what, catalog) in named.chain(everywhere) {
        if let Some(entry) = catalog.entries().find(missing) {
            let (code, ty) = (entry.code(), entry.type_name());
            let message =
                format!("{what}: the book does not have error `{code}` of `{ty}`: add `{ty}::CATALOG` to it");
            errors.push(Error::new(ErrorKind::Endpoint, &message));
        }
    }
    errors
}

/// The names that are invalid or duplicate.
pub(super) fn names<T>(
    kind: ErrorKind,
    what: &str,
    all: &[(String, T)],
    is_name: impl Fn(&str) -> bool,
    expected: &str,
) -> Vec<Error> {
    let is_taken = |at: usize, name: &str| all.iter().take(at).any(|(other, _)| other == name);
    let wrong = all.iter().enumerate().filter_map(|(at, (name, _))| {
        if !is_name(name) {
            return Some(format!("invalid {what} `{name}`: {expected}"));
        }
        is_taken(at, name).then(|| format!("duplicate {what} `{name}`: rename or remove one of them"))
    });
    wrong.map(|message| Error::new(kind, &message)).collect()
}

/// Whether it is a method and a path.
fn is_name(name: &str) -> bool {
    let is_blank = |c: char| c.is_whitespace() || c.is_control();
    name.split_once(' ').is_some_and(|(method, path)| {
        let is_method = !method.is_empty() && method.chars().all(|c| c.is_ascii_uppercase() || c == '-');
        is_method && path.starts_with('/') && !path.contains(is_blank)
    })
}
