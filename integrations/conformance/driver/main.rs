//! Starts the conformance example of each framework and asks it over a real socket.
//!
//! `cargo run -p errbook-conformance -- axum actix` asks two frameworks; without names, all that have an example. `--load COUNT`
//! and `--garbage COUNT` set how many requests are sent at once and how many are fuzzed, `--seed SEED` repeats these.

mod case;
mod cases;
mod connection;
mod expect;
mod framework;
mod fuzz;
mod garbage;
mod http2;
mod ids;
mod isolation;
mod load;
mod logs;
mod options;
mod own;
mod parallel;
mod protocol;
mod reply;
mod report;
mod request;
mod rows;
mod server;
mod targets;

use std::path::Path;
use std::process::ExitCode;

use self::framework::Framework;
use self::options::Options;
use self::report::Report;
use self::server::Server;

/// One framework that is being asked.
struct Run<'r> {
    framework: &'static Framework,
    /// Its example with the layer.
    layered: Server,
    /// Its example without the layer.
    bare: Server,
    report: &'r mut Report,
}

impl Run<'_> {
    /// Adds the result of a case to the report.
    fn check(&mut self, case: &str, check: impl FnOnce(&Self) -> Result<(), String>) {
        let result = check(self);
        self.report.add(case, result);
    }

    /// Adds a measurement to the report.
    fn note(&mut self, note: &str) {
        self.report.note(note);
    }
}

#[expect(clippy::print_stdout, clippy::print_stderr, reason = "the report is what this program is for")]
fn main() -> ExitCode {
    let options = match Options::parse(std::env::args().skip(1)) {
        Ok(options) => options,
        Err(why) => {
            eprintln!("{why}");
            return ExitCode::FAILURE;
        }
    };
    let mut report = Report::default();
    for framework in &options.frameworks {
        report.start(framework.name);
        if let Err(why) = ask(framework, &options, &mut report) {
            report.add("start", Err(why));
        }
    }
    println!("{report}");
    if report.has_failures() { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

fn ask(framework: &'static Framework, options: &Options, report: &mut Report) -> Result<(), String> {
    let program = server::build(framework.name)?;
    let layered = Server::start(&program, true)?;
    let bare = Server::start(&program, false)?;
    let mut run = Run { framework, layered, bare, report };
    match framework.protocol {
        Some(protocol) => protocol::check(&mut run, protocol, options),
        None => ask_over_http(&mut run, &program, options),
    }
    run.check("standard output", |run| run.layered.check_output());
    let lives = run.layered.check_alive().and_then(|()| run.bare.check_alive());
    run.check("the server lives", |_| lives);
    Ok(())
}

fn ask_over_http(run: &mut Run<'_>, program: &Path, options: &Options) {
    let cases = cases::all();
    rows::check(run, &cases);
    own::check(run);
    targets::check(run);
    ids::check(run, program);
    logs::check(run, &cases);
    isolation::check(run);
    load::check(run, options.load(run.framework));
    garbage::check(run, options.garbage, options.seed);
}
