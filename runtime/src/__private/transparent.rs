//! What a transparent variant or a kind can be.

use crate::catalog::{Catalog, HasCatalog};
use crate::error::{AnyError, ApiError};

/// An API error, or `AnyError` or `Box<dyn ApiError>`, which do not implement `Error`.
///
/// Types that contain each other do not compile, since their catalogs would be endless:
///
/// ```compile_fail,E0391
/// #[derive(Debug, errbook::ApiError)]
/// #[api(display, transparent)]
/// struct Job(Box<Step>);
///
/// #[derive(Debug, errbook::ApiError)]
/// #[api(display, transparent)]
/// struct Step(Box<Job>);
/// ```
///
/// Nor do those that are kinds of each other:
///
/// ```compile_fail,E0391
/// #[derive(Debug, errbook::ApiError)]
/// #[api(display)]
/// struct Job(#[api(kind)] Box<Step>);
///
/// #[derive(Debug, errbook::ApiError)]
/// #[api(display)]
/// struct Step(#[api(kind)] Box<Job>);
/// ```
#[diagnostic::on_unimplemented(
    message = "expected an API error, found `{Self}`",
    label = "this does not implement both `errbook::ApiError` and `errbook::HasCatalog`",
    note = "derive `ApiError`, which implements both; for a type of another crate, on a newtype: `struct MyError(#[api(source)] Foreign);`",
    note = "a hand-written `ApiError` needs a hand-written `HasCatalog`, or write `Box<dyn ApiError>`"
)]
pub trait Transparent {
    const __ERRORS: &'static Catalog;

    fn as_api_error(&self) -> &dyn ApiError;
}

#[diagnostic::do_not_recommend]
impl<T: ApiError + HasCatalog> Transparent for T {
    const __ERRORS: &'static Catalog = T::CATALOG;

    fn as_api_error(&self) -> &dyn ApiError {
        self
    }
}

impl Transparent for AnyError {
    const __ERRORS: &'static Catalog = Self::CATALOG;

    fn as_api_error(&self) -> &dyn ApiError {
        &**self
    }
}

impl Transparent for Box<dyn ApiError> {
    const __ERRORS: &'static Catalog = <dyn ApiError>::CATALOG;

    fn as_api_error(&self) -> &dyn ApiError {
        &**self
    }
}

impl Transparent for Box<dyn ApiError + Send + Sync> {
    const __ERRORS: &'static Catalog = <dyn ApiError>::CATALOG;

    fn as_api_error(&self) -> &dyn ApiError {
        &**self
    }
}
