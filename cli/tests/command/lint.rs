//! `errbook lint`

use std::fs;

use serde_json::Value;

use crate::process::{LOCK, command, finish, folder_with, run, with_lock};

#[test]
fn findings() {
    assert_eq!(run(&["lint"]).code, 0);
    let lock = LOCK.replace("title = \"Conflict\"", "title = \"It is a conflict.\"");
    let done = with_lock(&lock, &["lint"]);
    assert_eq!(done.code, 1);
    assert!(done.stdout.starts_with("NO_STOCK: "), "{}", done.stdout);
    assert!(done.stdout.contains("\n  title-stop: A title is not a sentence.\n"), "{}", done.stdout);
    let json: Value = serde_json::from_str(&with_lock(&lock, &["lint", "--format", "json"]).stdout).unwrap();
    assert_eq!(json["findings"][0]["lint"], "title-stop");
    assert_eq!(json["findings"][0]["code"], "NO_STOCK");
    let github = with_lock(&lock, &["lint", "--format", "github"]).stdout;
    assert!(github.starts_with("::warning file=errors.lock.toml,title=title-stop::NO_STOCK: "), "{github}");
}

#[test]
fn settings() {
    let folder = folder_with(LOCK);
    let lint = || finish(command(folder.path()).arg("lint"), "");
    fs::write(folder.path().join("errbook.toml"), "[lint]\nsections = [\"Solution\"]\n").unwrap();
    let done = lint();
    assert_eq!(done.code, 1);
    assert!(done.stdout.contains("section-missing"), "{}", done.stdout);
    fs::write(
        folder.path().join("errbook.toml"),
        "[lint]\nsections = [\"Solution\"]\nsection-missing = false\n",
    )
    .unwrap();
    assert_eq!(lint().code, 0);
}
