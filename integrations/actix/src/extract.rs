//! The extractors of actix-web, with rejections in the declared format, also where no middleware is.

use std::convert::Infallible;
use std::future::{Ready, ready};
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll, ready as if_ready};

use actix_web::body::EitherBody;
use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest, HttpResponse, Responder, web};
use pin_project_lite::pin_project;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::rejection;

macro_rules! extractor {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, Default)]
        pub struct $name<T>(pub T);

        impl<T> std::ops::Deref for $name<T> {
            type Target = T;

            fn deref(&self) -> &T {
                &self.0
            }
        }

        impl<T> std::ops::DerefMut for $name<T> {
            fn deref_mut(&mut self) -> &mut T {
                &mut self.0
            }
        }

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
        Poll::Ready(if_ready!(self.project().inner.poll(cx)).map(T::from).map_err(rejection::declared))
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
