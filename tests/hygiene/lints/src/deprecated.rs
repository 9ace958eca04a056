//! Deprecated items, silenced where the user names them.

use errbook::{ApiError, Body};

/// An old error.
#[deprecated]
#[derive(Debug, Clone, Copy, ApiError)]
#[api(display, status = 404, code = "Old", impls(errbook_tests_plugin, errbook_tests_plugin::shared))]
#[non_exhaustive]
pub struct Old;

/// An old status.
#[deprecated]
pub const STATUS: http::StatusCode = http::StatusCode::NOT_FOUND;

/// An old code.
#[deprecated]
pub const CODE: &str = "old.code";

/// An old format.
#[deprecated]
pub const FORMAT: Body = errbook::body!({ "code": code });

/// An old conversion.
#[deprecated]
#[must_use]
#[inline]
pub const fn seconds(duration: &core::time::Duration) -> u64 {
    duration.as_secs()
}

/// Allowed at each place.
#[derive(Debug, ApiError)]
#[api(display)]
#[non_exhaustive]
pub enum Places {
    /// Another error.
    #[allow(deprecated)]
    #[api(transparent)]
    Transparent(#[api(from)] Old),
    /// A source.
    #[api(status = 500, code = "Source")]
    Source(
        #[api(source)]
        #[allow(deprecated)]
        Option<Old>,
    ),
    /// A path in each key.
    #[allow(deprecated)]
    #[api(status = STATUS, code = CODE, body = FORMAT)]
    Paths {
        /// How long.
        #[api(detail(with = seconds))]
        wait: core::time::Duration,
    },
}

/// Allowed for all variants.
#[allow(deprecated)]
#[derive(Debug, ApiError)]
#[api(display, body = FORMAT, status = STATUS)]
#[non_exhaustive]
pub enum Whole {
    /// Another error.
    #[api(transparent)]
    Transparent(Old),
    /// An error.
    #[api(code = CODE)]
    Code,
}
