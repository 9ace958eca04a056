#![doc = include_str!("../README.md")]

mod error;
mod extract;
mod page;
mod rejection;

use axum::extract::{MatchedPath, OriginalUri};
use axum::http::{Extensions, Uri};
use errbook::Book;
pub use errbook_tower::{ErrorEvent, ErrorLayer, Policy, Refusal, Unmarked};

pub use self::error::Error;
pub use self::extract::{Form, Json, Path, Query, TraceId};
pub use self::page::HtmlPage;
pub use self::rejection::Rejection;

/// Creates the layer that answers every error of a router in the format of its API, and logs it with its route.
///
/// Add it after the layers whose errors it answers, and after compression. CORS goes around it.
///
/// # Examples
///
/// ```
/// use axum::Router;
/// use errbook::Book;
///
/// static BOOK: Book = Book::new("Orders API", &[]);
///
/// let app: Router = Router::new().layer(errbook_axum::layer(&BOOK));
/// ```
pub fn layer(book: &'static Book) -> ErrorLayer<MatchedRoutes> {
    layer_with(Policy::new(book))
}

/// Creates the layer with other settings.
pub fn layer_with(policy: Policy) -> ErrorLayer<MatchedRoutes> {
    ErrorLayer::with_policy(policy).with_routes(MatchedRoutes)
}

/// The routes of an axum router, by [`MatchedPath`].
#[derive(Debug, Clone, Copy, Default)]
pub struct MatchedRoutes;

impl errbook_tower::Routes for MatchedRoutes {
    type Route = MatchedRoute;

    fn starts_when_polled<S>() -> bool {
        // A router, or one of its routes: either only makes a future of the request.
        std::any::type_name::<S>().starts_with("axum::routing::")
    }

    fn is_in_router<S>() -> bool {
        std::any::type_name::<S>().starts_with("axum::routing::route::Route")
    }

    #[inline]
    fn route(&self, extensions: &Extensions) -> Option<MatchedRoute> {
        extensions.get().cloned().map(MatchedRoute)
    }

    /// A nested router sees the rest of the path only.
    #[inline]
    fn original_uri<'e>(&self, extensions: &'e Extensions) -> Option<&'e Uri> {
        extensions.get().map(|OriginalUri(uri)| uri)
    }
}

/// The route of a request.
#[derive(Debug, Clone)]
pub struct MatchedRoute(MatchedPath);

impl AsRef<str> for MatchedRoute {
    fn as_ref(&self) -> &str {
        self.0.as_str()
    }
}

/// Implements [`IntoResponse`](axum::response::IntoResponse) for a type with `#[api(impls(errbook_axum))]`.
#[macro_export]
macro_rules! api_impls {
    ([static] [$($generics:tt)*] [$ty:ty] [$($predicates:tt)*] [] $($rest:tt)*) => {
        impl<$($generics)*> $crate::__private::IntoResponse for $ty
        where
            for<'__errbook> Self: $crate::__private::ApiError,
            Self: 'static,
            $($predicates)*
        {
            fn into_response(self) -> $crate::__private::Response {
                $crate::__private::respond(self)
            }
        }
    };
    ([borrowed] [$($generics:tt)*] [$ty:ty] [$($predicates:tt)*] [] $($rest:tt)*) => {
        impl<$($generics)*> $crate::__private::IntoResponse for $ty
        where
            for<'__errbook> Self: $crate::__private::ApiError,
            $($predicates)*
        {
            fn into_response(self) -> $crate::__private::Response {
                $crate::__private::respond_borrowed(&self)
            }
        }
    };
}

/// What [`api_impls!`] names.
#[doc(hidden)]
pub mod __private {
    use std::borrow::Cow;

    use axum::body::Body;
    use axum::http;
    pub use axum::response::{IntoResponse, Response};
    pub use errbook::ApiError;
    use errbook::{AnyError, Context, Reply, Scope};

    pub fn respond(error: impl ApiError + 'static) -> Response {
        unmarked(&error).unwrap_or_else(|| marked(|context| context.respond(error)))
    }

    pub fn respond_any(error: AnyError) -> Response {
        unmarked(&*error).unwrap_or_else(|| marked(|context| context.respond(error)))
    }

    pub fn respond_borrowed(error: &dyn ApiError) -> Response {
        unmarked(error).unwrap_or_else(|| marked(|context| context.respond_borrowed(error)))
    }

    /// The response of a process without a layer, which would read its mark.
    fn unmarked(error: &dyn ApiError) -> Option<Response> {
        (!Scope::is_in_use()).then(|| Reply::new(error).to_response().map(Body::from))
    }

    fn marked(respond: impl FnOnce(&Context) -> http::Response<Cow<'static, [u8]>>) -> Response {
        Context::with_current(respond).map(Body::from)
    }
}
