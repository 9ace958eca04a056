//! Bounds of the user's that are those which the derive adds: inline, in a `where` clause, by another path.

use core::fmt::{Debug, Display};

use errbook::{ApiError, HasCatalog};

/// A message shows the parameter.
#[derive(Debug, ApiError)]
#[api(display, impls(errbook_tests_plugin(service = "lints")))]
#[non_exhaustive]
pub enum Inline<Thing: Debug> {
    /// It is wrong.
    #[api(status = 400, code = "Wrong", message = "{thing:?}")]
    Wrong {
        /// What is wrong.
        thing: Thing,
    },
}

/// Everything that a field can ask for.
#[derive(Debug, ApiError)]
#[api(display, serialize)]
#[non_exhaustive]
pub enum Clause<Thing>
where
    Thing: Debug + Display + Send + Sync + serde::Serialize,
{
    /// It is wrong.
    #[api(status = 400, code = "Wrong", message = "{thing:?} {thing}")]
    Wrong {
        /// What is wrong.
        #[api(detail, header = "X-Thing")]
        thing: Thing,
    },
}

/// The source is a parameter.
#[derive(Debug, ApiError)]
#[api(display)]
#[non_exhaustive]
pub enum Source<Cause: core::error::Error + Send + Sync + 'static> {
    /// It is broken.
    #[api(status = 500, code = "Broken")]
    Broken(#[api(source)] Cause),
}

/// An error that is a parameter.
#[derive(Debug, ApiError)]
#[api(display)]
#[non_exhaustive]
pub enum Inner<Other: HasCatalog + 'static> {
    /// Another error.
    #[api(transparent)]
    Inner(#[api(from)] Other),
}

/// `Display` is from elsewhere.
#[derive(Debug, thiserror::Error, ApiError)]
#[error("wrong")]
#[api(status = 400, code = "Thing", message = "{thing}")]
#[non_exhaustive]
pub struct Beside<Thing: Debug + Display> {
    /// What is wrong.
    pub thing: Thing,
}
