//! What a failed test says: the differences, the mistakes, and the command that updates the pages.

use std::env;
use std::fmt::Write as _;
use std::thread;

use super::plan::Plan;
use super::{Stale, diff};
use crate::docs::mistake::Mistake;

/// More lines of a diff say no more.
const LONGEST: usize = 60;
/// Nor do more lines of all diffs.
const LONGEST_SUM: usize = 300;
/// After so many new files one knows what they look like.
const MOST_NEW: usize = 3;
/// More paths are not read in one line.
const MOST_NAMED: usize = 10;

/// What is wrong with the files, if anything is.
pub(super) fn check(plan: Plan) -> Option<String> {
    let Plan { pages, mistakes, leftovers } = plan;
    let mistakes: Vec<Mistake> = mistakes.into_iter().chain(leftovers).collect();
    let stale: Vec<Stale> = pages.into_iter().map(|page| page.stale).collect();
    let command = command();
    match (stale.is_empty(), mistakes.is_empty()) {
        (true, true) => None,
        (false, true) => Some(format!("{}\nto update: {command}\n", differences(&stale))),
        (true, false) => Some(list(&mistakes)),
        (false, false) => Some(format!(
            "{}\n{}\nwhen that is right, update the rest: {command}\n",
            differences(&stale),
            list(&mistakes)
        )),
    }
}

/// The diffs, as many as one reads; of the other files, which they are.
fn differences(all: &[Stale]) -> String {
    let mut parts = vec![heading(all)];
    let (mut left, mut new) = (LONGEST_SUM, 0);
    let mut others = String::new();
    for stale in all {
        let is_new = stale.old.is_none();
        if left == 0 || (is_new && new == MOST_NEW) {
            let _ = writeln!(others, "  {}{}", stale.path, if is_new { " (new)" } else { "" });
            continue;
        }
        new += usize::from(is_new);
        let diff = diff::unified(stale, LONGEST.min(left));
        left = left.saturating_sub(diff.lines().count());
        parts.push(diff);
    }
    if !others.is_empty() {
        parts.push(format!("and not shown:\n{others}"));
    }
    parts.join("\n")
}

fn heading(all: &[Stale]) -> String {
    if all.len() > MOST_NAMED {
        return format!("out of date: {} files\n", all.len());
    }
    let paths: Vec<&str> = all.iter().map(Stale::path).collect();
    format!("out of date: {}\n", paths.join(", "))
}

/// All that is wrong, a line each.
pub(super) fn list(mistakes: &[Mistake]) -> String {
    let mut list = String::from("mistakes in the documentation:\n");
    for mistake in mistakes {
        let _ = writeln!(list, "  {mistake}");
    }
    list
}

/// The command that writes, as far as it is known which test this is.
fn command() -> String {
    let mut command = String::from("ERRBOOK=update cargo test");
    if let Ok(package) = env::var("CARGO_PKG_NAME") {
        command.push_str(" -p ");
        command.push_str(&package);
    }
    let is_path = |name: &&str| name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | ':'));
    // A test's thread has its name; with one thread for all, it is the one of `main`.
    if let Some(test) = thread::current().name().filter(|name| *name != "main").filter(is_path) {
        command.push(' ');
        command.push_str(test);
    }
    command
}
