//! Requests that an extractor of actix-web refuses.

use actix_web::ResponseError;
use actix_web::error::{InternalError, JsonPayloadError, PathError, QueryPayloadError, UrlencodedError};
use errbook_server::Refusal;
use serde::de::value::Error as ValueError;

use crate::Error;
use crate::response::to_status;

/// The rejection of the extractors of this crate: an [`HttpError`](errbook::HttpError) with the status that actix-web chose.
///
/// The errors of actix-web's own extractors convert into it, for the handlers of their configurations.
///
/// # Examples
///
/// ```
/// use actix_web::web::JsonConfig;
/// use errbook_actix::Rejection;
///
/// let config = JsonConfig::default().error_handler(|error, _| Rejection::from(error).into());
/// ```
#[derive(Debug)]
pub struct Rejection(Refusal);

impl From<Rejection> for Error {
    fn from(rejection: Rejection) -> Self {
        rejection.0.into()
    }
}

impl From<Rejection> for actix_web::Error {
    fn from(rejection: Rejection) -> Self {
        Error::from(rejection).into()
    }
}

macro_rules! from {
    ($($rejection:ident)*) => {
        $(
            impl From<$rejection> for Rejection {
                fn from(rejection: $rejection) -> Self {
                    let refusal = Refusal::new(to_status(rejection.status_code()));
                    Self(refusal.with_text(Some(rejection.to_string())).with_source(rejection))
                }
            }
        )*
    };
}

from! { JsonPayloadError PathError QueryPayloadError UrlencodedError }

/// The error of an extractor of actix-web, as a [`Rejection`]. What the handler of a configuration returns stays as it is.
pub(crate) fn declared(error: actix_web::Error) -> actix_web::Error {
    let is_of_an_extractor = error.as_error::<JsonPayloadError>().is_some()
        || error.as_error::<UrlencodedError>().is_some()
        || error.as_error::<QueryPayloadError>().is_some()
        || error.as_error::<PathError>().is_some()
        // A path parameter, without a configuration.
        || error.as_error::<InternalError<ValueError>>().is_some();
    if !is_of_an_extractor {
        return error;
    }
    let refusal = Refusal::new(to_status(error.as_response_error().status_code()));
    Rejection(refusal.with_text(Some(error.to_string()))).into()
}
