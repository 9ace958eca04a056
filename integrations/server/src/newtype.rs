//! The newtypes that each crate of a framework has: a trait of a framework is implemented for a type of one's crate only.

use errbook::{AnyError, ApiError, Occurrence};

/// Implements for the `Error` of a crate, a newtype of [`AnyError`] or [`Occurrence`], what it has in all of them: conversions, `Deref`
/// to `dyn ApiError`, `HasCatalog`, `Debug` and `Display`.
///
/// # Examples
///
/// ```
/// use errbook::{AnyError, ApiError, HttpError};
///
/// pub struct Error(AnyError);
///
/// errbook_server::any_error!(Error(AnyError));
///
/// let error = Error::from(HttpError::GONE);
/// assert_eq!(error.code(), "GONE");
/// assert_eq!(error.to_string(), "Gone");
/// ```
#[macro_export]
macro_rules! any_error {
    ($name:ident($inner:ident)) => {
        impl<E: $crate::__private::ApiError + 'static> ::std::convert::From<E> for $name {
            fn from(error: E) -> Self {
                Self(::std::convert::From::from(error))
            }
        }

        impl ::std::convert::From<$name> for $inner {
            fn from(error: $name) -> Self {
                error.0
            }
        }

        impl $crate::__private::HasCatalog for $name {
            const CATALOG: &'static $crate::__private::Catalog =
                <$crate::__private::AnyError as $crate::__private::HasCatalog>::CATALOG;
        }

        impl ::std::ops::Deref for $name {
            type Target = dyn $crate::__private::ApiError;

            fn deref(&self) -> &Self::Target {
                $crate::__private::Held::api_error(&self.0)
            }
        }

        impl ::std::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                ::std::fmt::Debug::fmt(&**self, f)
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                ::std::fmt::Display::fmt(&**self, f)
            }
        }
    };
}

/// Implements for an extractor of a crate, a newtype of the extracted value, `Deref` and `DerefMut` to the value.
///
/// # Examples
///
/// ```
/// pub struct Json<T>(pub T);
///
/// errbook_server::deref_to_value!(Json);
///
/// assert_eq!(Json("seven").len(), 5);
/// ```
#[macro_export]
macro_rules! deref_to_value {
    ($($name:ident)*) => {
        $(
            impl<T> ::std::ops::Deref for $name<T> {
                type Target = T;

                fn deref(&self) -> &T {
                    &self.0
                }
            }

            impl<T> ::std::ops::DerefMut for $name<T> {
                fn deref_mut(&mut self) -> &mut T {
                    &mut self.0
                }
            }
        )*
    };
}

/// What holds any API error.
#[expect(missing_docs, reason = "private to the macros")]
pub trait Held {
    fn api_error(&self) -> &(dyn ApiError + 'static);
}

impl Held for AnyError {
    fn api_error(&self) -> &(dyn ApiError + 'static) {
        &**self
    }
}

impl Held for Occurrence {
    fn api_error(&self) -> &(dyn ApiError + 'static) {
        self.error()
    }
}
