//! Errors on their way through warp: as a reply, or as a rejection.

use std::borrow::Cow;
use std::fmt;

use errbook::{AnyError, ApiError, Context, Occurrence};
use warp::reject::Reject;
use warp::reply::Response;
use warp::{Rejection, Reply};

use crate::body::from_bytes;

/// Any API error. `?` converts every one of them into it.
///
/// # Examples
///
/// ```
/// use errbook::ApiError;
/// use warp::Filter as _;
///
/// #[derive(Debug, ApiError)]
/// #[api(display, status = 404, code = "NoSuchOrder")]
/// struct NoSuchOrder;
///
/// async fn get_order(id: u64) -> Result<String, errbook_warp::Error> {
///     Err(NoSuchOrder)?
/// }
///
/// let routes = warp::path!("orders" / u64).then(get_order);
/// ```
pub struct Error(AnyError);

errbook_tower::any_error!(Error(AnyError));

impl From<Error> for Rejection {
    fn from(error: Error) -> Self {
        reject(error.0)
    }
}

impl Reply for Error {
    fn into_response(self) -> Response {
        respond(self.0)
    }
}

/// Replies with the error that a filter was rejected with, if it is an API error: for [`Filter::recover`](warp::Filter::recover).
///
/// Other rejections go on. [`service`](crate::service) calls it around the whole filter. Call it yourself inside of
/// [`warp::cors()`], which adds its headers to replies only.
///
/// # Errors
///
/// Returns the rejection if no API error is in it.
///
/// # Examples
///
/// ```
/// use warp::Filter as _;
///
/// let routes = warp::path!("orders" / u64).map(|id: u64| id.to_string());
/// let routes = routes.recover(errbook_warp::recover).with(warp::cors().allow_any_origin());
/// ```
pub async fn recover(rejection: Rejection) -> Result<impl Reply, Rejection> {
    match rejection.find::<Rejected>() {
        Some(rejected) => Ok(rejected.0.clone().map(from_bytes)),
        None => Err(rejection),
    }
}

/// The response that a filter was rejected with.
struct Rejected(http::Response<Cow<'static, [u8]>>);

impl Reject for Rejected {}

/// What warp logs of a rejection that is not recovered from. Clients would see it, too.
impl fmt::Debug for Rejected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let code = self.0.extensions().get::<Occurrence>().map(|occurrence| occurrence.error().code());
        f.debug_tuple("Rejected").field(&code.unwrap_or_default()).finish()
    }
}

/// Creates the response to the current request.
pub fn respond(error: impl Into<Occurrence>) -> Response {
    Context::current().respond(error).map(from_bytes)
}

/// Creates the response to the current request for an error that borrows.
pub fn respond_borrowed(error: &dyn ApiError) -> Response {
    Context::current().respond_borrowed(error).map(from_bytes)
}

/// Creates a rejection with the response to the current request.
pub fn reject(error: impl Into<Occurrence>) -> Rejection {
    warp::reject::custom(Rejected(Context::current().respond(error)))
}

/// Creates a rejection with the response to the current request for an error that borrows.
pub fn reject_borrowed(error: &dyn ApiError) -> Rejection {
    warp::reject::custom(Rejected(Context::current().respond_borrowed(error)))
}
