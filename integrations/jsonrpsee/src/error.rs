//! Errors of any type, for functions that return several.

use errbook::AnyError;
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

errbook_server::any_error!(Error(AnyError));

impl From<Error> for ErrorObjectOwned {
    fn from(error: Error) -> Self {
        object::convert(error.0)
    }
}
