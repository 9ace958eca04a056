//! The extractors of actix-web, with rejections in the declared format, also where no middleware is.

use std::convert::Infallible;
use std::future::{Ready, ready};
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll, ready as if_ready};

use actix_web::body::EitherBody;
use actix_web::dev::Payload;
use actix_web::error::{InternalError, JsonPayloadError, PathError, QueryPayloadError, UrlencodedError};
use actix_web::{FromRequest, HttpRequest, HttpResponse, Responder, ResponseError, web};
use errbook_server::Refusal;
use pin_project_lite::pin_project;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde::de::value::Error as ValueError;

use crate::Error;
use crate::response::to_status;

macro_rules! extractor {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, Default)]
        pub struct $name<T>(pub T);

        errbook_server::deref_to_value!($name);

        impl<T> From<web::$name<T>> for $name<T> {
            fn from(value: web::$name<T>) -> Self {
                Self(value.into_inner())
            }
        }

        impl<T: DeserializeOwned + 'static> FromRequest for $name<T> {
            type Error = actix_web::Error;
            type Future = Extraction<<web::$name<T> as FromRequest>::Future, Self>;

            fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
                Extraction { inner: web::$name::from_request(request, payload), into: PhantomData }
            }
        }
    };
}

extractor! {
    /// [`web::Json`] for requests and responses. [`web::JsonConfig`] applies to it.
    Json
}
extractor! {
    /// [`web::Form`] for requests. [`web::FormConfig`] applies to it.
    Form
}
extractor! {
    /// [`web::Query`]. [`web::QueryConfig`] applies to it.
    Query
}
extractor! {
    /// [`web::Path`]. [`web::PathConfig`] applies to it.
    Path
}

impl<T: Serialize> Responder for Json<T> {
    type Body = EitherBody<String>;

    fn respond_to(self, request: &HttpRequest) -> HttpResponse<Self::Body> {
        web::Json(self.0).respond_to(request)
    }
}

pin_project! {
    /// An extractor of this crate, while that of actix-web reads the request.
    pub struct Extraction<F, T> {
        #[pin]
        inner: F,
        into: PhantomData<T>,
    }
}

impl<F, W, T> Future for Extraction<F, T>
where
    F: Future<Output = Result<W, actix_web::Error>>,
    T: From<W>,
{
    type Output = Result<T, actix_web::Error>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        Poll::Ready(if_ready!(self.project().inner.poll(cx)).map(T::from).map_err(declared))
    }
}

/// The identifier of the request, the one that its error replies have. `None` outside of the middleware.
///
/// # Examples
///
/// ```
/// use errbook_actix::TraceId;
///
/// async fn handler(TraceId(id): TraceId) -> String {
///     id.map(|id| id.to_string()).unwrap_or_default()
/// }
/// ```
#[derive(Debug, Clone)]
pub struct TraceId(pub Option<errbook::TraceId>);

impl FromRequest for TraceId {
    type Error = Infallible;
    type Future = Ready<Result<Self, Infallible>>;

    fn from_request(_: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Ok(Self(errbook::Context::current().trace_id().cloned())))
    }
}

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
fn declared(error: actix_web::Error) -> actix_web::Error {
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
