//! A trait that has the bounds of `ApiError`, and an argument of its plug-in.

use errbook::{ApiError, Reply};

/// What an error says in a log.
pub trait Describe: Send + Sync {
    /// The service, the status and the message for clients.
    fn describe(&self) -> String;
}

#[doc(hidden)]
#[must_use]
pub fn describe(error: &dyn ApiError, service: &str) -> String {
    format!("{service}: {} {}", error.status().as_u16(), Reply::new(error).message())
}

#[doc(hidden)]
#[macro_export]
macro_rules! __describe {
    ($generics:tt [$ty:ty] $predicates:tt []) => {
        $crate::__describe! { $generics [$ty] $predicates [service = "unknown"] }
    };
    ([$($generics:tt)*] [$ty:ty] [$($predicates:tt)*] [service = $service:literal]) => {
        impl<$($generics)*> $crate::Describe for $ty
        where
            for<'__plugin> Self: $crate::__private::ApiError,
            $($predicates)*
        {
            fn describe(&self) -> $crate::__private::String {
                $crate::describe(self, $service)
            }
        }
    };
}
