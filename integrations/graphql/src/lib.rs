#![doc = include_str!("../README.md")]

mod error;
mod extension;
mod facts;

use errbook::Book;
pub use errbook_server::{ErrorEvent, Policy, Refusal, Unmarked};

pub use self::error::Error;
pub use self::extension::Errors;

/// Creates the extension that answers every error of a schema with its code and details, and logs it.
///
/// # Examples
///
/// ```
/// use async_graphql::{EmptyMutation, EmptySubscription, Object, Schema};
/// use errbook::{ApiError, Book};
///
/// #[derive(Debug, ApiError)]
/// #[api(display, status = 404, code = "NO_SUCH_ORDER")]
/// struct NoSuchOrder;
///
/// static BOOK: Book = Book::new("Orders API", &[NoSuchOrder::CATALOG]);
///
/// struct Query;
///
/// #[Object]
/// impl Query {
///     async fn order(&self) -> Result<u64, NoSuchOrder> {
///         Err(NoSuchOrder)
///     }
/// }
///
/// let schema = Schema::build(Query, EmptyMutation, EmptySubscription)
///     .extension(errbook_graphql::extension(&BOOK).of::<NoSuchOrder>())
///     .finish();
/// ```
pub fn extension(book: &'static Book) -> Errors {
    extension_with(Policy::new(book))
}

/// Creates the extension with other settings. The formats of the policy are not used: an error of GraphQL has one format.
pub fn extension_with(policy: Policy) -> Errors {
    Errors::new(policy)
}

/// Implements [`ErrorExtensions`](async_graphql::ErrorExtensions) for a type with `#[api(impls(errbook_graphql))]`, and with
/// the feature `custom-error-conversion` also `From` for [`async_graphql::Error`].
#[macro_export]
macro_rules! api_impls {
    ([$lifetime:ident] [$($generics:tt)*] [$ty:ty] [$($predicates:tt)*] [] $($rest:tt)*) => {
        impl<$($generics)*> $crate::__private::ErrorExtensions for $ty
        where
            for<'__errbook> $ty: $crate::__private::ApiError,
            $($predicates)*
        {
            fn extend(&self) -> $crate::__private::Converted {
                $crate::__private::extend(self)
            }
        }

        $crate::__impl_from! { [$lifetime] [$($generics)*] [$ty] [$($predicates)*] }
    };
}

/// async-graphql converts everything with a `Display` itself.
#[cfg(not(feature = "custom-error-conversion"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_from {
    ($($rest:tt)*) => {};
}

#[cfg(feature = "custom-error-conversion")]
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_from {
    ([static] [$($generics:tt)*] [$ty:ty] [$($predicates:tt)*]) => {
        impl<$($generics)*> ::core::convert::From<$ty> for $crate::__private::Converted
        where
            for<'__errbook> $ty: $crate::__private::ApiError,
            $ty: 'static,
            $($predicates)*
        {
            fn from(error: $ty) -> Self {
                $crate::__private::convert(error)
            }
        }
    };
    ([borrowed] [$($generics:tt)*] [$ty:ty] [$($predicates:tt)*]) => {
        impl<$($generics)*> ::core::convert::From<$ty> for $crate::__private::Converted
        where
            for<'__errbook> $ty: $crate::__private::ApiError,
            $($predicates)*
        {
            fn from(error: $ty) -> Self {
                $crate::__private::extend(&error)
            }
        }
    };
}

/// What [`api_impls!`] names.
#[doc(hidden)]
pub mod __private {
    use std::sync::Arc;

    pub use async_graphql::{Error as Converted, ErrorExtensions};
    pub use errbook::ApiError;
    use errbook::{Context, Occurrence};

    use crate::Error;
    use crate::facts::Facts;

    pub fn extend(error: &dyn ApiError) -> Converted {
        let facts = Facts::of(error, &Context::current());
        let mut converted = Converted::new(&facts.message);
        converted.source = Some(Arc::new(Error(Occurrence::snapshot(error))));
        facts.write_to(&mut converted.extensions);
        converted
    }

    pub fn convert(error: impl Into<Error>) -> Converted {
        Converted::from(error.into())
    }
}
