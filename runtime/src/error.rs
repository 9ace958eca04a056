//! The trait that every API error implements, by the derive or by hand.

pub mod default;

use std::fmt;
use std::sync::Arc;

use http::{HeaderMap, StatusCode};

use crate::body::Body;
use crate::columns::Row;
use crate::detail::VisitDetails;
use crate::entry::Entry;
use crate::retry_after::RetryAfter;

/// An error that an HTTP API answers with.
///
/// Derive it with [`#[derive(ApiError)]`](derive@crate::ApiError), or write it by hand: only the entry is required.
/// It can be used as `dyn ApiError`, and `Box<T>`, `Arc<T>` and `&T` implement it when `T` does. (`Box<dyn ApiError>` is no
/// `Error`, as no `Box<dyn …>` is: reply with `Reply::new(&*boxed)`; a transparent variant may hold it.)
///
/// # Examples
///
/// ```
/// use errbook::{ApiError, Entry};
///
/// #[derive(Debug)]
/// struct Teapot;
///
/// impl std::fmt::Display for Teapot {
///     fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
///         f.write_str("this is a teapot")
///     }
/// }
///
/// impl std::error::Error for Teapot {}
///
/// impl ApiError for Teapot {
///     fn entry(&self) -> &'static Entry {
///         static ENTRY: Entry = Entry::new("kitchen::Teapot", "Teapot", 418, "Teapot").with_title("I'm a teapot");
///         &ENTRY
///     }
/// }
///
/// assert_eq!(Teapot.code(), "Teapot");
/// assert_eq!(Teapot.message(), "this is a teapot");
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no API error",
    label = "this does not implement `errbook::ApiError`",
    note = "derive it: `#[derive(Debug, errbook::ApiError)]`"
)]
pub trait ApiError: std::error::Error {
    /// The static facts of this error.
    ///
    /// Status, code, title and documentation come from it, so an occurrence and its documentation cannot disagree.
    fn entry(&self) -> &'static Entry;

    /// The error that everything is delegated to, if there is one.
    ///
    /// The other methods ask it first; whoever overrides them does too.
    fn transparent(&self) -> Option<&dyn ApiError> {
        None
    }

    /// The status of this occurrence: the declared one, unless a field knows better.
    fn status(&self) -> StatusCode {
        default::status(self)
    }

    /// The stable code.
    fn code(&self) -> &'static str {
        self.entry().code()
    }

    /// Writes what the client may read of this occurrence.
    ///
    /// That is `Display`, or the title where [`Entry::exposes_display`] says no.
    ///
    /// # Errors
    ///
    /// What `Display` or the formatter says.
    fn fmt_message(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        default::fmt_message(self, f)
    }

    /// What the client may read of this occurrence; the title if writing it fails or comes to nothing.
    ///
    /// To say something else, override [`fmt_message`](Self::fmt_message): bodies are written with that.
    fn message(&self) -> String {
        default::message(self)
    }

    /// Calls `visit` with each detail of this occurrence.
    ///
    /// A name is given once, since an object has one member of a name.
    fn details(&self, visit: &mut VisitDetails<'_>) {
        default::details(self, visit);
    }

    /// Adds the headers that only this occurrence knows; constant ones stand in the [entry](Entry::headers).
    fn headers(&self, headers: &mut HeaderMap) {
        default::headers(self, headers);
    }

    /// When the client may try again.
    fn retry_after(&self) -> Option<RetryAfter> {
        default::retry_after(self)
    }

    /// The wire format of replies.
    ///
    /// A type that names one has it for all of its errors, transparent ones too: an API speaks one format.
    fn body(&self) -> &'static Body {
        default::body(self)
    }

    /// What the derive knows of this error; only its expansions override this.
    #[doc(hidden)]
    fn __declared(&self) -> Declared {
        Declared { entry: self.entry(), row: None }
    }
}

/// What the derive knows of an error.
#[doc(hidden)]
#[derive(Debug)]
pub struct Declared {
    pub entry: &'static Entry,
    /// Only of an error whose methods are all the derive's.
    pub row: Option<&'static Row>,
}

macro_rules! forward {
    () => {
        fn entry(&self) -> &'static Entry {
            (**self).entry()
        }
        fn transparent(&self) -> Option<&dyn ApiError> {
            (**self).transparent()
        }
        fn status(&self) -> StatusCode {
            (**self).status()
        }
        fn code(&self) -> &'static str {
            (**self).code()
        }
        fn fmt_message(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            (**self).fmt_message(f)
        }
        fn message(&self) -> String {
            (**self).message()
        }
        fn details(&self, visit: &mut VisitDetails<'_>) {
            (**self).details(visit);
        }
        fn headers(&self, headers: &mut HeaderMap) {
            (**self).headers(headers);
        }
        fn retry_after(&self) -> Option<RetryAfter> {
            (**self).retry_after()
        }
        fn body(&self) -> &'static Body {
            (**self).body()
        }
        fn __declared(&self) -> Declared {
            (**self).__declared()
        }
    };
}

impl<T: ApiError> ApiError for Box<T> {
    forward!();
}

impl<T: ApiError + ?Sized> ApiError for Arc<T> {
    forward!();
}

impl<T: ApiError + ?Sized> ApiError for &T {
    forward!();
}
