//! Errors of any type, for functions that return several.

use std::fmt;
use std::ops::Deref;

use errbook::{AnyError, ApiError};
use tonic::Status;

use crate::__private::{Arguments, status};

/// Any API error. `?` converts every one of them into it, and it into a [`Status`].
///
/// # Examples
///
/// ```
/// use errbook::ApiError;
///
/// #[derive(Debug, ApiError)]
/// #[api(display, status = 404, code = "NoSuchOrder")]
/// struct NoSuchOrder;
///
/// fn find() -> Result<u64, errbook_tonic::Error> {
///     Err(NoSuchOrder)?
/// }
///
/// fn handler() -> Result<u64, tonic::Status> {
///     Ok(find()?)
/// }
///
/// assert_eq!(handler().unwrap_err().code(), tonic::Code::NotFound);
/// ```
pub struct Error(AnyError);

impl<E: ApiError + 'static> From<E> for Error {
    fn from(error: E) -> Self {
        Self(error.into())
    }
}

impl From<Error> for AnyError {
    fn from(error: Error) -> Self {
        error.0
    }
}

impl Deref for Error {
    type Target = dyn ApiError;

    fn deref(&self) -> &Self::Target {
        &*self.0
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl From<Error> for Status {
    fn from(error: Error) -> Self {
        status(error.0, Arguments::NONE)
    }
}
