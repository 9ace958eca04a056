//! The trait that every API error implements, derived or hand-written.

mod any;
pub mod default;

use std::fmt;
use std::sync::Arc;

use http::{HeaderMap, StatusCode};

pub use self::any::AnyError;
pub(crate) use self::any::Erased;
use crate::body::Body;
use crate::detail::DetailVisitor;
use crate::entry::Entry;
use crate::retry_after::RetryAfter;
use crate::table::Row;
use crate::violation::Violation;

/// An error that an HTTP API replies with.
///
/// Derive it with [`#[derive(ApiError)]`](derive@crate::ApiError). In a hand-written impl only [`entry`](Self::entry) is
/// required; every method that it overrides is honored in replies.
///
/// It can be used as `dyn ApiError`. `Box<T>`, `Arc<T>` and `&T` implement it when `T` does. `Box<dyn ApiError>` does not
/// implement `Error`, so pass `&*boxed`, or use [`AnyError`].
///
/// # Examples
///
/// ```
/// use errbook::{ApiError, Entry, Fact, Reply};
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
///         static ENTRY: Entry = Entry::new(418, "Teapot").with_facts(&[Fact::Title("I'm a teapot")]);
///         &ENTRY
///     }
/// }
///
/// assert_eq!(Reply::new(&Teapot).to_string(), r#"{"code":"Teapot","message":"this is a teapot"}"#);
/// ```
///
/// A wrapper delegates to the error inside it:
///
/// ```
/// use errbook::{ApiError, Entry, Reply};
///
/// #[derive(Debug)]
/// struct Logged<E>(E);
///
/// impl<E: std::fmt::Display> std::fmt::Display for Logged<E> {
///     fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
///         self.0.fmt(f)
///     }
/// }
///
/// impl<E: ApiError> std::error::Error for Logged<E> {}
///
/// impl<E: ApiError> ApiError for Logged<E> {
///     fn entry(&self) -> &'static Entry {
///         self.0.entry()
///     }
///     fn transparent(&self) -> Option<&dyn ApiError> {
///         Some(&self.0)
///     }
/// }
///
/// #[derive(Debug, ApiError)]
/// #[api(display, status = 410, code = "Gone")]
/// struct Gone;
///
/// assert_eq!(Reply::new(&Logged(Gone)).to_string(), Reply::new(&Gone).to_string());
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an API error",
    label = "this does not implement `errbook::ApiError`",
    note = "derive it: `#[derive(Debug, errbook::ApiError)]`; a type of another crate needs a newtype, or a `#[api(from)]` field of an error",
    note = "`AnyError` and `Box<dyn ApiError>` dereference to an API error: write `&*error`"
)]
pub trait ApiError: std::error::Error + Send + Sync {
    /// What is known about this error without an instance: status, code, title and documentation.
    fn entry(&self) -> &'static Entry;

    /// The error inside, if this one delegates to it.
    ///
    /// A [`Reply`](crate::Reply) takes everything from the innermost error but the wire format, which the outermost type
    /// that names one decides. On an error that delegates, it calls only this method and [`body`](Self::body).
    fn transparent(&self) -> Option<&dyn ApiError> {
        None
    }

    /// The status of this instance: the declared one, unless a `#[api(status)]` field overrides it.
    fn status(&self) -> StatusCode {
        default::status(self)
    }

    /// The stable code.
    ///
    /// It borrows from the error, so that a gateway can pass on a code that it knows only at runtime.
    fn code(&self) -> &str {
        default::code(self)
    }

    /// Writes the message for the client: `Display`, or the title where [`Entry::exposes_display`] is false.
    ///
    /// [`Reply::message`](crate::Reply::message) reads it.
    ///
    /// # Errors
    ///
    /// Returns the errors of `Display` and of the formatter. The reply then has the title.
    fn fmt_message(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        default::fmt_message(self, f)
    }

    /// Adds each detail of this instance to the visitor: by default, the [constants](crate::Detail::constant) of the entry.
    fn details(&self, visitor: &mut DetailVisitor<'_>) {
        default::details(self, visitor);
    }

    /// Calls `visit` with each violation of the request, in the order in which the reply names them.
    fn violations(&self, visit: &mut dyn FnMut(&Violation)) {
        default::violations(self, visit);
    }

    /// Adds the headers of this instance. Constant headers are listed in [`Entry::headers`].
    fn headers(&self, headers: &mut HeaderMap) {
        default::headers(self, headers);
    }

    /// When the client may try again.
    fn retry_after(&self) -> Option<RetryAfter> {
        default::retry_after(self)
    }

    /// The wire format that the type names, if any.
    ///
    /// A type that names one has it for all of its errors, transparent ones included, except for an error whose
    /// [entry](Entry::body) has one of its own: a reply to that error is in its own. Without one, replies have the format of
    /// the API ([`Book::with_body`](crate::Book::with_body), [`Reply::default_body`](crate::Reply::default_body)) or
    /// [`FLAT`](crate::body::FLAT).
    fn body(&self) -> Option<&'static Body> {
        default::body(self)
    }

    /// The innermost error of the kind; only expansions override this.
    #[doc(hidden)]
    fn __kind(&self) -> Option<&dyn ApiError> {
        None
    }

    /// The row of a derived error; only expansions override this.
    #[doc(hidden)]
    fn __row(&self) -> Option<&'static Row> {
        None
    }
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
        fn code(&self) -> &str {
            (**self).code()
        }
        fn fmt_message(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            (**self).fmt_message(f)
        }
        fn details(&self, visitor: &mut DetailVisitor<'_>) {
            (**self).details(visitor);
        }
        fn violations(&self, visit: &mut dyn FnMut(&Violation)) {
            (**self).violations(visit);
        }
        fn headers(&self, headers: &mut HeaderMap) {
            (**self).headers(headers);
        }
        fn retry_after(&self) -> Option<RetryAfter> {
            (**self).retry_after()
        }
        fn body(&self) -> Option<&'static Body> {
            (**self).body()
        }
        fn __kind(&self) -> Option<&dyn ApiError> {
            (**self).__kind()
        }
        fn __row(&self) -> Option<&'static Row> {
            (**self).__row()
        }
    };
}

/// `?` converts any API error into a box, as into [`AnyError`].
impl<E: ApiError + 'static> From<E> for Box<dyn ApiError> {
    fn from(error: E) -> Self {
        Box::new(error)
    }
}

/// `?` converts any API error into a box, as into [`AnyError`].
impl<E: ApiError + 'static> From<E> for Box<dyn ApiError + Send + Sync> {
    fn from(error: E) -> Self {
        Box::new(error)
    }
}

#[diagnostic::do_not_recommend]
impl<T: ApiError> ApiError for Box<T> {
    forward!();
}

impl<T: ApiError + ?Sized> ApiError for Arc<T> {
    forward!();
}

impl<T: ApiError + ?Sized> ApiError for &T {
    forward!();
}
