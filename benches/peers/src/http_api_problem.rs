//! `http-api-problem`: a builder of problem details; members beyond those of the RFC are in a `HashMap`.
//! That map hashes with random keys: the order of members differs from reply to reply, the instructions from run to run.

use http_api_problem::{HttpApiProblem, StatusCode};

use crate::sample::{Error, Middle, Outer, TRACE_ID};
use errbook_benches::Job;

impl From<&Error> for HttpApiProblem {
    fn from(error: &Error) -> Self {
        let of = |status, code: &str| Self::new(status).detail(error.to_string()).value("code", &code);
        match error {
            Error::Overloaded => of(StatusCode::SERVICE_UNAVAILABLE, "Overloaded"),
            Error::TooManyRequests { .. } => of(StatusCode::TOO_MANY_REQUESTS, "TooManyRequests"),
            Error::OutOfStock { item, left, supplier } => of(StatusCode::CONFLICT, "OutOfStock")
                .value("item", item)
                .value("left", left)
                .value("supplier", supplier),
            Error::InvalidQuery { .. } => of(StatusCode::BAD_REQUEST, "InvalidQuery"),
            Error::OutOfCredit { balance, price, instance } => of(StatusCode::FORBIDDEN, "OutOfCredit")
                .type_url("https://example.com/errors#OutOfCredit")
                .title("Out of credit")
                .instance(instance)
                .value("balance", balance)
                .value("price", price),
        }
    }
}

impl From<&Outer> for HttpApiProblem {
    fn from(Outer::Middle(Middle::Inner(error)): &Outer) -> Self {
        Self::from(error)
    }
}

fn job<E: 'static>(error: E, problem: fn(&E) -> HttpApiProblem) -> Job {
    Job::new(error, move |error| problem(error).json_bytes(), move |error| problem(error).to_axum_response())
}

pub(crate) fn case(letter: char) -> Option<Job> {
    let error = Error::of(letter)?;
    Some(match letter {
        'd' => job(error, |error| HttpApiProblem::from(error).value("trace_id", &TRACE_ID)),
        'e' => job(error.nested(), |error| HttpApiProblem::from(error)),
        _ => job(error, |error| HttpApiProblem::from(error)),
    })
}
