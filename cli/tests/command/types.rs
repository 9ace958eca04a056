//! `errbook types`

use std::fs;

use crate::process::{LOCK, command, finish, folder_with, run};
use crate::tool::{compile, folder};

#[test]
fn a_file() {
    let folder = folder_with(LOCK);
    let run = |arguments: &[&str]| finish(command(folder.path()).args(arguments), "");
    let types = run(&["types", "typescript"]);
    assert_eq!((types.code, types.stderr.as_str()), (0, ""));
    assert!(types.stdout.contains("\nexport interface NoOrder extends FlatApiError {\n"), "{}", types.stdout);
    assert_eq!(run(&["types", "ts", "--output", "errors.ts"]).stdout, "");
    assert_eq!(fs::read_to_string(folder.path().join("errors.ts")).unwrap(), types.stdout);
}

#[test]
fn one_format() {
    let types = run(&["types", "typescript", "--body", "rpc"]).stdout;
    assert!(
        types.contains("export interface BadDate extends ApiError {") && !types.contains("NoOrder"),
        "{types}"
    );
    let unknown = run(&["types", "typescript", "--body", "rcp"]);
    assert_eq!(unknown.code, 2);
    assert_eq!(
        unknown.stderr,
        "error: no types for this API\nunknown body `rcp`, expected one of: flat, rpc\n"
    );
}

#[test]
fn json_schema() {
    let schema = |arguments: &[&str]| -> serde_json::Value {
        serde_json::from_str(&run(&[&["types", "json-schema"], arguments].concat()).stdout).unwrap()
    };
    assert_eq!(schema(&[])["anyOf"].as_array().unwrap().len(), 6);
    assert_eq!(schema(&["--closed"])["oneOf"].as_array().unwrap().len(), 4);
    let closed = run(&["types", "typescript", "--closed"]);
    assert_eq!(closed.code, 2);
    assert!(closed.stderr.starts_with("error: `--closed` is for `json-schema`"), "{}", closed.stderr);
}

#[test]
fn errors_that_no_client_can_tell_apart() {
    let lock = LOCK.replace("\"error.code\" = \"{number}\"\n", "");
    let types = crate::process::with_lock(&lock, &["types", "typescript"]);
    assert_eq!(types.code, 2);
    assert!(
        types.stderr.starts_with("error: no types for this API\nbody `rpc` has no place for the code"),
        "{}",
        types.stderr
    );
}

/// The client of `docs/command.md`.
#[test]
fn the_client_of_the_guide() {
    let guide = include_str!("../../../docs/command.md");
    let client = guide.split_once("```ts\n").and_then(|(_, rest)| rest.split_once("```")).unwrap().0;
    let Some(tools) = folder() else { return };
    let project = tempfile::tempdir().unwrap();
    fs::write(project.path().join("client.ts"), client).unwrap();
    let types = run(&["types", "typescript", "--body", "flat"]).stdout;
    fs::write(project.path().join("errors.ts"), types).unwrap();
    compile(&tools, project.path());
}
