//! `masterror`: a derive for code and category, which gives the status; a problem with `code`, `grpc`, `metadata`.
//! 0.27.3, for 0.28 and later need Rust 1.96 to 1.99. It has no delegation and no `instance`.

#![expect(unused_variables, reason = "the derive names each field where it writes the message")]

use std::borrow::Cow;

use axum::response::IntoResponse as _;
use masterror::{AppCode, AppError, AppErrorKind, Masterror, ProblemJson, field};
use serde_json::json;

use crate::sample::{self, Supplier, TRACE_ID};
use errbook_benches::Job;

// The derive takes the error itself and its codes are in capitals.
#[derive(Debug, Clone, Masterror)]
enum Error {
    #[error("the service is overloaded")]
    #[masterror(
        code = AppCode::new("OVERLOADED"),
        category = AppErrorKind::DependencyUnavailable,
        message
    )]
    Overloaded,
    #[error("more than {limit} requests in one {window}")]
    #[masterror(
        code = AppCode::new("TOO_MANY_REQUESTS"),
        category = AppErrorKind::RateLimited,
        message
    )]
    TooManyRequests { limit: u32, window: String },
    #[error("there are {left} pieces of {item} left")]
    #[masterror(
        code = AppCode::new("OUT_OF_STOCK"),
        category = AppErrorKind::Conflict,
        message,
        telemetry(
            Some(field::str("item", item.clone())),
            Some(field::u64("left", u64::from(left))),
            Some(field::json("supplier", json!(supplier)))
        )
    )]
    OutOfStock { item: String, left: u32, supplier: Supplier },
    #[error("{text}")]
    #[masterror(
        code = AppCode::new("INVALID_QUERY"),
        category = AppErrorKind::BadRequest,
        message
    )]
    InvalidQuery { text: String },
    #[error("the balance is {balance}, the price is {price}")]
    #[masterror(
        code = AppCode::new("OUT_OF_CREDIT"),
        category = AppErrorKind::Forbidden,
        message,
        telemetry(
            Some(field::u64("balance", u64::from(balance))),
            Some(field::u64("price", u64::from(price))),
            Some(field::str("instance", instance.clone()))
        )
    )]
    OutOfCredit { balance: u32, price: u32, instance: String },
}

#[derive(Debug, Clone, masterror::Error)]
enum Middle {
    #[error(transparent)]
    Inner(Error),
}

#[derive(Debug, Clone, masterror::Error)]
enum Outer {
    #[error(transparent)]
    Middle(Middle),
}

// Delegation is hand-written: the derive wants a code and a category of each variant.
impl From<Middle> for AppError {
    fn from(Middle::Inner(error): Middle) -> Self {
        Self::from(error)
    }
}

impl From<Outer> for AppError {
    fn from(Outer::Middle(error): Outer) -> Self {
        Self::from(error)
    }
}

/// The `type` and the title of the crate's own for each category, replaced.
fn problem(error: Error) -> ProblemJson {
    let mut problem = ProblemJson::from_app_error(error.into());
    problem.type_uri = Some(Cow::Borrowed("https://example.com/errors#OutOfCredit"));
    problem.title = Cow::Borrowed("Out of credit");
    problem
}

/// The clone of the error counts.
fn job<E: Clone + 'static>(error: E, problem: fn(E) -> ProblemJson) -> Job {
    Job::new(
        error,
        move |error| serde_json::to_vec(&problem(error.clone())).unwrap_or_default(),
        move |error| problem(error.clone()).into_response(),
    )
}

fn plain<E: Clone + Into<AppError> + 'static>(error: E) -> Job {
    job(error, |error| ProblemJson::from_app_error(error.into()))
}

pub(crate) fn case(letter: char) -> Option<Job> {
    let too_many_requests = || Error::TooManyRequests { limit: sample::LIMIT, window: sample::window() };
    Some(match letter {
        'a' => plain(Error::Overloaded),
        'b' => plain(too_many_requests()),
        'c' => {
            let supplier = sample::supplier();
            plain(Error::OutOfStock { item: sample::item(), left: sample::LEFT, supplier })
        }
        'd' => job(too_many_requests(), |error| {
            let error = AppError::from(error).with_field(field::str("trace_id", TRACE_ID));
            ProblemJson::from_app_error(error)
        }),
        'e' => plain(Outer::Middle(Middle::Inner(too_many_requests()))),
        'f' => plain(Error::InvalidQuery { text: sample::text() }),
        'g' => {
            let (balance, price) = (sample::BALANCE, sample::PRICE);
            job(Error::OutOfCredit { balance, price, instance: sample::instance() }, problem)
        }
        _ => return None,
    })
}
