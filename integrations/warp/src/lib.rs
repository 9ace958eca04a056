#![doc = include_str!("../README.md")]

mod body;
mod error;
#[cfg(feature = "server")]
mod serve;
mod service;

use std::convert::Infallible;

use errbook::Book;
#[cfg(feature = "tracing")]
pub use errbook_tower::log;
pub use errbook_tower::{ErrorEvent, Panic, Policy, Refusal, Unmarked};
use http::{Request, Response};
use tower_layer::Layer as _;
use tower_service::Service;
use warp::{Filter, Rejection, Reply};

pub use self::body::Body;
pub use self::error::{Error, recover};
#[cfg(feature = "server")]
pub use self::serve::serve;
pub use self::service::{ErrorLayer, ErrorService};

/// Creates the service of an API, which answers every error in the format of the API, and logs it.
///
/// It is [`warp::service`] with [`recover`] inside and [`layer`] around it.
///
/// # Examples
///
/// ```
/// use errbook::Book;
/// use warp::Filter as _;
///
/// static BOOK: Book = Book::new("Orders API", &[]);
///
/// # async fn run() -> std::io::Result<()> {
/// let routes = warp::path!("orders" / u64).map(|id: u64| id.to_string());
/// let listener = tokio::net::TcpListener::bind("127.0.0.1:3000").await?;
/// errbook_warp::serve(listener, errbook_warp::service(routes, &BOOK)).await;
/// # Ok(())
/// # }
/// ```
pub fn service<F, B>(
    filter: F,
    book: &'static Book,
) -> impl Service<
    Request<B>,
    Response = Response<Body>,
    Error = Infallible,
    Future: Future<Output = Result<Response<Body>, Infallible>> + Send,
> + Clone
where
    F: Filter<Extract: Reply, Error = Rejection> + Clone,
    B: http_body::Body<Error: Into<Box<dyn std::error::Error + Send + Sync>>> + Send + Sync + 'static,
{
    service_with(filter, Policy::new(book))
}

/// Creates the service of an API with other settings.
pub fn service_with<F, B>(
    filter: F,
    policy: Policy,
) -> impl Service<
    Request<B>,
    Response = Response<Body>,
    Error = Infallible,
    Future: Future<Output = Result<Response<Body>, Infallible>> + Send,
> + Clone
where
    F: Filter<Extract: Reply, Error = Rejection> + Clone,
    B: http_body::Body<Error: Into<Box<dyn std::error::Error + Send + Sync>>> + Send + Sync + 'static,
{
    layer_with(policy).layer(warp::service(filter.recover(recover)))
}

/// Creates the layer that answers every error of a [`warp::service`] in the format of its API, and logs it.
pub fn layer(book: &'static Book) -> ErrorLayer {
    layer_with(Policy::new(book))
}

/// Creates the layer with other settings.
pub fn layer_with(policy: Policy) -> ErrorLayer {
    ErrorLayer::new(policy)
}

/// The identifier of the request, the one that its error replies have. `None` outside of the layer.
///
/// # Examples
///
/// ```
/// use errbook_warp::trace_id;
/// use warp::Filter as _;
///
/// let show = trace_id().map(|id: Option<errbook::TraceId>| id.map(|id| id.to_string()).unwrap_or_default());
/// ```
pub fn trace_id() -> impl Filter<Extract = (Option<errbook::TraceId>,), Error = Infallible> + Copy {
    warp::any().map(|| errbook::Context::current().trace_id().cloned())
}

/// Implements [`Reply`] and the conversion into [`Rejection`] for a type with `#[api(impls(errbook_warp))]`.
///
/// The type cannot also implement [`Reject`](warp::reject::Reject), from which warp derives the same conversion.
#[macro_export]
macro_rules! api_impls {
    ([static] [$($generics:tt)*] [$ty:ty] [$($predicates:tt)*] [] $($rest:tt)*) => {
        impl<$($generics)*> $crate::__private::Reply for $ty
        where
            $ty: 'static,
            for<'__plugin> $ty: $crate::__private::ApiError,
            $($predicates)*
        {
            fn into_response(self) -> $crate::__private::Response {
                $crate::__private::respond(self)
            }
        }

        impl<$($generics)*> $crate::__private::From<$ty> for $crate::__private::Rejection
        where
            $ty: 'static,
            for<'__plugin> $ty: $crate::__private::ApiError,
            $($predicates)*
        {
            fn from(error: $ty) -> Self {
                $crate::__private::reject(error)
            }
        }
    };
    ([borrowed] [$($generics:tt)*] [$ty:ty] [$($predicates:tt)*] [] $($rest:tt)*) => {
        impl<$($generics)*> $crate::__private::Reply for $ty
        where
            for<'__plugin> $ty: $crate::__private::ApiError,
            $($predicates)*
        {
            fn into_response(self) -> $crate::__private::Response {
                $crate::__private::respond_borrowed(&self)
            }
        }

        impl<$($generics)*> $crate::__private::From<$ty> for $crate::__private::Rejection
        where
            for<'__plugin> $ty: $crate::__private::ApiError,
            $($predicates)*
        {
            fn from(error: $ty) -> Self {
                $crate::__private::reject_borrowed(&error)
            }
        }
    };
}

/// What [`api_impls!`] names.
#[doc(hidden)]
pub mod __private {
    pub use std::convert::From;

    pub use errbook::ApiError;
    pub use warp::reject::Rejection;
    pub use warp::reply::{Reply, Response};

    pub use crate::error::{reject, reject_borrowed, respond, respond_borrowed};
}
