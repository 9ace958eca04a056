#![doc = include_str!("../README.md")]

mod error;
mod hoop;
mod response;

use errbook::{Book, Context};
#[cfg(feature = "tracing")]
pub use errbook_server::log;
pub use errbook_server::{ErrorEvent, Panic, Policy, Refusal, Unmarked};
use salvo_core::extract::{Extractible, Metadata};
use salvo_core::{Depot, Request};

pub use self::error::Error;
pub use self::hoop::ErrorHoop;

/// Creates the hoop that answers every error of a service in the format of its API, and logs it with its route.
///
/// Add it to the [`Service`](salvo_core::Service), before all other hoops.
///
/// # Examples
///
/// ```
/// use errbook::Book;
/// use salvo_core::{Router, Service};
///
/// static BOOK: Book = Book::new("Orders API", &[]);
///
/// let service = Service::new(Router::new()).hoop(errbook_salvo::hoop(&BOOK));
/// ```
pub fn hoop(book: &'static Book) -> ErrorHoop {
    hoop_with(Policy::new(book))
}

/// Creates the hoop with other settings.
pub fn hoop_with(policy: Policy) -> ErrorHoop {
    ErrorHoop::new(policy)
}

/// The identifier of the request, the one that its error replies have. `None` outside of the hoop.
///
/// # Examples
///
/// ```
/// use errbook_salvo::TraceId;
/// use salvo::prelude::*;
///
/// #[handler]
/// async fn show(id: TraceId) -> String {
///     id.0.map(|id| id.to_string()).unwrap_or_default()
/// }
/// ```
#[derive(Debug, Clone)]
pub struct TraceId(pub Option<errbook::TraceId>);

impl<'ex> Extractible<'ex> for TraceId {
    fn metadata() -> &'static Metadata {
        static METADATA: Metadata = Metadata::new("");
        &METADATA
    }

    #[expect(refining_impl_trait, reason = "it cannot fail, and its users may know")]
    async fn extract(_: &'ex mut Request, _: &'ex mut Depot) -> Result<Self, std::convert::Infallible> {
        Ok(Self(Context::current().trace_id().cloned()))
    }
}

/// Implements [`Scribe`](salvo_core::Scribe) for a type with `#[api(impls(errbook_salvo))]`.
#[macro_export]
macro_rules! api_impls {
    ([static] [$($generics:tt)*] [$ty:ty] [$($predicates:tt)*] [] $($rest:tt)*) => {
        impl<$($generics)*> $crate::__private::Scribe for $ty
        where
            $ty: 'static,
            for<'__plugin> $ty: $crate::__private::ApiError,
            $($predicates)*
        {
            fn render(self, response: &mut $crate::__private::Response) {
                $crate::__private::write(response, self);
            }
        }
    };
    ([borrowed] [$($generics:tt)*] [$ty:ty] [$($predicates:tt)*] [] $($rest:tt)*) => {
        impl<$($generics)*> $crate::__private::Scribe for $ty
        where
            for<'__plugin> $ty: $crate::__private::ApiError,
            $($predicates)*
        {
            fn render(self, response: &mut $crate::__private::Response) {
                $crate::__private::write_borrowed(response, &self);
            }
        }
    };
}

/// What [`api_impls!`] names.
#[doc(hidden)]
pub mod __private {
    pub use errbook::ApiError;
    pub use salvo_core::{Response, Scribe};

    pub use crate::response::{write, write_borrowed};
}
