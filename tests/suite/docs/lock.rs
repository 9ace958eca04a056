//! The lock of published errors in the test that checks documentation: what it says, and what `ERRBOOK` does about it.

use std::fs;
use std::path::Path;

use errbook::{ApiError, Book};
use errbook_docgen::{Docs, ErrorKind};

use crate::scratch::{again, folder, given, outcome, put};

macro_rules! book {
    ($name:ident { $($variants:tt)* }) => {
        static $name: Book = {
            #[derive(Debug, ApiError)]
            #[api(display)]
            #[allow(dead_code)]
            enum OrderError { $($variants)* }
            Book::new("Orders API", &[OrderError::CATALOG])
        };
    };
}

book!(FIRST {
    /// No such order.
    #[api(status = 404, code = "NO_ORDER")]
    NoOrder,
    /// The order is gone.
    #[api(status = 410, code = "GONE")]
    Gone,
});
book!(SECOND {
    /// No order has this number.
    #[api(status = 404, code = "NO_ORDER")]
    NoOrder,
});
book!(THIRD {
    /// No order has this number.
    #[api(status = 404, code = "NO_ORDER")]
    NoOrder,
    #[api(status = 409, code = "GONE", title = "Already paid.")]
    Paid,
});

/// The book at a moment of its history, which a file in the folder names.
fn docs(root: &Path) -> Docs<'static> {
    let book = match fs::read_to_string(root.join("moment")).unwrap().as_str() {
        "first" => &FIRST,
        "second" => &SECOND,
        "unlocked" => return Docs::new(&FIRST, root),
        _ => &THIRD,
    };
    Docs::new(book, root).lock("errors.lock.toml")
}

/// Started by the others, in its own process.
#[test]
fn documentation() {
    if let Some(folder) = given() {
        docs(&folder).check();
    }
}

fn run(folder: &Path, mode: &str) -> Result<String, String> {
    let said = outcome(again(documentation, folder).env("ERRBOOK", mode));
    said.map_err(|said| {
        let report = said.split_once("docs/lock.rs:").unwrap().1.split_once('\n').unwrap().1;
        report.split("note: run with").next().unwrap().trim_end().to_owned()
    })
}

fn lock(folder: &Path) -> String {
    fs::read_to_string(folder.join("errors.lock.toml")).unwrap()
}

fn at_second() -> tempfile::TempDir {
    let folder = folder("moment", "first");
    run(folder.path(), "update").unwrap();
    put(folder.path(), "moment", "second");
    folder
}

#[test]
fn a_first_lock_is_written() {
    let folder = folder("moment", "first");
    assert!(run(folder.path(), "").unwrap_err().starts_with("out of date: errors.lock.toml\n"));
    run(folder.path(), "update").unwrap();
    assert!(lock(folder.path()).contains("\n[error.GONE]\nstatus = 410\n"));
    run(folder.path(), "").unwrap();
}

#[test]
fn a_breaking_change_is_explained() {
    let folder = at_second();
    let before = lock(folder.path());
    let report = run(folder.path(), "").unwrap_err();
    let expected = "\
the contract changed, errors.lock.toml:

breaking:
  GONE: code removed
    code-removed: The branch of a client that handles the code never runs again.

compatible:
  NO_ORDER: description: No such order. -> No order has this number.
    description-changed: Only the documentation is different.

what never left this branch needs no acceptance: git checkout main -- errors.lock.toml, then update

out of date: errors.lock.toml

--- a/errors.lock.toml
";
    assert!(report.starts_with(expected), "{report}");
    assert!(report.contains("\n+[retired.GONE]\n+retired = true\n+status = 410\n"), "{report}");
    let last = "to accept: ERRBOOK=accept:GONE cargo test -p orders docs::lock::documentation";
    assert_eq!(report.lines().last(), Some(last));
    assert_eq!(lock(folder.path()), before);
}

#[test]
fn an_update_never_accepts() {
    let folder = at_second();
    let before = lock(folder.path());
    assert_eq!(
        run(folder.path(), "update").unwrap_err(),
        "errors in the documentation:\n  errors.lock.toml: the contract is broken\n    breaking: GONE: code removed\n      \
         code-removed: The branch of a client that handles the code never runs again.\n    \
         to accept: ERRBOOK=accept:GONE cargo test -p orders docs::lock::documentation"
    );
    assert_eq!(lock(folder.path()), before);
    assert_eq!(docs(folder.path()).write().unwrap_err().iter().next().unwrap().kind(), ErrorKind::Contract);
}

#[test]
fn what_is_accepted_is_accepted_once() {
    let folder = at_second();
    let wrong = run(folder.path(), "accept:NO_ORDER").unwrap_err();
    assert!(wrong.contains("nothing to accept: `NO_ORDER` has no breaking change"), "{wrong}");
    run(folder.path(), "accept:GONE").unwrap();
    assert!(lock(folder.path()).contains("\n[retired.GONE]\nretired = true\nstatus = 410\n"));
    run(folder.path(), "").unwrap();
    let again = run(folder.path(), "accept:GONE").unwrap_err();
    assert!(again.contains("nothing to accept: `GONE` has no breaking change"), "{again}");
}

#[test]
fn a_retired_code_cannot_be_used_again() {
    let folder = at_second();
    run(folder.path(), "accept:all").unwrap();
    put(folder.path(), "moment", "third");
    for mode in ["", "update", "accept:GONE", "accept:all"] {
        let report = run(folder.path(), mode).unwrap_err();
        assert!(report.contains("  breaking: GONE: code reused\n      code-reused: Old clients"), "{report}");
    }
}

#[test]
fn a_lock_that_cannot_be_read_is_not_overwritten() {
    let folder = folder("moment", "first");
    put(folder.path(), "errors.lock.toml", "lock = 2\nbook = 'A'\n");
    for mode in ["", "update", "accept:all"] {
        let report = run(folder.path(), mode).unwrap_err();
        assert!(report.contains("  errors.lock.toml:1: written by a newer errbook"), "{report}");
    }
    assert_eq!(lock(folder.path()), "lock = 2\nbook = 'A'\n");
}

#[test]
fn a_conflict_has_its_line_and_is_resolved_by_the_update() {
    let folder = folder("moment", "first");
    run(folder.path(), "update").unwrap();
    let resolved = lock(folder.path());
    let status = "<<<<<<< HEAD\nstatus = 404\n=======\nstatus = 400\n>>>>>>> other\n";
    put(folder.path(), "errors.lock.toml", resolved.replace("status = 404\n", status));
    let report = run(folder.path(), "").unwrap_err();
    assert!(
        report.contains("  errors.lock.toml:28: conflict marker of git: resolve the conflict, or"),
        "{report}"
    );
    run(folder.path(), "update").unwrap();
    assert_eq!(lock(folder.path()), resolved);
}

#[test]
fn settings_change_the_levels() {
    let folder = at_second();
    put(folder.path(), "errbook.toml", "[rules]\ncode-removed = 'notable'\n");
    run(folder.path(), "update").unwrap();
    assert!(lock(folder.path()).contains("[retired.GONE]"));
    put(folder.path(), "errbook.toml", "[rules]\ncode-removd = 'notable'\n");
    let report = run(folder.path(), "").unwrap_err();
    assert!(
        report.contains("  errbook.toml:2: unknown rule `code-removd`, did you mean `code-removed`?"),
        "{report}"
    );
}

#[test]
fn line_endings_of_windows_stay() {
    let folder = folder("moment", "first");
    run(folder.path(), "update").unwrap();
    put(folder.path(), "errors.lock.toml", lock(folder.path()).replace('\n', "\r\n"));
    run(folder.path(), "").unwrap();
}

#[test]
fn an_acceptance_needs_a_lock() {
    let folder = folder("moment", "unlocked");
    run(folder.path(), "update").unwrap();
    let report = run(folder.path(), "accept:GONE").unwrap_err();
    assert_eq!(report, "errors in the documentation:\n  `ERRBOOK=accept` needs `Docs::lock`");
}

#[test]
fn lints_are_errors_unless_they_are_off() {
    let folder = folder("a", "b");
    let lint = || {
        let errors = Docs::new(&THIRD, folder.path()).lint().outdated();
        errors.map_or_else(|errors| errors.to_string(), |_| String::new())
    };
    assert_eq!(
        lint(),
        "GONE: expected a description (no-description)\nGONE: expected a title without `.` at its end (title-stop)"
    );
    put(
        folder.path(),
        "errbook.toml",
        "[lint]\nno-description = false\ntitle-stop = false\nsections = ['Solution']\n",
    );
    assert_eq!(
        lint(),
        "GONE: missing section `Solution` (section-missing)\nNO_ORDER: missing section `Solution` (section-missing)"
    );
}
