#![doc = include_str!("../README.md")]

mod endpoint;
mod error;
mod extract;

use errbook::Book;
#[cfg(feature = "tracing")]
pub use errbook_server::log;
pub use errbook_server::{ErrorEvent, Panic, Policy, Refusal, Unmarked};

pub use self::endpoint::{ErrorEndpoint, ErrorMiddleware};
pub use self::error::Error;
pub use self::extract::{Form, Json, Path, Query, TraceId};

/// Creates the middleware that answers every error of an application in the format of its API, and logs it with its route.
///
/// Add it last, so that it is around all other middleware: errors pass through them as `Err`.
///
/// # Examples
///
/// ```
/// use errbook::Book;
/// use poem::{EndpointExt as _, Route};
///
/// static BOOK: Book = Book::new("Orders API", &[]);
///
/// let app = Route::new().with(errbook_poem::middleware(&BOOK));
/// ```
pub fn middleware(book: &'static Book) -> ErrorMiddleware {
    middleware_with(Policy::new(book))
}

/// Creates the middleware with other settings.
pub fn middleware_with(policy: Policy) -> ErrorMiddleware {
    ErrorMiddleware::new(policy)
}

/// Implements [`IntoResponse`](poem::IntoResponse) and the conversion into [`poem::Error`] for a type with
/// `#[api(impls(errbook_poem))]`.
///
/// The type cannot also implement [`ResponseError`](poem::error::ResponseError), from which poem derives the same conversion.
#[macro_export]
macro_rules! api_impls {
    ([static] [$($generics:tt)*] [$ty:ty] [$($predicates:tt)*] [] $($rest:tt)*) => {
        impl<$($generics)*> $crate::__private::IntoResponse for $ty
        where
            $ty: 'static,
            for<'__plugin> $ty: $crate::__private::ApiError,
            $($predicates)*
        {
            fn into_response(self) -> $crate::__private::Response {
                $crate::__private::respond(self)
            }
        }

        impl<$($generics)*> $crate::__private::From<$ty> for $crate::__private::PoemError
        where
            $ty: 'static,
            for<'__plugin> $ty: $crate::__private::ApiError,
            $($predicates)*
        {
            fn from(error: $ty) -> Self {
                $crate::__private::raise(error)
            }
        }
    };
    ([borrowed] [$($generics:tt)*] [$ty:ty] [$($predicates:tt)*] [] $($rest:tt)*) => {
        impl<$($generics)*> $crate::__private::IntoResponse for $ty
        where
            for<'__plugin> $ty: $crate::__private::ApiError,
            $($predicates)*
        {
            fn into_response(self) -> $crate::__private::Response {
                $crate::__private::respond_borrowed(&self)
            }
        }

        impl<$($generics)*> $crate::__private::From<$ty> for $crate::__private::PoemError
        where
            for<'__plugin> $ty: $crate::__private::ApiError,
            $($predicates)*
        {
            fn from(error: $ty) -> Self {
                $crate::__private::raise_borrowed(&error)
            }
        }
    };
}

/// What [`api_impls!`] names.
#[doc(hidden)]
pub mod __private {
    pub use std::convert::From;

    pub use errbook::ApiError;
    pub use poem::error::Error as PoemError;
    pub use poem::{IntoResponse, Response};

    pub use crate::error::{raise, raise_borrowed, respond, respond_borrowed};
}
