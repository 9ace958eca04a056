//! What every program prints, held against `expected/`.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// One test for each program, and the list of all of them.
macro_rules! programs {
    ($($name:ident)*) => {
        $(
            #[test]
            fn $name() {
                check(stringify!($name), env!(concat!("CARGO_BIN_EXE_", stringify!($name))));
            }
        )*

        const PROGRAMS: &[&str] = &[$(stringify!($name)),*];
    };
}

programs! {
    code_table
    emoji_table
    flat_envelope
    house_envelope
    jira
    result_column
    shapes
    status_table
    tour
    with_thiserror
}

#[test]
fn every_program_is_tested() {
    assert_eq!(stems("src/bin"), PROGRAMS, "list each program in `programs!`, by its name");
    for name in stems("expected") {
        assert!(PROGRAMS.contains(&&*name), "no program prints `expected/{name}.md`: delete it");
    }
}

/// Runs a program and compares what it prints; writes it down instead where the environment has `ERRBOOK=update`.
fn check(name: &str, program: &str) {
    let output = Command::new(program).output().unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "`{name}` failed ({}):\n{errors}", output.status);
    let actual = String::from_utf8(output.stdout).unwrap();

    let path = directory("expected").join(name).with_extension("md");
    if env::var("ERRBOOK").is_ok_and(|value| value == "update") {
        fs::write(&path, actual).unwrap();
        return;
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    assert!(actual == expected, "{}", difference(name, &expected, &actual));
}

/// The first line that differs, and what to do about it.
fn difference(name: &str, expected: &str, actual: &str) -> String {
    let mut at = 0;
    let (mut expected, mut actual) = (expected.split_inclusive('\n'), actual.split_inclusive('\n'));
    let (expected, actual) = loop {
        at += 1;
        match (expected.next(), actual.next()) {
            (Some(expected), Some(actual)) if expected == actual => {}
            (expected, actual) => break (expected, actual),
        }
    };
    let show = |line: Option<&str>| line.map_or("the end".to_owned(), |line| format!("{line:?}"));
    format!(
        "`{name}` no longer prints what `examples/expected/{name}.md` has. Line {at}:\n  \
         expected: {}\n  printed:  {}\n\
         If that is on purpose: ERRBOOK=update cargo test -p errbook-examples",
        show(expected),
        show(actual),
    )
}

/// The names of the files in a directory of this crate, sorted, without their extensions.
fn stems(name: &str) -> Vec<String> {
    let files = fs::read_dir(directory(name)).unwrap().map(|file| file.unwrap().path());
    let mut stems: Vec<_> =
        files.map(|file| file.file_stem().unwrap().to_str().unwrap().to_owned()).collect();
    stems.sort();
    stems
}

fn directory(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}
