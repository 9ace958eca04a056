//! `errbook diff`: what changed between two locks, and what it means for clients.

use errbook_contract::{Change, Diff, Level, Lock};
use serde_json::{Value as Json, json};

use crate::args::{DiffFormat, FailOn};
use crate::outcome::{Failure, Outcome};
use crate::prose::code_span;
use crate::source::Source;
use crate::terminal::{BAD, DIM, GOOD, STRONG, Styled, WARNING};

pub fn run(args: &crate::args::Diff) -> Result<Outcome, Failure> {
    let [old, new] = [&args.old, &args.new].map(|path| Source::read(path));
    let (old, new) = (old?, new?);
    if old.is_stdin && new.is_stdin {
        return Err(Failure::new("only one of the two locks can be standard input"));
    }
    let name = new.name.clone();
    let [old, new] = both(&old, &new)?;
    let diff = Diff::between(&old, &new);
    let has_found =
        args.fail_on.level().is_some_and(|level| diff.level().is_some_and(|found| found >= level));
    let outcome = match args.format {
        DiffFormat::Text => Outcome::styled(text(&diff)),
        DiffFormat::Markdown => Outcome::document(markdown(&diff)),
        DiffFormat::Json => Outcome::json(&json!({
            "level": diff.level().map(Level::name),
            "changes": diff.iter().map(json_of).collect::<Vec<_>>(),
        })),
        DiffFormat::Github => Outcome::document(github(&diff, &name)),
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

/// The changes as a part of a changelog.
fn markdown(diff: &Diff) -> String {
    let mut out = String::new();
    for level in Level::ALL {
        let title = match level {
            Level::Breaking => "Breaking",
            Level::Notable => "Notable",
            Level::Compatible => "Compatible",
        };
        let changes: Vec<&Change> = diff.at(level).collect();
        if changes.is_empty() {
            continue;
        }
        if !out.is_empty() {
            out.push('\n');
        }
        out.extend(["### ", title, "\n\n"]);
        for change in changes {
            let what =
                if change.fact_key().is_some() || change.old().is_some() || change.new_value().is_some() {
                    code_span(&change.what())
                } else {
                    change.what()
                };
            out.extend([
                "- ",
                &code_span(&change.subject().to_string()),
                ": ",
                &what,
                ". ",
                change.rule().reason(),
                "\n",
            ]);
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

/// Commands of a workflow of GitHub, which shows them beside the lock.
fn github(diff: &Diff, file: &str) -> String {
    let line = |change: &Change| {
        let command = match change.level() {
            Level::Breaking => "error",
            Level::Notable => "warning",
            Level::Compatible => "notice",
        };
        let title = property(change.rule().id());
        let message = data(&format!("{change}: {}", change.rule().reason()));
        format!("::{command} file={},title={title}::{message}\n", property(file))
    };
    diff.iter().map(line).collect()
}

/// The text of a command, which ends with its line.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The value of a property of a command.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
