//! `apiresponse`: a derive for a numeric code and a status, with delegation; `{"code","message","data"}`.
//! Codes are numbers only. (g) cannot be said.

use apiresponse::{ApiResponse, Response};
use axum::response::IntoResponse as _;
use serde_json::{Value, json};

use crate::sample::{self, Supplier, TRACE_ID};
use errbook_benches::Job;

#[derive(Debug, thiserror::Error, Response)]
enum Error {
    #[error("the service is overloaded")]
    #[response(code = 1001, status = 503)]
    Overloaded,
    #[error("more than {limit} requests in one {window}")]
    #[response(code = 1002, status = 429)]
    TooManyRequests { limit: u32, window: String },
    #[error("there are {left} pieces of {item} left")]
    #[response(code = 1003, status = 409)]
    OutOfStock { item: String, left: u32, supplier: Supplier },
    #[error("{text}")]
    #[response(code = 1004, status = 400)]
    InvalidQuery { text: String },
}

#[derive(Debug, thiserror::Error, Response)]
enum Middle {
    #[error(transparent)]
    #[response(transparent)]
    Inner(Error),
}

#[derive(Debug, thiserror::Error, Response)]
enum Outer {
    #[error(transparent)]
    #[response(transparent)]
    Middle(Middle),
}

/// What `ApiResponse::from_error` does, which takes the error itself: this spares a clone.
fn response(error: &impl Response, data: Value) -> ApiResponse {
    ApiResponse {
        code: error.error_code(),
        message: error.message(),
        data,
        status_code: error.http_status_code(),
    }
}

fn job<E: Response + 'static>(error: E, data: fn(&E) -> Value) -> Job {
    Job::new(
        error,
        move |error| serde_json::to_vec(&response(error, data(error))).unwrap_or_default(),
        move |error| response(error, data(error)).into_response(),
    )
}

fn stock(error: &Error) -> Value {
    match error {
        Error::OutOfStock { item, left, supplier } => {
            json!({ "item": item, "left": left, "supplier": supplier })
        }
        _ => Value::Null,
    }
}

pub(crate) fn case(letter: char) -> Option<Job> {
    let too_many_requests = || Error::TooManyRequests { limit: sample::LIMIT, window: sample::window() };
    Some(match letter {
        'a' => job(Error::Overloaded, |_| Value::Null),
        'b' => job(too_many_requests(), |_| Value::Null),
        'c' => {
            let supplier = sample::supplier();
            job(Error::OutOfStock { item: sample::item(), left: sample::LEFT, supplier }, stock)
        }
        'd' => job(too_many_requests(), |_| json!({ "trace_id": TRACE_ID })),
        'e' => job(Outer::Middle(Middle::Inner(too_many_requests())), |_| Value::Null),
        'f' => job(Error::InvalidQuery { text: sample::text() }, |_| Value::Null),
        _ => return None,
    })
}
