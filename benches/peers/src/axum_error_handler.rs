//! `axum-error-handler`: a derive for status and code, with delegation; `{"error":{"code","message"},"result"}`.
//! It has no place for details, a trace id or a problem: (c), (d) and (g) cannot be said.

use axum::response::IntoResponse;
use axum_error_handler::AxumErrorResponse;

use crate::sample;
use errbook_benches::Job;

// The derive refuses named fields.
#[derive(Debug, Clone, thiserror::Error, AxumErrorResponse)]
enum Error {
    #[error("the service is overloaded")]
    #[status_code("503")]
    #[code("Overloaded")]
    Overloaded,
    #[error("more than {0} requests in one {1}")]
    #[status_code("429")]
    #[code("TooManyRequests")]
    TooManyRequests(u32, String),
    #[error("{0}")]
    #[status_code("400")]
    #[code("InvalidQuery")]
    InvalidQuery(String),
}

#[derive(Debug, Clone, thiserror::Error, AxumErrorResponse)]
enum Middle {
    #[error(transparent)]
    #[response(nested)]
    Inner(Error),
}

#[derive(Debug, Clone, thiserror::Error, AxumErrorResponse)]
enum Outer {
    #[error(transparent)]
    #[response(nested)]
    Middle(Middle),
}

/// The derive takes the error itself, so its clone counts; the body is only to be had from the response.
fn job<E: IntoResponse + Clone + 'static>(error: E) -> Job {
    crate::response::job(error, |error: &E| error.clone().into_response())
}

pub(crate) fn case(letter: char) -> Option<Job> {
    let too_many_requests = || Error::TooManyRequests(sample::LIMIT, sample::window());
    Some(match letter {
        'a' => job(Error::Overloaded),
        'b' => job(too_many_requests()),
        'e' => job(Outer::Middle(Middle::Inner(too_many_requests()))),
        'f' => job(Error::InvalidQuery(sample::text())),
        _ => return None,
    })
}
