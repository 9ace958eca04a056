//! `problem_details`: a builder of problem details; other members are a type of the user's, flattened by serde.
//! Its `type` is an `http::Uri`, which drops the fragment: (g) says less than it should.

use axum::response::IntoResponse as _;
use http::{StatusCode, Uri};
use problem_details::ProblemDetails;
use serde::Serialize;

use crate::sample::{Error, Middle, Outer, Supplier, TRACE_ID};
use errbook_benches::Job;

/// The members that are ours, each for the errors that have it.
#[derive(Default, Serialize)]
struct Members<'error> {
    code: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    trace_id: Option<&'error str>,
    #[serde(flatten)]
    details: Option<Details<'error>>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Details<'error> {
    Stock { item: &'error str, left: u32, supplier: &'error Supplier },
    Credit { balance: u32, price: u32 },
}

fn problem(error: &Error) -> ProblemDetails<Members<'_>> {
    let of = |status, code, details| {
        ProblemDetails::new().with_status(status).with_detail(error.to_string()).with_extensions(Members {
            code,
            trace_id: None,
            details,
        })
    };
    match error {
        Error::Overloaded => of(StatusCode::SERVICE_UNAVAILABLE, "Overloaded", None),
        Error::TooManyRequests { .. } => of(StatusCode::TOO_MANY_REQUESTS, "TooManyRequests", None),
        Error::OutOfStock { item, left, supplier } => {
            let details = Details::Stock { item, left: *left, supplier };
            of(StatusCode::CONFLICT, "OutOfStock", Some(details))
        }
        Error::InvalidQuery { .. } => of(StatusCode::BAD_REQUEST, "InvalidQuery", None),
        Error::OutOfCredit { balance, price, instance } => {
            let details = Details::Credit { balance: *balance, price: *price };
            let problem = of(StatusCode::FORBIDDEN, "OutOfCredit", Some(details))
                .with_type(Uri::from_static("https://example.com/errors#OutOfCredit"))
                .with_title("Out of credit");
            match instance.parse::<Uri>() {
                Ok(instance) => problem.with_instance(instance),
                Err(_) => problem,
            }
        }
    }
}

fn nested(Outer::Middle(Middle::Inner(error)): &Outer) -> ProblemDetails<Members<'_>> {
    problem(error)
}

fn traced(error: &Error) -> ProblemDetails<Members<'_>> {
    let mut problem = problem(error);
    problem.extensions.trace_id = Some(TRACE_ID);
    problem
}

fn job<E: 'static>(error: E, problem: fn(&E) -> ProblemDetails<Members<'_>>) -> Job {
    Job::new(
        error,
        move |error| serde_json::to_vec(&problem(error)).unwrap_or_default(),
        move |error| problem(error).into_response(),
    )
}

pub(crate) fn case(letter: char) -> Option<Job> {
    let error = Error::of(letter)?;
    Some(match letter {
        'd' => job(error, traced),
        'e' => job(error.nested(), nested),
        _ => job(error, problem),
    })
}
