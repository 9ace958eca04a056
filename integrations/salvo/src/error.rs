//! Errors of any type, for handlers that return several.

use std::fmt;
use std::ops::Deref;

use errbook::{AnyError, ApiError};
use salvo_core::{Response, Scribe};

use crate::response::write;

/// Any API error. `?` converts every one of them into it.
///
/// # Examples
///
/// ```
/// use errbook::ApiError;
/// use salvo::prelude::*;
///
/// #[derive(Debug, ApiError)]
/// #[api(display, status = 404, code = "NoSuchOrder")]
/// struct NoSuchOrder;
///
/// #[handler]
/// async fn get_order() -> Result<String, errbook_salvo::Error> {
///     Err(NoSuchOrder)?
/// }
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

impl Scribe for Error {
    fn render(self, response: &mut Response) {
        write(response, self.0);
    }
}
