//! Errors of any type, for functions that return several.

use errbook::AnyError;
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

errbook_server::any_error!(Error(AnyError));

impl From<Error> for Status {
    fn from(error: Error) -> Self {
        status(error.0, Arguments::NONE)
    }
}
