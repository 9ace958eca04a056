//! What the compiler reports for each mistake.
//!
//! `TRYBUILD=overwrite cargo test -p errbook-tests-ui` rewrites the expected output; read the diff before you commit it.
//! Programs that compile are modules of `suite/accepted`: with one of them here, trybuild would run cargo for each case.

use std::path::{Path, PathBuf};

#[test]
fn ui() {
    trybuild::TestCases::new().compile_fail("ui/*/*.rs");
}

/// An expected output without its case, or a case without its output, is left over.
#[test]
fn every_message_has_its_case() {
    for file in list(Path::new("ui")).iter().flat_map(|topic| list(topic)) {
        assert!(file.with_extension("stderr").exists(), "{}", file.display());
        assert!(file.with_extension("rs").exists(), "{}", file.display());
    }
}

fn list(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}
