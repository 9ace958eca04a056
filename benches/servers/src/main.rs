//! Requests through a server, with errbook, with hand-written code, and with neither; `errbook-benches` calls this program.
#![forbid(unsafe_code)]

mod actix;
mod axum;
mod errors;

use std::pin::pin;
use std::process::ExitCode;
use std::task::{Context, Poll, Waker};

use errbook_benches::Contender;
use errbook_benches::serve::serve;

const CONTENDERS: [Contender; 8] = [
    Contender { name: "axum, errbook", case: axum::errbook },
    Contender { name: "axum, errbook with its layer", case: axum::layered },
    Contender { name: "axum, errbook around", case: axum::around },
    Contender { name: "axum, errbook in a scope", case: axum::in_a_scope },
    Contender { name: "axum, hand-written", case: axum::by_hand },
    Contender { name: "actix, errbook", case: actix::errbook },
    Contender { name: "actix, errbook around", case: actix::wrapped },
    Contender { name: "actix, hand-written", case: actix::by_hand },
];

/// The output of a future that need not wait.
fn now<F: Future>(future: F) -> Option<F::Output> {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(output) => Some(output),
        Poll::Pending => None,
    }
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    serve(&CONTENDERS, &arguments).unwrap_or(ExitCode::FAILURE)
}
