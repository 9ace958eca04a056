//! Sources of errors: an error, or a pointer to one.
//!
//! `Box<dyn Error>` and the like do not implement `Error`, and no trait could tell them from errors, so method resolution
//! does: `(&&&&Source(&field)).__source()` tries these in order, and takes the first one that is implemented.
//!
//! | trait | implemented for | fits |
//! | --- | --- | --- |
//! | `SourceItself` | `&&&Source` | `io::Error`, `Arc<io::Error>` and everything else that implements `Error` |
//! | `SourceBehind` | `&&Source` | `Box<dyn Error>`, `anyhow::Error`: a pointer to an error |
//! | `SourceBehindTwo` | `&Source` | `Arc<anyhow::Error>`: a pointer to such a pointer |
//! | its own method | `Source` | `AnyError`, a pointer to `dyn ApiError` |
//! | `NoSource` | `Source` | everything else; the compiler reports it |

use std::error::Error;
use std::ops::Deref;

use crate::error::AnyError;

/// A field that is a source.
pub struct Source<'s, T: ?Sized>(pub &'s T);

/// What can be seen as `dyn Error`.
pub trait AsError {
    fn as_error(&self) -> &(dyn Error + 'static);
}

impl<T: Error + 'static> AsError for T {
    fn as_error(&self) -> &(dyn Error + 'static) {
        self
    }
}

impl AsError for AnyError {
    fn as_error(&self) -> &(dyn Error + 'static) {
        AnyError::as_error(self)
    }
}

impl AsError for dyn Error {
    fn as_error(&self) -> &(dyn Error + 'static) {
        self
    }
}

impl AsError for dyn Error + Send + Sync {
    fn as_error(&self) -> &(dyn Error + 'static) {
        self
    }
}

pub trait SourceItself<'s> {
    fn __source(&self) -> &'s (dyn Error + 'static);
}

impl<'s, T: Error + 'static> SourceItself<'s> for &&&Source<'s, T> {
    fn __source(&self) -> &'s (dyn Error + 'static) {
        self.0
    }
}

pub trait SourceBehind<'s> {
    fn __source(&self) -> &'s (dyn Error + 'static);
}

impl<'s, T: Deref<Target: AsError>> SourceBehind<'s> for &&Source<'s, T> {
    fn __source(&self) -> &'s (dyn Error + 'static) {
        (**self.0).as_error()
    }
}

pub trait SourceBehindTwo<'s> {
    fn __source(&self) -> &'s (dyn Error + 'static);
}

impl<'s, T: Deref<Target: Deref<Target: AsError>>> SourceBehindTwo<'s> for &Source<'s, T> {
    fn __source(&self) -> &'s (dyn Error + 'static) {
        (***self.0).as_error()
    }
}

impl<'s> Source<'s, AnyError> {
    pub fn __source(&self) -> &'s (dyn Error + 'static) {
        self.0.as_error()
    }
}

pub trait NoSource<'s, T> {
    fn __source(&self) -> &'s (dyn Error + 'static)
    where
        T: SourceError;
}

impl<'s, T> NoSource<'s, T> for Source<'s, T> {
    fn __source(&self) -> &'s (dyn Error + 'static)
    where
        T: SourceError,
    {
        self.0.error()
    }
}

/// Only for the message: nothing implements it that the other traits do not fit.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a source",
    label = "this does not implement `std::error::Error`",
    note = "remove the key, or write `#[api(source = false)]` on a field that is a source because of its name"
)]
pub trait SourceError {
    fn error(&self) -> &(dyn Error + 'static);
}
