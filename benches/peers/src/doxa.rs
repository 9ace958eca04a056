//! `doxa`: a derive for status and code; `{"message","status","code","error"}`, `error` being the enum by serde.
//! It logs each reply with tracing. It has no delegation, and its problem no extension members: no (g).

use axum::Json;
use axum::response::{IntoResponse, Response};
use doxa::{ApiError, ApiErrorBody};
use http::StatusCode;
use serde::Serialize;

use crate::sample::{self, Supplier, TRACE_ID};
use errbook_benches::Job;

// What is skipped is in the message, and no detail.
#[derive(Debug, Clone, Serialize, thiserror::Error, ApiError)]
enum Error {
    #[error("the service is overloaded")]
    #[api(status = 503, code = "Overloaded")]
    Overloaded,
    #[error("more than {limit} requests in one {window}")]
    #[api(status = 429, code = "TooManyRequests")]
    TooManyRequests {
        #[serde(skip)]
        limit: u32,
        #[serde(skip)]
        window: String,
    },
    #[error("there are {left} pieces of {item} left")]
    #[api(status = 409, code = "OutOfStock")]
    OutOfStock { item: String, left: u32, supplier: Supplier },
    #[error("{text}")]
    #[api(status = 400, code = "InvalidQuery")]
    InvalidQuery {
        #[serde(skip)]
        text: String,
    },
}

#[derive(Debug, Clone, thiserror::Error)]
enum Middle {
    #[error(transparent)]
    Inner(Error),
}

#[derive(Debug, Clone, thiserror::Error)]
enum Outer {
    #[error(transparent)]
    Middle(Middle),
}

// Delegation is hand-written: the derive wants a status and a code of each variant.
impl IntoResponse for Middle {
    fn into_response(self) -> Response {
        let Self::Inner(error) = self;
        error.into_response()
    }
}

impl IntoResponse for Outer {
    fn into_response(self) -> Response {
        let Self::Middle(error) = self;
        error.into_response()
    }
}

/// The trace id beside the error, in a hand-written body.
#[derive(Serialize)]
struct Traced<'error> {
    trace_id: &'error str,
    error: &'error Error,
}

fn traced(error: &Error) -> ApiErrorBody<Traced<'_>> {
    ApiErrorBody::new(429, "TooManyRequests", error.to_string(), Traced { trace_id: TRACE_ID, error })
}

/// The derive takes the error itself, so its clone counts; the body is only to be had from the response.
fn job<E: IntoResponse + Clone + 'static>(error: E) -> Job {
    crate::response::job(error, |error: &E| error.clone().into_response())
}

pub(crate) fn case(letter: char) -> Option<Job> {
    let too_many_requests = || Error::TooManyRequests { limit: sample::LIMIT, window: sample::window() };
    Some(match letter {
        'a' => job(Error::Overloaded),
        'b' => job(too_many_requests()),
        'c' => {
            let supplier = sample::supplier();
            job(Error::OutOfStock { item: sample::item(), left: sample::LEFT, supplier })
        }
        'd' => Job::new(
            too_many_requests(),
            |error| serde_json::to_vec(&traced(error)).unwrap_or_default(),
            |error| (StatusCode::TOO_MANY_REQUESTS, Json(traced(error))).into_response(),
        ),
        'e' => job(Outer::Middle(Middle::Inner(too_many_requests()))),
        'f' => job(Error::InvalidQuery { text: sample::text() }),
        _ => return None,
    })
}
