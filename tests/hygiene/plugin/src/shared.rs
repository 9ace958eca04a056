//! A plug-in in a module, `impls(errbook_tests_plugin::shared)`: it asks for more than `ApiError` does.

/// An error that several threads keep.
pub trait Shared {
    /// One more of the same.
    #[must_use]
    fn share(&self) -> Self;
}

/// What the macro asks for at the name of the type, in its own words.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be shared",
    label = "this does not implement `Clone`",
    note = "add `#[derive(Clone)]` to the type"
)]
pub trait Shareable {}

impl<T: Clone> Shareable for T {}

#[doc(hidden)]
pub const fn is_shareable<T: Shareable>() {}

#[doc(inline)]
pub use crate::__shared as api_impls;

/// [`Shared`] for every type that is `Clone`.
///
/// A type without parameters is checked here, and the impl assumes what was checked. For a type with parameters, the
/// compiler checks the bound where the type is used.
#[doc(hidden)]
#[macro_export]
macro_rules! __shared {
    (@impl [$($generics:tt)*] [$ty:ty] [$($predicates:tt)*]) => {
        impl<$($generics)*> $crate::shared::Shared for $ty
        where
            for<'__plugin> Self: $crate::__private::Clone,
            $($predicates)*
        {
            fn share(&self) -> Self {
                $crate::__private::Clone::clone(self)
            }
        }
    };
    ($lifetime:tt [] [$ty:ty] $predicates:tt $arguments:tt $($rest:tt)*) => {
        const _: () = $crate::shared::is_shareable::<$ty>();
        $crate::__shared! { @impl [] [$ty] $predicates }
    };
    ($lifetime:tt $generics:tt [$ty:ty] $predicates:tt $arguments:tt $($rest:tt)*) => {
        $crate::__shared! { @impl $generics [$ty] $predicates }
    };
}
