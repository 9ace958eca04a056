//! Lints on the types of fields, allowed where these are written.
#![deny(clippy::absolute_paths, clippy::disallowed_types)]

use errbook::ApiError;

/// An error with the time when it happened.
#[derive(Debug, ApiError)]
#[allow(
    clippy::absolute_paths,
    clippy::disallowed_types,
    clippy::std_instead_of_alloc,
    clippy::std_instead_of_core,
    reason = "what is tested"
)]
#[api(display, status = 410, code = "Expired")]
#[non_exhaustive]
pub struct Expired {
    /// When it expired.
    pub at: std::time::Instant,
    /// Why it expired.
    pub why: std::sync::Arc<std::time::Duration>,
}
