//! Starts the conformance example of each framework and asks it over a real socket.
//!
//! `cargo run -p errbook-conformance -- axum actix` asks two frameworks; without names, all that have an example.

mod case;
mod cases;
mod connection;
mod expect;
mod framework;
mod http2;
mod logs;
mod own;
mod reply;
mod report;
mod request;
mod rows;
mod server;

use std::process::ExitCode;
use std::time::Instant;

use self::framework::Framework;
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
}

#[expect(clippy::print_stdout, clippy::print_stderr, reason = "the report is what this program is for")]
fn main() -> ExitCode {
    let frameworks = match chosen(std::env::args().skip(1)) {
        Ok(frameworks) => frameworks,
        Err(why) => {
            eprintln!("{why}");
            return ExitCode::FAILURE;
        }
    };
    let mut report = Report::default();
    for framework in frameworks {
        report.start(framework.name);
        if let Err(why) = ask(framework, &mut report) {
            report.add("start", Err(why));
        }
    }
    println!("{report}");
    if report.has_failures() { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// The frameworks that are named, or all that have an example.
fn chosen(names: impl Iterator<Item = String>) -> Result<Vec<&'static Framework>, String> {
    let find = |name: String| Framework::find(&name).ok_or_else(|| format!("unknown framework `{name}`"));
    let chosen = names.map(find).collect::<Result<Vec<_>, _>>()?;
    if chosen.is_empty() {
        return Ok(framework::ALL.iter().filter(|framework| framework.has_example()).collect());
    }
    Ok(chosen)
}

fn ask(framework: &'static Framework, report: &mut Report) -> Result<(), String> {
    let program = server::build(framework.name)?;
    let layered = Server::start(&program, true)?;
    let bare = Server::start(&program, false)?;
    let mut run = Run { framework, layered, bare, report };
    let start = Instant::now();
    rows::check(&mut run, &cases::all());
    own::check(&mut run);
    logs::check(&mut run, &cases::all());
    let asked = format!("asked in {} ms", start.elapsed().as_millis());
    run.report.note(&asked);
    run.check("standard output", |run| run.layered.check_output());
    let lives = run.layered.check_alive().and_then(|()| run.bare.check_alive());
    run.check("the server lives", |_| lives);
    Ok(())
}
