//! `errbook diff`, `errbook rules` and `errbook release`

use std::fs;

use serde_json::Value;

use crate::process::{Done, LOCK, command, finish, folder_with, run};

/// A breaking, a notable and a compatible change.
fn changed() -> String {
    LOCK.replace("status = 409", "status = 410")
        .replace("title = \"Order not found\"", "title = \"No such order\"")
        .replace("A date is not written", "The date is not written")
}

/// Compares the lock with one on standard input.
fn diff(new: &str, arguments: &[&str]) -> Done {
    let folder = folder_with(LOCK);
    finish(command(folder.path()).args(["diff", "errors.lock.toml", "-"]).args(arguments), new)
}

#[test]
fn nothing_changed() {
    let done = diff(LOCK, &[]);
    assert_eq!((done.code, done.stdout.as_str(), done.stderr.as_str()), (0, "", ""));
}

#[test]
fn changes_by_level() {
    let done = diff(&changed(), &[]);
    assert_eq!(done.code, 1);
    assert_eq!(
        done.stdout,
        "\
breaking
  NO_STOCK: status: 409 -> 410
    status-changed: Middleware, retries and alerts branch on the status.

notable
  NO_ORDER: title: Order not found -> No such order
    title-changed: Titles are for people, and yet clients match on them.

compatible
  BAD_DATE: description: A date is not written as `YYYY-MM-DD`. -> The date is not written as `YYYY-MM-DD`.
    description-changed: Only the documentation is different.
"
    );
}

#[test]
fn exit_codes() {
    let notable = LOCK.replace("title = \"Order not found\"", "title = \"No such order\"");
    assert_eq!(diff(&notable, &[]).code, 0);
    assert_eq!(diff(&notable, &["--fail-on", "notable"]).code, 1);
    assert_eq!(diff(&changed(), &["--fail-on", "never"]).code, 0);
    assert_eq!(diff("lock = 1", &[]).code, 2);
    let twice = run(&["diff", "-", "-"]);
    assert_eq!(
        (twice.code, twice.stderr.as_str()),
        (2, "error: only one of the two locks can be standard input\n")
    );
}

#[test]
fn json() {
    let diff: Value = serde_json::from_str(&diff(&changed(), &["--format", "json"]).stdout).unwrap();
    assert_eq!(diff["level"], "breaking");
    let change =
        diff["changes"].as_array().unwrap().iter().find(|change| change["level"] == "breaking").unwrap();
    assert_eq!(change["rule"], "status-changed");
    assert_eq!(change["code"], "NO_STOCK");
    assert_eq!(change["fact"], "status");
    assert_eq!((&change["old"], &change["new"]), (&"409".into(), &"410".into()));
}

#[test]
fn markdown() {
    let markdown = diff(&changed(), &["--format", "markdown"]).stdout;
    assert!(
        markdown.starts_with("### Breaking\n\n- `NO_STOCK`: `status` was `409`, is `410`\n"),
        "{markdown}"
    );
}

#[test]
fn levels_of_a_project() {
    let folder = folder_with(LOCK);
    fs::write(
        folder.path().join("errbook.toml"),
        "[rules]\ntitle-changed = \"breaking\"\nstatus-changed = \"notable\"\n",
    )
    .unwrap();
    let run = |arguments: &[&str], stdin: &str| finish(command(folder.path()).args(arguments), stdin);
    let done = run(&["diff", "errors.lock.toml", "-"], &changed());
    assert!(done.stdout.starts_with("breaking\n  NO_ORDER: title: "), "{}", done.stdout);
    assert!(run(&["rules"], "").stdout.contains("\nnotable     status-changed "));
    fs::write(folder.path().join("other.toml"), "[rules]\ntitle-changd = \"breaking\"\n").unwrap();
    let wrong = run(&["diff", "--config", "other.toml", "errors.lock.toml", "-"], &changed());
    assert_eq!(wrong.code, 2);
    assert!(wrong.stderr.starts_with("error: invalid settings\nother.toml:2:1: "), "{}", wrong.stderr);
}

#[test]
fn github() {
    let lock = LOCK.replace("status = 409", "status = 410").replace("Order not found", "50%: a,\\nb");
    let annotations = diff(&lock, &["--format", "github"]).stdout;
    assert!(
        annotations.contains(
            "::error file=standard input,title=status-changed::NO_STOCK: status: 409 -> 410: Middleware, retries and alerts branch on the status.\n"
        ),
        "{annotations}"
    );
    assert!(annotations.contains("50%25: a,"), "{annotations}");
    assert!(annotations.lines().all(|line| line.starts_with("::")), "{annotations}");
}

#[test]
fn rules() {
    let rules = run(&["rules"]).stdout;
    assert!(rules.starts_with("breaking    code-removed "), "{rules}");
    let json: Value = serde_json::from_str(&run(&["rules", "--format", "json"]).stdout).unwrap();
    let count = |name: &str| json[name].as_array().unwrap().len();
    assert_eq!(count("rules") + count("lints"), rules.lines().count());
    assert_eq!(json["rules"][0]["mirror"], "code-added");
    let markdown = run(&["rules", "--format", "markdown"]).stdout;
    assert_eq!(markdown.lines().count(), rules.lines().count() + 2);
}

#[test]
fn release() {
    let lock = LOCK.replace("since = \"1.2.0\"", "since = \"next\"");
    let folder = folder_with(&lock);
    let run = |arguments: &[&str]| finish(command(folder.path()).args(arguments), "");
    assert_eq!(run(&["release", "1.5.0"]).stdout, "wrote errors.lock.toml\n");
    let released = fs::read_to_string(folder.path().join("errors.lock.toml")).unwrap();
    let expected = LOCK
        .replace("since = \"1.2.0\"", "since = \"1.5.0\"")
        .replace("release = \"1.4.0\"", "release = \"1.5.0\"");
    assert_eq!(released, expected);
    let again = run(&["release", "1.5.0"]);
    assert_eq!(
        (again.code, again.stderr.as_str()),
        (2, "error: invalid release `1.5.0`: it is the last release\n")
    );
}
