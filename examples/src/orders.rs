//! The errors of an API of orders: what the tour prints, and what `tests/documentation.rs` publishes in `docs/`.

use std::io;
use std::time::Duration;

use errbook::{ApiError, Book, Catalogued};

/// What the orders API answers when it cannot serve a request.
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
        /// Its name.
        #[api(detail)]
        param: String,
    },

    /// The requests of your plan are used up.
    ///
    /// # Solution
    /// Wait as many seconds as `Retry-After` says.
    #[api(status = 429, code = "RATE_LIMITED")]
    RateLimited {
        /// Until there are new ones.
        #[api(retry_after)]
        wait: Duration,
    },

    /// Whatever the authentication says.
    #[api(transparent)]
    Auth(AuthError),

    /// The request was fine, and we failed.
    ///
    /// # Solution
    /// Send it again, or write to us with the `trace_id`.
    #[api(status = 500, code = "INTERNAL")]
    Database(#[api(source)] io::Error),
}

/// Why we do not know who is asking.
#[derive(Debug, ApiError)]
#[api(display)]
pub enum AuthError {
    /// The token is too old.
    ///
    /// # Solution
    /// Ask for a new token.
    #[api(status = 401, code = "TOKEN_EXPIRED", title = "Token expired")]
    #[api(header("WWW-Authenticate" = "Bearer"))]
    Expired,
}

/// The whole API; the errors of `AuthError` are in it through the transparent variant.
pub static BOOK: Book = Book::new("Orders API", &[OrderError::CATALOG]);
