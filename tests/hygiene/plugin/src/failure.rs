//! A type that is made from errors, as those of frameworks are.

use errbook::ApiError;

/// Any error, without lifetimes.
#[derive(Debug)]
pub struct Failure(pub Box<dyn ApiError>);

#[doc(hidden)]
#[macro_export]
macro_rules! __failure {
    ([$($generics:tt)*] [$ty:ty] [$($predicates:tt)*]) => {
        impl<$($generics)*> $crate::__private::From<$ty> for $crate::Failure
        where
            $ty: 'static,
            for<'__plugin> $ty: $crate::__private::ApiError,
            $($predicates)*
        {
            fn from(error: $ty) -> Self {
                Self($crate::__private::Box::new(error))
            }
        }
    };
}
