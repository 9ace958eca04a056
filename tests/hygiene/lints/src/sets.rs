//! Errors made of other errors: sets and kinds.

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

/// What can go wrong.
#[derive(Debug, ApiError)]
#[api(display, rename_all = "snake_case", status = 400)]
#[non_exhaustive]
pub enum Code {
    /// It is not there.
    Missing,
    /// It is too large.
    Large {
        /// How large.
        #[api(detail)]
        size: u64,
    },
}

/// A kind and its context.
#[derive(Debug, ApiError)]
#[api(display, serialize, body = crate::FORMAT)]
#[non_exhaustive]
pub enum Failure {
    /// Several have this entry.
    #[api(kind = Code::Missing)]
    Missing,
    /// One more.
    #[api(kind = Code::Missing, message = "{name}", header("X-Owner" = "lints"), detail("live" = true))]
    Named {
        /// What is missing.
        #[api(detail)]
        name: &'static str,
    },
    /// Any kind.
    #[api(message = "{order}: {kind}")]
    Order {
        /// What went wrong.
        #[api(kind)]
        kind: Box<Code>,
        /// Where.
        #[api(detail, header = "X-Order")]
        order: u64,
        /// When it ends.
        #[api(retry_after)]
        wait: Option<u32>,
        /// What was answered.
        #[api(status)]
        status: u16,
        /// Why.
        #[api(source)]
        cause: std::io::Error,
    },
    /// Its own.
    #[api(status = 409, code = "own")]
    Own,
}

/// Several statuses.
#[derive(Debug, ApiError)]
#[api(display, rename_all = "snake_case", status = 400, shared, expose)]
#[non_exhaustive]
pub enum Statuses {
    /// One of three.
    #[api(also(413, 422), message = "{status} {size}")]
    Listed {
        /// What it is.
        #[api(status)]
        status: u16,
        /// How large.
        size: u64,
    },
    /// One of two.
    #[api(status = http::StatusCode::CONFLICT, also(400, 412), code = "listed")]
    Path(#[api(status)] u16),
    /// Any.
    #[api(code = "listed")]
    Any(#[api(status)] Option<http::StatusCode>),
}
