//! Any API error behind one pointer.

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
pub struct AnyError(Box<Box<dyn ApiError>>);

impl<E: ApiError + 'static> From<E> for AnyError {
    fn from(error: E) -> Self {
        Self(Box::new(Box::new(error)))
    }
}

impl Deref for AnyError {
    type Target = dyn ApiError;

    fn deref(&self) -> &Self::Target {
        &**self.0
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
