//! `errbook diff`: what changed between two locks, and what it means for clients.

use errbook_contract::{Change, Config, Diff, Level, Lock, changelog};
use serde_json::{Value as Json, json};

use crate::args::{DiffFormat, FailOn};
use crate::github;
use crate::outcome::{Failure, Outcome};
use crate::source::Source;
use crate::terminal::{BAD, DIM, GOOD, STRONG, Styled, WARNING};

pub fn run(args: &crate::args::Diff, config: &Config) -> Result<Outcome, Failure> {
    let [old, new] = [&args.old, &args.new].map(|path| Source::read(path));
    let (old, new) = (old?, new?);
    if old.is_stdin && new.is_stdin {
        return Err(Failure::new("only one of the two locks can be standard input"));
    }
    let name = new.name.clone();
    let [old, new] = both(&old, &new)?;
    let diff = Diff::between(&old, &new).with_levels(config.levels());
    let has_found =
        args.fail_on.level().is_some_and(|level| diff.level().is_some_and(|found| found >= level));
    let outcome = match args.format {
        DiffFormat::Text => Outcome::styled(text(&diff)),
        DiffFormat::Markdown => Outcome::document(changelog(&old, &new)),
        DiffFormat::Json => Outcome::json(&json!({
            "level": diff.level().map(Level::name),
            "changes": diff.iter().map(json_of).collect::<Vec<_>>(),
        })),
        DiffFormat::Github => Outcome::document(annotations(&diff, &name)),
    };
    Ok(outcome.found(has_found))
}

/// Reads both locks at the same time.
fn both(old: &Source, new: &Source) -> Result<[Lock; 2], Failure> {
    let (old, new) = std::thread::scope(|scope| {
        let old = scope.spawn(|| old.lock());
        let new = new.lock();
        (old.join(), new)
    });
    let old = old.unwrap_or_else(|panic| std::panic::resume_unwind(panic));
    Ok([old?, new?])
}

impl FailOn {
    fn level(self) -> Option<Level> {
        match self {
            Self::Breaking => Some(Level::Breaking),
            Self::Notable => Some(Level::Notable),
            Self::Never => None,
        }
    }
}

/// The changes by level, each with the reason.
fn text(diff: &Diff) -> Styled {
    let mut out = Styled::default();
    for level in Level::ALL {
        if diff.at(level).next().is_none() {
            continue;
        }
        if !out.as_str().is_empty() {
            out.end_line();
        }
        let style = match level {
            Level::Breaking => BAD,
            Level::Notable => WARNING,
            Level::Compatible => GOOD,
        };
        out.push(style.bold(), level.name());
        out.end_line();
        for change in diff.at(level) {
            out.text("  ");
            out.push(STRONG, &change.subject().to_string());
            out.line(&format!(": {}", change.what()));
            out.push(DIM, &format!("    {}: {}", change.rule().id(), change.rule().reason()));
            out.end_line();
        }
    }
    out
}

fn json_of(change: &Change) -> Json {
    json!({
        "rule": change.rule().id(),
        "level": change.level().name(),
        "subject": change.subject().to_string(),
        "code": change.code(),
        "fact": change.fact_key(),
        "old": change.old(),
        "new": change.new_value(),
        "reason": change.rule().reason(),
        "published": !change.is_unpublished(),
    })
}

fn annotations(diff: &Diff, file: &str) -> String {
    let line = |change: &Change| {
        let command = match change.level() {
            Level::Breaking => "error",
            Level::Notable => "warning",
            Level::Compatible => "notice",
        };
        let message = format!("{change}: {}", change.rule().reason());
        github::annotation(command, file, change.rule().id(), &message)
    };
    diff.iter().map(line).collect()
}
