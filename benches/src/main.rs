//! errbook beside hand-written code and its peers, measured in one run.
//!
//! `cargo run --release -p errbook-benches` measures everything, writes RESULTS.md and DOCUMENTATION.md and fails if a goal is not
//! reached; with `docs` it only measures documentation, which has no peers, with `servers` only requests through servers, with `check` it
//! only counts the instructions of replies. It needs valgrind.

mod by_hand;
mod compile;
mod docs;
mod errbook;
mod report;
mod runtime;
mod servers;
mod time;
mod valgrind;

use std::process::ExitCode;

use errbook_benches::Contender;
use errbook_benches::serve::serve;

use crate::report::Section;
use crate::runtime::Extent;

const CONTENDERS: [Contender; 2] = [errbook::CONTENDER, by_hand::CONTENDER];

fn main() -> ExitCode {
    if let Some(code) = compile::as_rustc() {
        return code;
    }
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let Some(code) = serve(&CONTENDERS, &arguments) {
        return code;
    }
    let done = match arguments.first().map(String::as_str) {
        None => all(),
        Some("docs") => docs(),
        Some("servers") => servers(),
        Some("check") => runtime::measure(Extent::Check).map(|section| report::print(&[section])),
        Some(_) => Err("write `docs`, `servers`, `check`, or nothing to measure everything".to_owned()),
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn all() -> Result<bool, String> {
    let sections: Vec<Section> = vec![runtime::measure(Extent::All)?, compile::measure()?];
    report::write("RESULTS.md", "cargo run --release -p errbook-benches", &sections)?;
    Ok(report::print(&sections) & docs()?)
}

fn servers() -> Result<bool, String> {
    let sections = [servers::measure()?];
    report::write("SERVERS.md", "cargo run --release -p errbook-benches servers", &sections)?;
    Ok(report::print(&sections))
}

fn docs() -> Result<bool, String> {
    let sections = [docs::measure()?];
    report::write("DOCUMENTATION.md", "cargo run --release -p errbook-benches docs", &sections)?;
    Ok(report::print(&sections))
}
