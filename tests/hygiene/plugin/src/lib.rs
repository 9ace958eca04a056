//! Plug-ins as a user could write them: `impls(errbook_tests_plugin)`, and `shared` below.
#![forbid(unsafe_code)]

mod describe;
mod failure;
pub mod shared;

pub use describe::Describe;
#[doc(hidden)]
pub use describe::describe;
pub use failure::Failure;

/// What the macros name, whatever the crate that calls them depends on.
#[doc(hidden)]
pub mod __private {
    pub use std::boxed::Box;
    pub use std::clone::Clone;
    pub use std::convert::From;
    pub use std::string::String;

    pub use errbook::ApiError;
}

/// `Describe` for every type. A type that may outlive a request is also a [`Failure`].
///
/// The lifetime `'__plugin` keeps the compiler from checking the bound here: a type that is not an `ApiError`, since it is
/// not `Send` for example, is already an error of the derive.
#[macro_export]
macro_rules! api_impls {
    ([static] $generics:tt [$ty:ty] $predicates:tt $arguments:tt $($rest:tt)*) => {
        $crate::__failure! { $generics [$ty] $predicates }
        $crate::__describe! { $generics [$ty] $predicates $arguments }
    };
    ([borrowed] $generics:tt [$ty:ty] $predicates:tt $arguments:tt $($rest:tt)*) => {
        $crate::__describe! { $generics [$ty] $predicates $arguments }
    };
}
