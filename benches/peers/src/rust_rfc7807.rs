//! `rust-rfc7807`: a builder of problem details with `code` and `trace_id`; other members are a JSON map.

use axum::response::IntoResponse as _;
use rust_rfc7807::{IntoProblem, Problem};
use serde_json::json;

use crate::sample::{Error, Middle, Outer, TRACE_ID};
use errbook_benches::Job;

impl IntoProblem for &Error {
    fn into_problem(self) -> Problem {
        let of = |status, code| Problem::new(status).detail(self.to_string()).code(code);
        match self {
            Error::Overloaded => of(503, "Overloaded"),
            Error::TooManyRequests { .. } => of(429, "TooManyRequests"),
            Error::OutOfStock { item, left, supplier } => of(409, "OutOfStock")
                .extension("item", item.as_str())
                .extension("left", *left)
                .extension("supplier", json!(supplier)),
            Error::InvalidQuery { .. } => of(400, "InvalidQuery"),
            Error::OutOfCredit { balance, price, instance } => of(403, "OutOfCredit")
                .type_("https://example.com/errors#OutOfCredit")
                .title("Out of credit")
                .instance(instance)
                .extension("balance", *balance)
                .extension("price", *price),
        }
    }
}

impl IntoProblem for &Outer {
    fn into_problem(self) -> Problem {
        let Outer::Middle(Middle::Inner(error)) = self;
        error.into_problem()
    }
}

fn job<E: 'static>(error: E, problem: fn(&E) -> Problem) -> Job {
    Job::new(
        error,
        move |error| serde_json::to_vec(&problem(error)).unwrap_or_default(),
        move |error| problem(error).into_response(),
    )
}

pub(crate) fn case(letter: char) -> Option<Job> {
    let error = Error::of(letter)?;
    Some(match letter {
        'd' => job(error, |error| error.into_problem().trace_id(TRACE_ID)),
        'e' => job(error.nested(), |error| error.into_problem()),
        _ => job(error, |error| error.into_problem()),
    })
}
