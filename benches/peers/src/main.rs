//! The cases with errbook's peers; `errbook-benches` calls this program.
#![forbid(unsafe_code)]

mod api_error;
mod apiresponse;
mod axum_error_handler;
mod doxa;
mod http_api_problem;
mod masterror;
mod problem_details;
mod response;
mod rust_rfc7807;
mod sample;

use std::process::ExitCode;

use errbook_benches::Contender;
use errbook_benches::serve::serve;

const PEERS: [Contender; 9] = [
    Contender { name: "api-error", case: api_error::coded },
    Contender { name: "api-error without a code", case: api_error::case },
    Contender { name: "apiresponse", case: apiresponse::case },
    Contender { name: "axum-error-handler", case: axum_error_handler::case },
    Contender { name: "doxa", case: doxa::case },
    Contender { name: "http-api-problem", case: http_api_problem::case },
    Contender { name: "masterror", case: masterror::case },
    Contender { name: "problem_details", case: problem_details::case },
    Contender { name: "rust-rfc7807", case: rust_rfc7807::case },
];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    serve(&PEERS, &arguments).unwrap_or(ExitCode::FAILURE)
}
