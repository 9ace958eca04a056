//! What the compiler says of mistakes, and the strange programs that it must take.
//!
//! `TRYBUILD=overwrite cargo test -p errbook-tests ui::` writes what is expected anew; read it before it is committed.

use std::path::{Path, PathBuf};

#[test]
fn ui() {
    let cases = trybuild::TestCases::new();
    for topic in list(Path::new("ui")) {
        let sources = topic.join("*.rs");
        if topic.ends_with("pass") { cases.pass(sources) } else { cases.compile_fail(sources) }
    }
}

/// A message that no case makes any more is removed with its case.
#[test]
fn every_message_has_its_case() {
    for file in list(Path::new("ui")).iter().flat_map(|topic| list(topic)) {
        let fails = !file.starts_with("ui/pass");
        assert_eq!(file.with_extension("stderr").exists(), fails, "{}", file.display());
        assert!(file.with_extension("rs").exists(), "{}", file.display());
    }
}

fn list(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}
