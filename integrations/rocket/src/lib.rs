#![doc = include_str!("../README.md")]

mod error;
mod extract;
mod fairing;
mod response;

use errbook::Book;
#[cfg(feature = "tracing")]
pub use errbook_server::log;
pub use errbook_server::{ErrorEvent, Policy, Refusal, Unmarked};

pub use self::error::Error;
pub use self::extract::{Form, Json, TraceId};
pub use self::fairing::{ErrorFairing, catchers};

/// Creates the fairing that answers every error of a Rocket in the format of its API, and logs it with its route.
///
/// # Examples
///
/// ```
/// use errbook::Book;
///
/// static BOOK: Book = Book::new("Orders API", &[]);
///
/// let rocket = rocket::build().attach(errbook_rocket::fairing(&BOOK));
/// ```
pub fn fairing(book: &'static Book) -> ErrorFairing {
    fairing_with(Policy::new(book))
}

/// Creates the fairing with other settings.
pub fn fairing_with(policy: Policy) -> ErrorFairing {
    ErrorFairing::new(policy)
}

/// Implements [`Responder`](rocket::response::Responder) for a type with `#[api(impls(errbook_rocket))]`.
#[macro_export]
macro_rules! api_impls {
    ([static] [$($generics:tt)*] [$ty:ty] [$($predicates:tt)*] [] $($rest:tt)*) => {
        impl<'__r, $($generics)*> $crate::__private::Responder<'__r, 'static> for $ty
        where
            $ty: 'static,
            for<'__plugin> $ty: $crate::__private::ApiError,
            $($predicates)*
        {
            fn respond_to(
                self,
                request: &'__r $crate::__private::Request<'_>,
            ) -> $crate::__private::Result<'static> {
                $crate::__private::respond(self, request)
            }
        }
    };
    ([borrowed] [$($generics:tt)*] [$ty:ty] [$($predicates:tt)*] [] $($rest:tt)*) => {
        impl<'__r, $($generics)*> $crate::__private::Responder<'__r, 'static> for $ty
        where
            for<'__plugin> $ty: $crate::__private::ApiError,
            $($predicates)*
        {
            fn respond_to(
                self,
                request: &'__r $crate::__private::Request<'_>,
            ) -> $crate::__private::Result<'static> {
                $crate::__private::respond_borrowed(&self, request)
            }
        }
    };
}

/// What [`api_impls!`] names.
#[doc(hidden)]
pub mod __private {
    pub use errbook::ApiError;
    pub use rocket::Request;
    pub use rocket::response::{Responder, Result};

    /// # Errors
    ///
    /// Never.
    pub fn respond(error: impl ApiError + 'static, request: &Request<'_>) -> Result<'static> {
        Ok(crate::response::respond(error, request))
    }

    /// # Errors
    ///
    /// Never.
    pub fn respond_borrowed(error: &dyn ApiError, request: &Request<'_>) -> Result<'static> {
        Ok(crate::response::respond_borrowed(error, request))
    }
}
