//! The cases with errbook.

use errbook::{ApiError, Reply, body};
use errbook_benches::sample::{self, Supplier};
use errbook_benches::{Contender, Job};

pub(crate) const CONTENDER: Contender = Contender { name: "errbook", case };

#[derive(Debug, ApiError)]
#[api(display)]
enum Error {
    #[api(status = 503, code = "Overloaded", message = "the service is overloaded")]
    Overloaded,
    #[api(status = 429, code = "TooManyRequests", message = "more than {limit} requests in one {window}")]
    TooManyRequests { limit: u32, window: String },
    #[api(status = 409, code = "OutOfStock", message = "there are {left} pieces of {item} left")]
    OutOfStock {
        #[api(detail)]
        item: String,
        #[api(detail)]
        left: u32,
        #[api(detail)]
        supplier: Supplier,
    },
    #[api(status = 400, code = "InvalidQuery", message = "{text}")]
    InvalidQuery { text: String },
}

#[derive(Debug, ApiError)]
#[api(display)]
enum Middle {
    #[api(transparent)]
    Inner(Error),
    #[expect(dead_code, reason = "so that there is something to tell apart")]
    #[api(status = 404, code = "NoSuchOrder")]
    NoSuchOrder,
}

#[derive(Debug, ApiError)]
#[api(display)]
enum Outer {
    #[api(transparent)]
    Middle(Middle),
    #[expect(dead_code, reason = "so that there is something to tell apart")]
    #[api(status = 401, code = "Unauthenticated", title = "Who are you?")]
    Unauthenticated,
}

#[derive(Debug, ApiError)]
#[api(display, body = body::PROBLEM, docs_url = "https://example.com/errors#{code}")]
enum Problem {
    #[api(status = 403, code = "OutOfCredit", title = "Out of credit")]
    #[api(message = "the balance is {balance}, the price is {price}")]
    OutOfCredit {
        #[api(detail)]
        balance: u32,
        #[api(detail)]
        price: u32,
        instance: String,
    },
}

fn too_many_requests() -> Error {
    Error::TooManyRequests { limit: sample::LIMIT, window: sample::window() }
}

fn plain(error: impl ApiError + 'static) -> Job {
    Job::new(error, |error| Reply::new(error).to_bytes(), |error| Reply::new(error).to_response())
}

fn case(letter: char) -> Option<Job> {
    Some(match letter {
        'a' => plain(Error::Overloaded),
        'b' => plain(too_many_requests()),
        'c' => {
            let supplier = sample::supplier();
            plain(Error::OutOfStock { item: sample::item(), left: sample::LEFT, supplier })
        }
        'd' => Job::new(
            too_many_requests(),
            |error| Reply::new(error).trace_id(sample::TRACE_ID).to_bytes(),
            |error| Reply::new(error).trace_id(sample::TRACE_ID).to_response(),
        ),
        'e' => plain(Outer::Middle(Middle::Inner(too_many_requests()))),
        'f' => plain(Error::InvalidQuery { text: sample::text() }),
        'g' => Job::new(
            Problem::OutOfCredit {
                balance: sample::BALANCE,
                price: sample::PRICE,
                instance: sample::instance(),
            },
            |error| problem(error).to_bytes(),
            |error| problem(error).to_response(),
        ),
        _ => return None,
    })
}

fn problem(error: &Problem) -> Reply<'_> {
    let Problem::OutOfCredit { instance, .. } = error;
    Reply::new(error).instance(instance)
}
