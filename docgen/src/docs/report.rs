//! The message of a failed test: the diffs, the errors, and the command that updates the pages, by the environment variable `ERRBOOK`.

use std::borrow::Cow;
use std::env;
use std::fmt::Write as _;
use std::thread;

use errbook_contract::Accept;

use super::Outdated;
use super::plan::Plan;
use crate::error::{Error, ErrorKind, visible};

/// The most lines of one diff.
const LONGEST: usize = 60;
/// The most lines of all diffs.
const LONGEST_SUM: usize = 300;
/// The most new files that are shown.
const MOST_NEW: usize = 3;
/// The most paths in the heading.
const MOST_NAMED: usize = 10;

/// The breaking changes of the contract that `ERRBOOK` accepts, if it asks to write files; `None` if they are only checked. An empty
/// value counts as unset.
pub(super) fn accepted() -> Result<Option<Accept>, Error> {
    let Some(value) = env::var_os("ERRBOOK").filter(|value| !value.is_empty()) else { return Ok(None) };
    let accepted = value.to_str().and_then(|value| value.strip_prefix("accept:"));
    match accepted.filter(|names| !names.is_empty()) {
        Some(names) => Ok(Some(Accept::parse(names))),
        None if value == "update" => Ok(Some(Accept::Nothing)),
        None => {
            let message = format!(
                "invalid `ERRBOOK={}`: expected `ERRBOOK=update` to write files, `ERRBOOK=accept:CODE` to accept a breaking change, or no value to check them",
                value.to_string_lossy()
            );
            Err(Error::new(ErrorKind::Mode, &message))
        }
    }
}

/// The message, unless everything is up to date.
pub(super) fn check(plan: Plan) -> Option<String> {
    let Plan { outdated, errors, late, contract: (mut report, breaking) } = plan;
    let errors: Vec<Error> = errors.into_iter().chain(late).collect();
    let (verb, mode) = match breaking.as_str() {
        "" => ("update", "update".to_owned()),
        names => ("accept", format!("accept:{names}")),
    };
    let command = command(&mode);
    if !outdated.is_empty() {
        report += &differences(&outdated);
        report += "\n";
    }
    // Writing to a `String` cannot fail.
    let _ = match (outdated.is_empty(), errors.is_empty()) {
        (true, true) => return None,
        (false, true) => writeln!(report, "to {verb}: {command}"),
        (true, false) => write!(report, "{}", list(&errors)),
        (false, false) => {
            writeln!(report, "{}\nonce they are fixed, {verb} the rest: {command}", list(&errors))
        }
    };
    Some(report)
}

/// The first diffs, and the paths of the other files.
fn differences(all: &[Outdated]) -> String {
    let mut parts = vec![heading(all)];
    let (mut left, mut new) = (LONGEST_SUM, 0);
    let mut others = String::new();
    for outdated in all {
        let is_new = outdated.old.is_none();
        if left == 0 || (is_new && new == MOST_NEW) {
            let _ = writeln!(others, "  {}{}", visible(&outdated.path), if is_new { " (new)" } else { "" });
            continue;
        }
        new += usize::from(is_new);
        let diff = outdated.diff(LONGEST.min(left));
        left = left.saturating_sub(diff.lines().count());
        parts.push(diff);
    }
    if !others.is_empty() {
        parts.push(format!("and not shown:\n{others}"));
    }
    parts.join("\n")
}

fn heading(all: &[Outdated]) -> String {
    if all.len() > MOST_NAMED {
        return format!("out of date: {} files\n", all.len());
    }
    let paths: Vec<_> = all.iter().map(|outdated| visible(outdated.path())).collect();
    format!("out of date: {}\n", paths.join(", "))
}

/// The errors, a line each.
pub(super) fn list(errors: &[Error]) -> String {
    let mut list = String::from("errors in the documentation:\n");
    for error in errors {
        let _ = writeln!(list, "  {error}");
    }
    list
}

/// The command that updates the files, by the value of `ERRBOOK`. It names the package and the test if they are known.
pub(super) fn command(mode: &str) -> String {
    let mut command = format!("ERRBOOK={} cargo test", word(mode));
    if let Ok(package) = env::var("CARGO_PKG_NAME") {
        command.push_str(" -p ");
        command.push_str(&package);
    }
    let is_path = |name: &&str| name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | ':'));
    // The thread of a test has its name, unless all tests run on the thread `main`.
    if let Some(test) = thread::current().name().filter(|name| *name != "main").filter(is_path) {
        command.push(' ');
        command.push_str(test);
    }
    command
}

/// The text as one word of a shell.
fn word(text: &str) -> Cow<'_, str> {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "_-.,:/".contains(c);
    if text.chars().all(is_plain) { text.into() } else { format!("'{}'", text.replace('\'', r"'\''")).into() }
}
