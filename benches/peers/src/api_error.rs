//! `api-error`: a derive for status and message, with delegation; `{"message"}` and `extended` hand-written.
//! The error is only borrowed. (g) cannot be said.

use std::borrow::Cow;

use api_error::ApiError;
use api_error::axum::{ApiErrorResponse, default_error_responder};
use axum::response::IntoResponse as _;
use http::StatusCode;
use serde_json::{Map, Value, json};

use crate::sample::{self, Supplier, TRACE_ID};
use errbook_benches::Job;

#[derive(Debug, thiserror::Error, ApiError)]
enum Error {
    #[error("the service is overloaded")]
    #[api_error(status_code = 503, message(inherit))]
    Overloaded,
    #[error("more than {limit} requests in one {window}")]
    #[api_error(status_code = 429, message(inherit))]
    TooManyRequests { limit: u32, window: String },
    #[error("there are {left} pieces of {item} left")]
    #[api_error(status_code = 409, message(inherit))]
    OutOfStock { item: String, left: u32, supplier: Supplier },
    #[error("{text}")]
    #[api_error(status_code = 400, message(inherit))]
    InvalidQuery { text: String },
}

#[derive(Debug, thiserror::Error, ApiError)]
enum Middle {
    #[error(transparent)]
    #[api_error(transparent)]
    Inner(Error),
}

#[derive(Debug, thiserror::Error, ApiError)]
enum Outer {
    #[error(transparent)]
    #[api_error(transparent)]
    Middle(Middle),
}

/// What the derive cannot say: `extended` comes from a hand-written `impl`.
trait Extended: ApiError {
    fn code(&self) -> &'static str;
    fn extend(&self, _extended: &mut Map<String, Value>) {}
}

impl Extended for Error {
    fn code(&self) -> &'static str {
        match self {
            Self::Overloaded => "Overloaded",
            Self::TooManyRequests { .. } => "TooManyRequests",
            Self::OutOfStock { .. } => "OutOfStock",
            Self::InvalidQuery { .. } => "InvalidQuery",
        }
    }

    fn extend(&self, extended: &mut Map<String, Value>) {
        if let Self::OutOfStock { item, left, supplier } = self {
            extended.insert("item".to_owned(), json!(item));
            extended.insert("left".to_owned(), json!(left));
            extended.insert("supplier".to_owned(), json!(supplier));
        }
    }
}

impl Extended for Outer {
    fn code(&self) -> &'static str {
        let Self::Middle(Middle::Inner(error)) = self;
        error.code()
    }

    fn extend(&self, extended: &mut Map<String, Value>) {
        let Self::Middle(Middle::Inner(error)) = self;
        error.extend(extended);
    }
}

#[derive(Debug, thiserror::Error)]
#[error("{error}")]
struct Reply<'error> {
    error: &'error dyn Extended,
    trace_id: Option<&'error str>,
}

impl ApiError for Reply<'_> {
    fn status_code(&self) -> StatusCode {
        self.error.status_code()
    }

    fn message(&self) -> Cow<'_, str> {
        self.error.message()
    }

    fn extended(&self) -> Option<Value> {
        let mut extended = Map::new();
        extended.insert("code".to_owned(), json!(self.error.code()));
        if let Some(trace_id) = self.trace_id {
            extended.insert("trace_id".to_owned(), json!(trace_id));
        }
        self.error.extend(&mut extended);
        Some(Value::Object(extended))
    }
}

fn too_many_requests() -> Error {
    Error::TooManyRequests { limit: sample::LIMIT, window: sample::window() }
}

fn nested() -> Outer {
    Outer::Middle(Middle::Inner(too_many_requests()))
}

fn bytes(error: &dyn ApiError) -> Vec<u8> {
    serde_json::to_vec(&ApiErrorResponse::new(error)).unwrap_or_default()
}

fn derived(error: Error) -> Job {
    Job::new(error, |error| bytes(error), |error| error.into_response())
}

fn replied<E: Extended + 'static>(error: E, trace_id: Option<&'static str>) -> Job {
    Job::new(
        error,
        move |error| bytes(&Reply { error, trace_id }),
        move |error| default_error_responder(&Reply { error, trace_id }),
    )
}

/// The derive writes no code into the body. (c) and (d) need a hand-written impl.
pub(crate) fn case(letter: char) -> Option<Job> {
    Some(match letter {
        'a' => derived(Error::Overloaded),
        'b' => derived(too_many_requests()),
        'e' => Job::new(nested(), |error| bytes(error), |error| error.into_response()),
        'f' => derived(Error::InvalidQuery { text: sample::text() }),
        _ => return coded(letter).filter(|_| matches!(letter, 'c' | 'd')),
    })
}

/// With the code in the body, which only a hand-written `impl` can put there.
pub(crate) fn coded(letter: char) -> Option<Job> {
    Some(match letter {
        'a' => replied(Error::Overloaded, None),
        'b' => replied(too_many_requests(), None),
        'c' => {
            let supplier = sample::supplier();
            replied(Error::OutOfStock { item: sample::item(), left: sample::LEFT, supplier }, None)
        }
        'd' => replied(too_many_requests(), Some(TRACE_ID)),
        'e' => replied(nested(), None),
        'f' => replied(Error::InvalidQuery { text: sample::text() }, None),
        _ => return None,
    })
}
