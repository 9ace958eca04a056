//! `docs/contract.md`: a published code is changed by mistake, and then on purpose; the rules and the lints.

use std::path::Path;
use std::process::Command;
use std::{env, fs};

use errbook::{ApiError, Book};
use errbook_contract::{Accept, LINTS, Lock, RULES, Update, changelog};
use errbook_docgen::Docs;
use orders::{AuthError, BOOK};

use super::{CHANGED, Quote, ROOT, between, code};

static PUBLISHED: Book = Book::new("Orders API", &[AuthError::CATALOG]);

/// Another error with the code that was retired.
#[derive(Debug, ApiError)]
#[api(display)]
#[allow(dead_code, reason = "only the declaration is read")]
enum RoleError {
    /// The role of the user has expired.
    #[api(status = 403, code = "TOKEN_EXPIRED", title = "Role expired")]
    Expired,
}

static REUSED: Book = Book::new("Orders API", &[super::AuthError::CATALOG, RoleError::CATALOG]);

#[test]
fn contract() {
    Docs::new(&BOOK, ROOT)
        .block("lock", code("toml", &entry(&Lock::of(&PUBLISHED), "[error.TOKEN_EXPIRED]")))
        .block("mistake", code("text", &mistake()))
        .block("retired", code("toml", &entry(&accepted(), "[retired.TOKEN_EXPIRED]")))
        .block("changelog", code("markdown", &changelog(&Lock::of(&PUBLISHED), &accepted())))
        .block("reused", code("text", &reused()))
        .block("rules", Quote(rules()))
        .block("lints", Quote(lints()))
        .inject("docs/contract.md")
        .check();
}

/// The lock after the new code was accepted.
fn accepted() -> Lock {
    let published = Lock::of(&PUBLISHED).to_string();
    let update = Update::new(Some(published.as_bytes()), &CHANGED).unwrap();
    update.lock(&Accept::names(["TOKEN_EXPIRED"])).unwrap()
}

/// The table of a lock that starts with this line.
fn entry(lock: &Lock, header: &str) -> String {
    let text = lock.to_string();
    let start = text.find(header).unwrap_or_else(|| panic!("there is no {header}"));
    text[start..].split("\n\n").next().unwrap_or_default().to_owned()
}

/// What the test says when a published code is changed, in its own process.
pub(super) fn mistake() -> String {
    said(&CHANGED_BY_MISTAKE, &Lock::of(&PUBLISHED)).replace("documentation_by_mistake", "documentation")
}

/// What it says when a retired code is used again.
fn reused() -> String {
    let said = said(&USED_AGAIN, &accepted());
    format!(
        "$ cargo test\nerrors in the documentation:{}",
        between(&said, "errors in the documentation:", "once they")
    )
}

/// A test in a process of its own, and its name.
struct Started(&'static str);

static CHANGED_BY_MISTAKE: Started = Started("contract::documentation_by_mistake");
static USED_AGAIN: Started = Started("contract::documentation_used_again");

fn said(test: &Started, committed: &Lock) -> String {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("errors.lock.toml"), committed.to_string()).unwrap();
    let mut command = Command::new(env::current_exe().unwrap());
    command.args(["--exact", test.0, "--ignored", "--nocapture"]);
    command.env_remove("ERRBOOK").env("CARGO_PKG_NAME", "orders").env("FOLDER", folder.path());
    let output = command.output().unwrap();
    assert!(!output.status.success(), "a changed code did not fail the test");
    let said = String::from_utf8(output.stderr).unwrap();
    let start = said.find("the contract changed").unwrap_or_else(|| panic!("{said}"));
    let report = said[start..].split("note: run with").next().unwrap_or_default();
    let report = report.split("stack backtrace:").next().unwrap_or_default();
    format!("$ cargo test\n{}", report.replace("contract::documentation", "documentation"))
}

/// Started by the test above.
#[test]
#[ignore = "fails on purpose"]
fn documentation_by_mistake() {
    check(&CHANGED);
}

/// Started by the test above.
#[test]
#[ignore = "fails on purpose"]
fn documentation_used_again() {
    check(&REUSED);
}

fn check(book: &Book) {
    let folder = env::var_os("FOLDER").expect("the folder of the lock");
    Docs::new(book, Path::new(&folder)).lock("errors.lock.toml").check();
}

fn rules() -> String {
    let mut table = "| id | level | what it means for clients |\n| --- | --- | --- |\n".to_owned();
    for rule in RULES {
        table.extend(["| `", rule.id(), "` | ", rule.level().name(), " | ", rule.reason(), " |\n"]);
    }
    table
}

fn lints() -> String {
    let mut table = "| id | why |\n| --- | --- |\n".to_owned();
    for lint in LINTS {
        table.extend(["| `", lint.id(), "` | ", lint.reason(), " |\n"]);
    }
    table
}
