//! The errors of an orders API. The tour prints them, and `tests/documentation.rs` publishes them in `docs/`.

use std::io;
use std::time::Duration;

use errbook::{ApiError, Book};

/// The errors of the orders API.
#[derive(Debug, ApiError)]
#[api(display, docs_url = "https://example.com/errors#{code}", meta(domain = "orders.example.com"))]
pub enum OrderError {
    /// A parameter is missing or malformed.
    ///
    /// # Solution
    /// Compare the request with the reference and send it again.
    #[api(status = 400, code = "INVALID_PARAMETER", number = -32602)]
    #[api(message = "parameter `{param}` is not valid")]
    InvalidParameter {
        /// The name of the parameter.
        #[api(detail)]
        param: String,
    },

    /// Your plan's rate limit is used up.
    ///
    /// # Solution
    /// Wait as many seconds as `Retry-After` says.
    #[api(status = 429, code = "RATE_LIMITED")]
    RateLimited {
        /// The time until the next request is allowed.
        #[api(retry_after)]
        wait: Duration,
    },

    /// Authentication failed.
    #[api(transparent)]
    Auth(AuthError),

    /// Something went wrong on our side.
    ///
    /// # Solution
    /// Send it again, or write to us with the `trace_id`.
    #[api(status = 500, code = "INTERNAL")]
    Database(#[api(source)] io::Error),
}

/// Why a request is not authenticated.
#[derive(Debug, ApiError)]
#[api(display)]
pub enum AuthError {
    /// The token has expired.
    ///
    /// # Solution
    /// Ask for a new token.
    #[api(status = 401, code = "TOKEN_EXPIRED", title = "Token expired")]
    #[api(header("WWW-Authenticate" = "Bearer"))]
    Expired,
}

/// All errors of the API. The transparent variant includes those of `AuthError`.
pub static BOOK: Book = Book::new("Orders API", &[OrderError::CATALOG]);
