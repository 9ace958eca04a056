//! Errors of any type, for handlers that return several.

use axum::response::{IntoResponse, Response};
use errbook::AnyError;

use crate::__private::respond_any;

/// Any API error. `?` converts every one of them into it.
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
/// async fn get_order() -> Result<String, errbook_axum::Error> {
///     Err(NoSuchOrder)?
/// }
/// ```
pub struct Error(AnyError);

errbook_tower::any_error!(Error(AnyError));

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        respond_any(self.0)
    }
}
