//! The command `errbook`: what is published about the errors of an API, for whoever answers the phone.
//!
//! Each command is a function from its arguments to an [`Outcome`], which alone writes.

mod args;
mod columns;
mod diff;
mod explain;
mod find;
mod github;
mod html;
mod lint;
mod list;
mod outcome;
mod pages;
mod prose;
mod release;
mod render;
mod rules;
mod shell;
mod source;
mod terminal;
mod types;

use std::process::ExitCode;

use clap::Parser as _;

use self::args::{Cli, Command};
use self::outcome::{Failure, Outcome};
use self::source::{Source, lock_path};

fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return shell::usage(&error),
    };
    outcome::choose_colors(cli.color.into());
    match run(&cli) {
        Ok(outcome) => outcome.write(),
        Err(failure) => failure.write(),
    }
}

fn run(cli: &Cli) -> Result<Outcome, Failure> {
    let columns = terminal::columns(cli.width);
    let lock = || Source::read(&lock_path(cli.lock.as_deref())?)?.lock();
    let config = || source::config(cli.config.as_deref());
    match &cli.command {
        Command::List(args) => Ok(list::run(args, &lock()?, columns)),
        Command::Explain(args) => explain::run(args, &lock()?, columns),
        Command::Diff(args) => diff::run(args, &config()?),
        Command::Lint(args) => {
            let source = Source::read(&lock_path(cli.lock.as_deref())?)?;
            Ok(lint::run(args, &source.lock()?, &config()?, &source.name))
        }
        Command::Rules(args) => Ok(rules::run(args, &config()?, columns)),
        Command::Check(args) => pages::check(args, cli.lock.as_deref()),
        Command::Update(args) => pages::update(args, cli.lock.as_deref()),
        Command::Render(args) => render::run(args, &lock()?),
        Command::Html(args) => html::run(args, &lock()?),
        Command::Types(args) => types::run(args, &lock()?),
        Command::Release(args) => release::run(args, cli.lock.as_deref()),
        Command::Completions { shell } => Ok(shell::completions(*shell)),
        Command::Man => shell::manual(),
    }
}
