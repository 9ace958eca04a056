//! Errors of any type, for functions that return several.

use std::fmt;
use std::ops::Deref;

use errbook::{AnyError, ApiError};
use jsonrpsee::types::ErrorObjectOwned;

use crate::object;

/// Any API error. `?` converts every one of them into it, and it into a [`ErrorObjectOwned`].
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
/// fn find() -> Result<u64, errbook_jsonrpsee::Error> {
///     Err(NoSuchOrder)?
/// }
///
/// fn method() -> Result<u64, jsonrpsee::types::ErrorObjectOwned> {
///     Ok(find()?)
/// }
///
/// assert_eq!(method().unwrap_err().code(), -32000);
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

impl From<Error> for ErrorObjectOwned {
    fn from(error: Error) -> Self {
        object::convert(error.0)
    }
}
