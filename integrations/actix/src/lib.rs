#![doc = include_str!("../README.md")]

mod error;
mod extract;
mod middleware;
mod response;

use errbook::Book;
#[cfg(feature = "tracing")]
pub use errbook_server::log;
pub use errbook_server::{ErrorEvent, Policy, Refusal, Unmarked};

pub use self::error::Error;
pub use self::extract::{Extraction, Form, Json, Path, Query, Rejection, TraceId};
pub use self::middleware::{ErrorMiddleware, ErrorService, ResponseFuture};

/// Creates the middleware that answers every error of an app in the format of its API, and logs it with its route.
///
/// Wrap the app in it last, so that it is around all other middleware.
///
/// # Examples
///
/// ```
/// use actix_web::App;
/// use errbook::Book;
///
/// static BOOK: Book = Book::new("Orders API", &[]);
///
/// let app = App::new().wrap(errbook_actix::middleware(&BOOK));
/// ```
pub fn middleware(book: &'static Book) -> ErrorMiddleware {
    middleware_with(Policy::new(book))
}

/// Creates the middleware with other settings.
pub fn middleware_with(policy: Policy) -> ErrorMiddleware {
    ErrorMiddleware::new(policy)
}

/// Implements `From` for [`actix_web::Error`] and [`Responder`](actix_web::Responder) for a type with
/// `#[api(impls(errbook_actix))]`.
///
/// The type cannot implement [`ResponseError`](actix_web::ResponseError) as well.
#[macro_export]
macro_rules! api_impls {
    ([static] [$($generics:tt)*] [$ty:ty] [$($predicates:tt)*] [] $($rest:tt)*) => {
        impl<$($generics)*> $crate::__private::From<$ty> for $crate::__private::Error
        where
            $ty: 'static,
            for<'__plugin> $ty: $crate::__private::ApiError,
            $($predicates)*
        {
            fn from(error: $ty) -> Self {
                $crate::__private::carry(error)
            }
        }

        impl<$($generics)*> $crate::__private::Responder for $ty
        where
            $ty: 'static,
            for<'__plugin> $ty: $crate::__private::ApiError,
            $($predicates)*
        {
            type Body = $crate::__private::BoxBody;

            fn respond_to(self, _: &$crate::__private::HttpRequest) -> $crate::__private::HttpResponse {
                $crate::__private::HttpResponse::from_error($crate::__private::carry(self))
            }
        }
    };
    ([borrowed] [$($generics:tt)*] [$ty:ty] [$($predicates:tt)*] [] $($rest:tt)*) => {
        impl<$($generics)*> $crate::__private::From<$ty> for $crate::__private::Error
        where
            for<'__plugin> $ty: $crate::__private::ApiError,
            $($predicates)*
        {
            fn from(error: $ty) -> Self {
                $crate::__private::carry_borrowed(&error)
            }
        }

        impl<$($generics)*> $crate::__private::Responder for $ty
        where
            for<'__plugin> $ty: $crate::__private::ApiError,
            $($predicates)*
        {
            type Body = $crate::__private::BoxBody;

            fn respond_to(self, _: &$crate::__private::HttpRequest) -> $crate::__private::HttpResponse {
                $crate::__private::HttpResponse::from_error($crate::__private::carry_borrowed(&self))
            }
        }
    };
}

/// What [`api_impls!`] names.
#[doc(hidden)]
pub mod __private {
    pub use core::convert::From;

    pub use actix_web::body::BoxBody;
    use actix_web::error::InternalError;
    pub use actix_web::{Error, HttpRequest, HttpResponse, Responder};
    pub use errbook::ApiError;
    use errbook::Occurrence;

    use crate::response::respond;

    pub fn carry(error: impl ApiError + 'static) -> Error {
        crate::Error::from(error).into()
    }

    /// The reply is written at once, since the error does not live longer.
    pub fn carry_borrowed(error: &dyn ApiError) -> Error {
        let response = respond(error, || Occurrence::snapshot(error));
        InternalError::from_response(error.to_string(), response).into()
    }
}
