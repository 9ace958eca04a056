//! Any API error behind one pointer.

use std::error::Error;
use std::fmt;
use std::ops::Deref;

use super::ApiError;

/// Any API error, one pointer wide: for handlers that return errors of many types.
///
/// `?` converts every API error into it. Like `anyhow::Error`, it does not implement `Error` or [`ApiError`] itself;
/// it dereferences to `dyn ApiError`.
///
/// # Examples
///
/// ```
/// use errbook::{AnyError, ApiError, Reply};
///
/// #[derive(Debug, ApiError)]
/// #[api(display, status = 404, code = "NoSuchOrder")]
/// struct NoSuchOrder;
///
/// fn find() -> Result<u32, NoSuchOrder> {
///     Err(NoSuchOrder)
/// }
///
/// fn handler() -> Result<u32, AnyError> {
///     Ok(find()? + 1)
/// }
///
/// let error = handler().unwrap_err();
/// assert_eq!(Reply::new(&*error).to_response().status(), 404);
/// ```
pub struct AnyError(Box<Box<dyn Erased>>);

/// An API error of any type that can also be used as `dyn Error`. Trait objects are converted so from Rust 1.86 on.
pub(crate) trait Erased: Send + Sync {
    fn as_api_error(&self) -> &(dyn ApiError + 'static);
    fn as_error(&self) -> &(dyn Error + 'static);
}

impl<E: ApiError + 'static> Erased for E {
    fn as_api_error(&self) -> &(dyn ApiError + 'static) {
        self
    }

    fn as_error(&self) -> &(dyn Error + 'static) {
        self
    }
}

impl AnyError {
    /// The error as `dyn Error`: for logs, which show its sources, and to downcast it.
    ///
    /// # Examples
    ///
    /// ```
    /// # use errbook::{AnyError, ApiError};
    /// # #[derive(Debug, ApiError)]
    /// # #[api(display, status = 410, code = "Gone")]
    /// # struct Gone;
    /// assert!(AnyError::from(Gone).as_error().is::<Gone>());
    /// ```
    pub fn as_error(&self) -> &(dyn Error + 'static) {
        self.0.as_error()
    }

    pub(crate) fn into_erased(self) -> Box<dyn Erased> {
        *self.0
    }
}

impl<E: ApiError + 'static> From<E> for AnyError {
    fn from(error: E) -> Self {
        Self(Box::new(Box::new(error)))
    }
}

impl Deref for AnyError {
    type Target = dyn ApiError;

    fn deref(&self) -> &Self::Target {
        self.0.as_api_error()
    }
}

impl fmt::Debug for AnyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

impl fmt::Display for AnyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&**self, f)
    }
}
