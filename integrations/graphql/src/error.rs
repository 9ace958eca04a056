//! Errors of any type, whose text is for clients.

use std::fmt;
use std::ops::Deref;

use errbook::{ApiError, Occurrence, Reply};

/// Any API error. `?` converts every one of them into it, and it into [`async_graphql::Error`].
///
/// Its `Display` is the message for clients, so that a response has no other text, with the
/// [extension](crate::extension) or without it.
///
/// # Examples
///
/// ```
/// use errbook::ApiError;
///
/// #[derive(Debug, ApiError)]
/// #[api(display, status = 500, code = "STORE_DOWN")]
/// struct StoreDown(#[api(from)] std::io::Error);
///
/// fn read() -> Result<String, StoreDown> {
///     Err(std::io::Error::other("password=hunter2"))?
/// }
///
/// fn resolver() -> async_graphql::Result<String> {
///     Ok(read().map_err(errbook_graphql::Error::from)?)
/// }
///
/// assert_eq!(resolver().unwrap_err().message, "Internal Server Error");
/// ```
#[derive(Clone)]
pub struct Error(pub(crate) Occurrence);

impl<E: ApiError + 'static> From<E> for Error {
    fn from(error: E) -> Self {
        Self(error.into())
    }
}

impl Deref for Error {
    type Target = dyn ApiError;

    fn deref(&self) -> &Self::Target {
        self.0.error()
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.0.error(), f)
    }
}

/// The message for clients.
impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&Reply::new(self.0.error()).message())
    }
}

#[cfg(feature = "custom-error-conversion")]
impl From<Error> for async_graphql::Error {
    fn from(error: Error) -> Self {
        let mut converted = Self::new(error.to_string());
        converted.source = Some(std::sync::Arc::new(error));
        converted
    }
}
