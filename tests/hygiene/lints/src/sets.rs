//! Errors made of other errors.

use errbook::ApiError;

use crate::Inner;

/// Storage is broken.
#[derive(Debug, ApiError)]
#[api(display, status = 500, code = "Storage")]
#[non_exhaustive]
pub struct Storage(#[api(from)] std::io::Error);

/// The errors of one endpoint.
#[derive(Debug, ApiError)]
#[api(display, transparent, from, body = crate::FORMAT)]
#[non_exhaustive]
pub enum Endpoint {
    /// Storage says it.
    #[api(from(std::io::Error))]
    Storage(Box<Storage>),
    /// Somebody else says it.
    Inner(Inner),
}
