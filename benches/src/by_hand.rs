//! The cases as an experienced developer writes them: thiserror, a `match` for the status and one for the code, a body
//! with `#[derive(Serialize)]`, and `Response::builder`.

use errbook_benches::sample::{self, Supplier};
use errbook_benches::{Contender, Job};
use http::header::CONTENT_TYPE;
use http::{Response, StatusCode};
use serde::Serialize;

pub(crate) const CONTENDER: Contender = Contender { name: "hand-written", case };

#[derive(Debug, thiserror::Error)]
enum Error {
    #[error("the service is overloaded")]
    Overloaded,
    #[error("more than {limit} requests in one {window}")]
    TooManyRequests { limit: u32, window: String },
    #[error("there are {left} pieces of {item} left")]
    OutOfStock { item: String, left: u32, supplier: Supplier },
    #[error("{text}")]
    InvalidQuery { text: String },
}

#[derive(Debug, thiserror::Error)]
enum Middle {
    #[error(transparent)]
    Inner(Error),
    #[expect(dead_code, reason = "so that there is something to tell apart")]
    #[error("no such order")]
    NoSuchOrder,
}

#[derive(Debug, thiserror::Error)]
enum Outer {
    #[error(transparent)]
    Middle(Middle),
    #[expect(dead_code, reason = "so that there is something to tell apart")]
    #[error("who are you?")]
    Unauthenticated,
}

/// What all errors of the API have.
trait Answer: std::error::Error {
    fn status(&self) -> StatusCode;
    fn code(&self) -> &'static str;
    fn details(&self) -> Option<Details<'_>>;
}

#[derive(Serialize)]
#[serde(untagged)]
enum Details<'a> {
    OutOfStock { item: &'a str, left: u32, supplier: &'a Supplier },
}

#[derive(Serialize)]
struct Body<'a> {
    code: &'static str,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    trace_id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    details: Option<Details<'a>>,
}

impl Answer for Error {
    fn status(&self) -> StatusCode {
        match self {
            Self::Overloaded => StatusCode::SERVICE_UNAVAILABLE,
            Self::TooManyRequests { .. } => StatusCode::TOO_MANY_REQUESTS,
            Self::OutOfStock { .. } => StatusCode::CONFLICT,
            Self::InvalidQuery { .. } => StatusCode::BAD_REQUEST,
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Self::Overloaded => "Overloaded",
            Self::TooManyRequests { .. } => "TooManyRequests",
            Self::OutOfStock { .. } => "OutOfStock",
            Self::InvalidQuery { .. } => "InvalidQuery",
        }
    }

    fn details(&self) -> Option<Details<'_>> {
        match self {
            Self::OutOfStock { item, left, supplier } => {
                Some(Details::OutOfStock { item, left: *left, supplier })
            }
            _ => None,
        }
    }
}

macro_rules! delegate {
    ($ty:ident::$variant:ident or $other:ident $status:ident $code:literal) => {
        impl Answer for $ty {
            fn status(&self) -> StatusCode {
                match self {
                    Self::$variant(inner) => inner.status(),
                    Self::$other => StatusCode::$status,
                }
            }

            fn code(&self) -> &'static str {
                match self {
                    Self::$variant(inner) => inner.code(),
                    Self::$other => $code,
                }
            }

            fn details(&self) -> Option<Details<'_>> {
                match self {
                    Self::$variant(inner) => inner.details(),
                    Self::$other => None,
                }
            }
        }
    };
}

delegate!(Middle::Inner or NoSuchOrder NOT_FOUND "NoSuchOrder");
delegate!(Outer::Middle or Unauthenticated UNAUTHORIZED "Unauthenticated");

fn bytes(error: &impl Answer, trace_id: Option<&str>) -> Vec<u8> {
    let body = Body { code: error.code(), message: error.to_string(), trace_id, details: error.details() };
    serde_json::to_vec(&body).unwrap_or_default()
}

fn response(error: &impl Answer, trace_id: Option<&str>) -> Option<Response<Vec<u8>>> {
    let response = Response::builder().status(error.status()).header(CONTENT_TYPE, "application/json");
    response.body(bytes(error, trace_id)).ok()
}

#[derive(Debug, thiserror::Error)]
#[error("the balance is {balance}, the price is {price}")]
struct OutOfCredit {
    balance: u32,
    price: u32,
    instance: String,
}

#[derive(Serialize)]
struct Problem<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    title: &'static str,
    status: u16,
    detail: String,
    instance: &'a str,
    code: &'static str,
    balance: u32,
    price: u32,
}

fn problem(error: &OutOfCredit) -> Vec<u8> {
    let problem = Problem {
        kind: "https://example.com/errors#OutOfCredit",
        title: "Out of credit",
        status: 403,
        detail: error.to_string(),
        instance: &error.instance,
        code: "OutOfCredit",
        balance: error.balance,
        price: error.price,
    };
    serde_json::to_vec(&problem).unwrap_or_default()
}

fn problem_response(error: &OutOfCredit) -> Option<Response<Vec<u8>>> {
    let response = Response::builder().status(StatusCode::FORBIDDEN);
    response.header(CONTENT_TYPE, "application/problem+json").body(problem(error)).ok()
}

fn too_many_requests() -> Error {
    Error::TooManyRequests { limit: sample::LIMIT, window: sample::window() }
}

fn plain(error: impl Answer + 'static, trace_id: Option<&'static str>) -> Job {
    Job::new(error, move |error| bytes(error, trace_id), move |error| response(error, trace_id))
}

fn case(letter: char) -> Option<Job> {
    Some(match letter {
        'a' => plain(Error::Overloaded, None),
        'b' => plain(too_many_requests(), None),
        'c' => {
            let supplier = sample::supplier();
            plain(Error::OutOfStock { item: sample::item(), left: sample::LEFT, supplier }, None)
        }
        'd' => plain(too_many_requests(), Some(sample::TRACE_ID)),
        'e' => plain(Outer::Middle(Middle::Inner(too_many_requests())), None),
        'f' => plain(Error::InvalidQuery { text: sample::text() }, None),
        'g' => {
            let (balance, price, instance) = (sample::BALANCE, sample::PRICE, sample::instance());
            Job::new(OutOfCredit { balance, price, instance }, problem, problem_response)
        }
        _ => return None,
    })
}
