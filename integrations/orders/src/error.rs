//! Every error of the API: its status, its code, what a client reads, its headers, and its documentation.

use std::time::Duration;

use axum::http::StatusCode;
use errbook::body::PROBLEM;
use errbook::{ApiError, Book, HttpError, Violations};
use thiserror::Error;

use crate::payment::PaymentError;

/// What can go wrong with an order.
#[derive(Debug, Error, ApiError)]
#[api(impls(errbook_axum), docs_url = "/errors#{code}")]
pub enum OrderError {
    /// You have no order with this number.
    #[error("there is no order {id}")]
    #[api(status = 404, code = "NO_SUCH_ORDER")]
    NoSuchOrder {
        /// The number that was asked for.
        #[api(detail)]
        id: i64,
    },

    /// Fields of the order or of the card are not valid.
    ///
    /// # Solution
    /// Correct every field that `errors` names, and send the request again.
    #[error("the request is not valid")]
    #[api(status = 422, code = "INVALID_REQUEST")]
    Invalid(
        #[from]
        #[api(violations)]
        garde::Report,
    ),

    /// Parameters of the query are not valid.
    ///
    /// # Solution
    /// Correct every parameter that `errors` names, and send the request again.
    #[error("the query is not valid")]
    #[api(status = 422, code = "INVALID_QUERY")]
    InvalidQuery(#[api(violations)] Violations),

    /// The order is paid. Nothing was charged.
    #[error("order {id} is already paid")]
    #[api(status = 409, code = "ALREADY_PAID")]
    AlreadyPaid {
        /// The number of the order.
        #[api(detail)]
        id: i64,
    },

    /// The payment provider declined the card (402), is busy (503), or failed (502). The order is not paid.
    ///
    /// # Solution
    /// After 402, pay with another card. Otherwise, send the request again later: an order is charged once.
    #[error("the payment failed")]
    #[api(status = 502, also(402, 503), code = "PAYMENT_FAILED", title = "Payment failed")]
    PaymentFailed {
        /// What the provider answered.
        #[api(status)]
        status: StatusCode,
        /// How long the provider asks to wait.
        #[api(retry_after)]
        wait: Option<Duration>,
        /// Why it failed.
        source: PaymentError,
    },

    /// The store failed.
    #[error(transparent)]
    #[api(transparent, from(rusqlite::Error))]
    Store(#[from] StoreError),
}

/// Why a customer may not send a request: what the extractor `Customer` answers, in front of every handler.
#[derive(Debug, Error, ApiError)]
#[api(impls(errbook_axum), docs_url = "/errors#{code}")]
pub enum CustomerError {
    /// The request has no bearer token.
    #[error("a bearer token is required")]
    #[api(status = 401, code = "TOKEN_MISSING", header("WWW-Authenticate" = "Bearer realm=\"orders\""))]
    Missing,

    /// Nobody has this token.
    #[error("the token is not valid")]
    #[api(status = 401, code = "TOKEN_INVALID")]
    #[api(header("WWW-Authenticate" = "Bearer realm=\"orders\", error=\"invalid_token\""))]
    Invalid,

    /// You send requests faster than the limit allows.
    ///
    /// # Solution
    /// Wait as many seconds as `Retry-After` says.
    #[error("too many requests")]
    #[api(status = 429, code = "RATE_LIMITED")]
    RateLimited {
        /// The time until the next request is allowed.
        #[api(retry_after)]
        wait: Duration,
    },
}

/// The store of the service failed.
///
/// # Solution
/// Send the request again. If it keeps failing, write to us with the `trace_id`.
#[derive(Debug, Error, ApiError)]
#[error("the store failed")]
#[api(docs_url = "/errors#{code}", status = 500, code = "STORE_FAILED")]
pub struct StoreError(#[from] rusqlite::Error);

impl From<PaymentError> for OrderError {
    fn from(source: PaymentError) -> Self {
        let status = match source.status() {
            Some(status @ (StatusCode::PAYMENT_REQUIRED | StatusCode::SERVICE_UNAVAILABLE)) => status,
            _ => StatusCode::BAD_GATEWAY,
        };
        Self::PaymentFailed { status, wait: source.wait(), source }
    }
}

/// All errors of the API, and its format. `HttpError` is what the layer answers where axum refuses a request.
pub static BOOK: Book =
    Book::new("Orders API", &[OrderError::CATALOG, CustomerError::CATALOG, HttpError::CATALOG])
        .with_body(&PROBLEM);
