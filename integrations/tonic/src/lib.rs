#![doc = include_str!("../README.md")]

mod call;
mod error;
mod layer;
mod status;

use errbook::Book;
pub use errbook_server::{ErrorEvent, Policy, Refusal, Unmarked};

pub use self::error::Error;
pub use self::layer::{ErrorBody, ErrorLayer, ErrorService, ResponseFuture};

/// Creates the layer that answers every error of a server with the standard details, and logs it with its method.
///
/// Add it last, so that it is around all other layers.
///
/// # Examples
///
/// ```
/// use errbook::Book;
/// use tonic::transport::Server;
///
/// static BOOK: Book = Book::new("Orders API", &[]);
///
/// let server = Server::builder().layer(errbook_tonic::layer(&BOOK).with_domain("orders.example.com"));
/// ```
pub fn layer(book: &'static Book) -> ErrorLayer {
    layer_with(Policy::new(book))
}

/// Creates the layer with other settings. The formats of the policy are not used: a status has one format.
pub fn layer_with(policy: Policy) -> ErrorLayer {
    ErrorLayer::new(policy)
}

/// Implements `From` for [`tonic::Status`], for a type with `#[api(impls(errbook_tonic))]`.
///
/// Arguments are the domain of the API, `impls(errbook_tonic(domain = "orders.example.com"))`, and the `locale` of its
/// messages.
#[macro_export]
macro_rules! api_impls {
    ([static] [$($generics:tt)*] [$ty:ty] [$($predicates:tt)*] [$($name:ident = $value:expr),* $(,)?] $($rest:tt)*) => {
        impl<$($generics)*> ::core::convert::From<$ty> for $crate::__private::Status
        where
            for<'__errbook> $ty: $crate::__private::ApiError,
            $ty: 'static,
            $($predicates)*
        {
            fn from(error: $ty) -> Self {
                $crate::__private::status(error, $crate::__arguments!($($name = $value),*))
            }
        }
    };
    ([borrowed] [$($generics:tt)*] [$ty:ty] [$($predicates:tt)*] [$($name:ident = $value:expr),* $(,)?] $($rest:tt)*) => {
        impl<$($generics)*> ::core::convert::From<$ty> for $crate::__private::Status
        where
            for<'__errbook> $ty: $crate::__private::ApiError,
            $($predicates)*
        {
            fn from(error: $ty) -> Self {
                $crate::__private::status_borrowed(&error, $crate::__arguments!($($name = $value),*))
            }
        }
    };
}

/// The value of [`Arguments`](__private::Arguments) for what is in the parentheses of the plug-in.
#[doc(hidden)]
#[macro_export]
macro_rules! __arguments {
    ($($name:ident = $value:expr),*) => {
        $crate::__private::Arguments::NONE$(.$name($value))*
    };
}

/// What [`api_impls!`] names.
#[doc(hidden)]
pub mod __private {
    pub use errbook::ApiError;
    use errbook::Occurrence;
    pub use tonic::Status;

    use crate::call;
    pub use crate::status::Arguments;

    pub fn status(error: impl Into<Occurrence>, arguments: Arguments) -> Status {
        call::convert(error.into(), arguments)
    }

    pub fn status_borrowed(error: &dyn ApiError, arguments: Arguments) -> Status {
        call::convert_borrowed(error, arguments)
    }
}
