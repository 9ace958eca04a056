//! The published errors of an API, as the lock file has them.

mod error;
mod of_book;
mod to_book;
mod write;

use std::collections::BTreeMap;

pub use self::error::{LockedDetail, LockedError};
pub(crate) use self::write::EARLIER;
use crate::body::LockedBody;
use crate::endpoint::Endpoints;
use crate::fact::Value;

/// The published errors of an API: the contents of `errors.lock.toml`.
///
/// It is made [of a book](Self::of), or [parsed](Self::parse) from the file. Both are valid, and [`Display`](std::fmt::Display)
/// writes the same canonical text for equal locks.
///
/// # Examples
///
/// ```
/// use errbook::{ApiError, Book};
/// use errbook_contract::Lock;
///
/// #[derive(Debug, ApiError)]
/// #[api(display)]
/// enum OrderError {
///     /// The order does not exist.
///     #[api(status = 404, code = "NO_ORDER")]
///     NotFound,
/// }
///
/// static BOOK: Book = Book::new("Orders API", &[OrderError::CATALOG]);
///
/// let lock = Lock::of(&BOOK);
/// assert!(lock.to_string().ends_with("\n\
/// [error.NO_ORDER]
/// status = 404
/// title = \"Not Found\"
/// retryable = false
/// body = \"flat\"
/// rust = \"OrderError::NotFound\"
/// description = \"The order does not exist.\"
/// "));
/// assert_eq!(Lock::parse(lock.to_string())?, lock);
/// # Ok::<(), errbook_contract::LockErrors>(())
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Lock {
    pub(crate) book: String,
    pub(crate) release: Option<String>,
    pub(crate) bodies: BTreeMap<String, LockedBody>,
    pub(crate) endpoints: Endpoints,
    /// By their codes; several if they share one.
    pub(crate) errors: BTreeMap<String, Vec<LockedError>>,
    pub(crate) retired: BTreeMap<String, Retired>,
}

/// The format that this crate reads and writes: `lock = 1`.
pub(crate) const VERSION: i64 = 1;
/// The release of what is not released yet.
pub(crate) const NEXT: &str = "next";

impl Lock {
    /// The name of the API.
    pub fn book(&self) -> &str {
        &self.book
    }

    /// The last release of the API. Without one, everything is published that is in the lock.
    pub fn release(&self) -> Option<&str> {
        self.release.as_deref()
    }

    /// The wire formats, by their names in this lock.
    pub fn bodies(&self) -> impl Iterator<Item = (&str, &LockedBody)> {
        self.bodies.iter().map(|(name, body)| (name.as_str(), body))
    }

    /// The endpoints, and the codes that each answers with.
    pub fn endpoints(&self) -> &Endpoints {
        &self.endpoints
    }

    /// Sets the endpoints.
    ///
    /// # Examples
    ///
    /// ```
    /// use errbook_contract::{Endpoints, Lock};
    ///
    /// static BOOK: errbook::Book = errbook::Book::new("Orders API", &[]);
    ///
    /// let lock = Lock::of(&BOOK).with_endpoints(Endpoints::new().with_endpoint("GET /orders", ["NO_ORDER"]));
    /// assert!(lock.to_string().contains("[endpoint.\"GET /orders\"]\nNO_ORDER = true\n"));
    /// ```
    #[must_use]
    pub fn with_endpoints(mut self, endpoints: Endpoints) -> Self {
        self.endpoints = endpoints;
        self
    }

    /// The errors, in the order of their codes.
    pub fn errors(&self) -> impl Iterator<Item = &LockedError> {
        self.errors.values().flatten()
    }

    /// The errors with this code: several if they share it.
    pub fn by_code(&self, code: &str) -> &[LockedError] {
        self.errors.get(code).map_or(&[], Vec::as_slice)
    }

    /// The codes that are no longer used, in order.
    pub fn retired(&self) -> impl Iterator<Item = (&str, &Retired)> {
        self.retired.iter().map(|(code, retired)| (code.as_str(), retired))
    }

    /// What a lock remembers of a code that is no longer used.
    pub fn retired_code(&self, code: &str) -> Option<&Retired> {
        self.retired.get(code)
    }
}

/// What a fact was before.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Was {
    /// The values before there were releases, the oldest one first.
    pub(crate) earlier: Vec<Value>,
    /// The value until a release, in the order in which they were added.
    pub(crate) until: Vec<(String, Value)>,
}

impl Was {
    /// The earlier values, the oldest one first, each with the last release that had it.
    pub fn values(&self) -> impl Iterator<Item = (Option<&str>, &Value)> {
        let earlier = self.earlier.iter().map(|value| (None, value));
        earlier.chain(self.until.iter().map(|(release, value)| (Some(release.as_str()), value)))
    }
}

/// A code that is no longer used, and is reserved for ever.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Retired {
    /// The release that retired it, if there are releases.
    pub(crate) release: Option<String>,
    pub(crate) replaced_by: Option<String>,
    pub(crate) why: Option<String>,
    /// The errors as they were.
    pub(crate) errors: Vec<LockedError>,
}

impl Retired {
    /// The release that retired it; `next` if it is not released, `None` if there are no releases.
    pub fn release(&self) -> Option<&str> {
        self.release.as_deref()
    }

    /// The code that replaces it.
    pub fn replaced_by(&self) -> Option<&str> {
        self.replaced_by.as_deref()
    }

    /// Why it was retired.
    pub fn why(&self) -> Option<&str> {
        self.why.as_deref()
    }

    /// The errors as they were: several if they shared the code.
    pub fn errors(&self) -> &[LockedError] {
        &self.errors
    }
}
