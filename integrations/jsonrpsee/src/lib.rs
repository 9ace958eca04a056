#![doc = include_str!("../README.md")]

mod error;
mod http;
mod layer;
mod object;

use errbook::Book;
pub use errbook_server::{ErrorEvent, Policy, Refusal, Unmarked};

pub use self::error::Error;
pub use self::http::{HttpLayer, HttpService, ResponseFuture};
pub use self::layer::{ErrorLayer, ErrorService};

/// Creates the layer that answers every error of a server with the code and the details, and logs it with its method.
///
/// Add it first, so that it is around all other layers of calls.
///
/// # Examples
///
/// ```
/// use errbook::Book;
/// use jsonrpsee::server::middleware::rpc::RpcServiceBuilder;
///
/// static BOOK: Book = Book::new("Orders API", &[]);
///
/// let layers = RpcServiceBuilder::new().layer(errbook_jsonrpsee::layer(&BOOK));
/// ```
pub fn layer(book: &'static Book) -> ErrorLayer {
    layer_with(Policy::new(book))
}

/// Creates the layer with other settings. The formats of the policy are not used: an error object has one format.
pub fn layer_with(policy: Policy) -> ErrorLayer {
    ErrorLayer::new(policy)
}

/// Creates the layer of HTTP that passes the trace id of a request on to its calls.
///
/// # Examples
///
/// ```
/// use errbook::Book;
/// use jsonrpsee::server::Server;
///
/// static BOOK: Book = Book::new("Orders API", &[]);
///
/// let layers = tower::ServiceBuilder::new().layer(errbook_jsonrpsee::http_layer(&BOOK));
/// let server = Server::builder().set_http_middleware(layers);
/// ```
pub fn http_layer(book: &'static Book) -> HttpLayer {
    http_layer_with(Policy::new(book))
}

/// Creates the layer of HTTP with other settings, of which it uses [`Policy::with_trace_id`].
pub fn http_layer_with(policy: Policy) -> HttpLayer {
    HttpLayer::new(policy)
}

/// Implements `From` for [`ErrorObjectOwned`](jsonrpsee::types::ErrorObjectOwned), for a type with
/// `#[api(impls(errbook_jsonrpsee))]`.
#[macro_export]
macro_rules! api_impls {
    ([static] [$($generics:tt)*] [$ty:ty] [$($predicates:tt)*] [] $($rest:tt)*) => {
        impl<$($generics)*> ::core::convert::From<$ty> for $crate::__private::ErrorObjectOwned
        where
            for<'__errbook> $ty: $crate::__private::ApiError,
            $ty: 'static,
            $($predicates)*
        {
            fn from(error: $ty) -> Self {
                $crate::__private::object(error)
            }
        }
    };
    ([borrowed] [$($generics:tt)*] [$ty:ty] [$($predicates:tt)*] [] $($rest:tt)*) => {
        impl<$($generics)*> ::core::convert::From<$ty> for $crate::__private::ErrorObjectOwned
        where
            for<'__errbook> $ty: $crate::__private::ApiError,
            $($predicates)*
        {
            fn from(error: $ty) -> Self {
                $crate::__private::object_borrowed(&error)
            }
        }
    };
}

/// What [`api_impls!`] names.
#[doc(hidden)]
pub mod __private {
    pub use errbook::ApiError;
    use errbook::Occurrence;
    pub use jsonrpsee::types::ErrorObjectOwned;

    use crate::object;

    pub fn object(error: impl Into<Occurrence>) -> ErrorObjectOwned {
        object::convert(error)
    }

    pub fn object_borrowed(error: &dyn ApiError) -> ErrorObjectOwned {
        object::convert_borrowed(error)
    }
}
