//! Errors on their way through poem: as a response, or as `poem::Error` through middleware.

use std::borrow::Cow;
use std::fmt;

use errbook::{AnyError, ApiError, Context, Occurrence};
use poem::error::ResponseError;
use poem::http::StatusCode;
use poem::{Body, IntoResponse, Response, ResponseParts};

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
/// #[poem::handler]
/// async fn get_order() -> Result<String, errbook_poem::Error> {
///     Err(NoSuchOrder)?
/// }
/// ```
pub struct Error(AnyError);

errbook_server::any_error!(Error(AnyError));

impl From<Error> for poem::Error {
    fn from(error: Error) -> Self {
        raise(error.0)
    }
}

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        respond(self.0)
    }
}

/// Creates the response to the current request.
pub fn respond(error: impl Into<Occurrence>) -> Response {
    response(Context::current().respond(error))
}

/// Creates the response to the current request for an error that borrows.
pub fn respond_borrowed(error: &dyn ApiError) -> Response {
    response(Context::current().respond_borrowed(error))
}

/// Creates the `poem::Error` of an error.
///
/// The mark is among its data, which poem copies to its response in place of the response's own extensions.
pub fn raise(error: impl Into<Occurrence>) -> poem::Error {
    let context = Context::current();
    let occurrence = error.into().with_trace_id(context.trace_id().cloned());
    let mut raised = poem::Error::from(Raised { occurrence: occurrence.clone(), context });
    raised.set_data(occurrence);
    raised
}

/// Creates the `poem::Error` of an error that borrows, with its response.
pub fn raise_borrowed(error: &dyn ApiError) -> poem::Error {
    let response = respond_borrowed(error);
    let occurrence = response.data::<Occurrence>().cloned();
    let mut raised = poem::Error::from_response(response);
    if let Some(occurrence) = occurrence {
        raised.set_data(occurrence);
    }
    raised
}

/// An error with the request whose handler returned it.
#[derive(Debug)]
struct Raised {
    occurrence: Occurrence,
    context: Context,
}

impl ResponseError for Raised {
    fn status(&self) -> StatusCode {
        self.occurrence.error().status()
    }

    fn as_response(&self) -> Response {
        response(self.context.clone().respond(self.occurrence.clone()))
    }
}

impl std::error::Error for Raised {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.occurrence.as_error().source()
    }
}

impl fmt::Display for Raised {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.occurrence.as_error())
    }
}

fn response(response: poem::http::Response<Cow<'static, [u8]>>) -> Response {
    let (parts, body) = response.into_parts();
    join(parts, from_bytes(body))
}

/// Creates a response of poem from its head and its body.
pub(crate) fn join(head: poem::http::response::Parts, body: Body) -> Response {
    let poem::http::response::Parts { status, version, headers, extensions, .. } = head;
    Response::from_parts(ResponseParts { status, version, headers, extensions }, body)
}

pub(crate) fn from_bytes(bytes: Cow<'static, [u8]>) -> Body {
    match bytes {
        Cow::Borrowed(bytes) => bytes.into(),
        Cow::Owned(bytes) => bytes.into(),
    }
}
