//! Requests through a server, with errbook, with hand-written code, and with neither; `errbook-benches` calls this program.
#![forbid(unsafe_code)]

mod axum;

use std::process::ExitCode;

use errbook_benches::Contender;
use errbook_benches::serve::serve;

const CONTENDERS: [Contender; 4] = [
    Contender { name: "axum, errbook", case: axum::errbook },
    Contender { name: "axum, errbook with its layer", case: axum::layered },
    Contender { name: "axum, errbook around", case: axum::around },
    Contender { name: "axum, hand-written", case: axum::by_hand },
];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    serve(&CONTENDERS, &arguments).unwrap_or(ExitCode::FAILURE)
}
