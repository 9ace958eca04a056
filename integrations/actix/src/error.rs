//! Errors of any type, as actix-web carries them.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, ResponseError};
use errbook::Occurrence;

use crate::response::{respond, to_actix_status};

/// Any API error. `?` converts every one of them into it, and it converts into [`actix_web::Error`].
///
/// A type with `#[api(impls(errbook_actix))]` converts into an [`actix_web::Error`] by way of this one. So a middleware finds all
/// errors of an API with one [`as_error`](actix_web::Error::as_error).
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
/// async fn get_order() -> Result<String, errbook_actix::Error> {
///     Err(NoSuchOrder)?
/// }
///
/// let error = actix_web::Error::from(errbook_actix::Error::from(NoSuchOrder));
/// assert_eq!(error.as_error::<errbook_actix::Error>().unwrap().code(), "NoSuchOrder");
/// ```
pub struct Error(Occurrence);

errbook_server::any_error!(Error(Occurrence));

impl Error {
    /// The error as `dyn Error`: for logs, which show its sources, and to downcast it.
    pub fn as_error(&self) -> &(dyn std::error::Error + 'static) {
        self.0.as_error()
    }
}

impl ResponseError for Error {
    fn status_code(&self) -> StatusCode {
        to_actix_status(self.status())
    }

    fn error_response(&self) -> HttpResponse {
        respond(self.0.error(), || self.0.clone())
    }
}
