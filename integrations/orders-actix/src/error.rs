//! Every error of the API: its status, its code, what a client reads, and its documentation.

use errbook::{ApiError, Book, HttpError};
use thiserror::Error;

/// What can go wrong with an order.
#[derive(Debug, Error, ApiError)]
#[api(impls(errbook_actix))]
pub enum OrderError {
    /// No order has this number.
    #[error("there is no order {id}")]
    #[api(status = 404, code = "NO_SUCH_ORDER")]
    NoSuchOrder {
        /// The number that was asked for.
        #[api(detail)]
        id: u64,
    },

    /// Fields of the order are not valid.
    ///
    /// # Solution
    /// Correct every field that `violations` names, and send the request again.
    #[error("the order is not valid")]
    #[api(status = 422, code = "INVALID_ORDER")]
    Invalid(
        #[from]
        #[api(violations)]
        garde::Report,
    ),

    /// The order was cancelled before.
    #[error("order {id} is already cancelled")]
    #[api(status = 409, code = "ALREADY_CANCELLED")]
    AlreadyCancelled {
        /// The number of the order.
        #[api(detail)]
        id: u64,
    },

    /// The request has no bearer token, or not that of the service.
    #[error("a bearer token is required")]
    #[api(status = 401, code = "UNAUTHORIZED_REQUEST", header("WWW-Authenticate" = "Bearer realm=\"orders\""))]
    Unauthorized,
}

/// All errors of the API. `HttpError` is what the middleware answers where actix-web refuses a request.
pub static BOOK: Book = Book::new("Orders API", &[OrderError::CATALOG, HttpError::CATALOG]);
