//! Errors of any type, for handlers that return several.

use errbook::AnyError;
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

errbook_server::any_error!(Error(AnyError));

impl Scribe for Error {
    fn render(self, response: &mut Response) {
        write(response, self.0);
    }
}
