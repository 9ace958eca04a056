//! One mistake is one error, whatever the plug-ins of the type are. The lines of a case with errors end in `//~`.

use std::process::Command;

use serde_json::Value;

/// The line and the text of each error.
fn errors(case: &str) -> Vec<(u64, String)> {
    let output = Command::new(env!("CARGO"))
        .args(["check", "--locked", "--quiet", "--message-format=json", "--workspace"])
        .args(["--features=errbook-plugins/mistakes", "--example", case])
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
        .output()
        .unwrap();
    let lines = String::from_utf8(output.stdout).unwrap();
    let messages = lines.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()["message"].take());
    // The last error only counts the others.
    let errors = messages.filter(|message| message["level"] == "error" && !message["code"].is_null());
    errors
        .map(|error| (error["spans"][0]["line_start"].as_u64().unwrap(), error["message"].to_string()))
        .collect()
}

fn check(case: &str, source: &str, text: &str) {
    let errors = errors(case);
    let marked = source.lines().zip(1..).filter(|(line, _)| line.ends_with("//~")).map(|(_, number)| number);
    let mut found: Vec<u64> = errors.iter().map(|(line, _)| *line).collect();
    found.sort_unstable();
    assert_eq!(found, marked.collect::<Vec<_>>(), "{errors:#?}");
    for (_, message) in errors {
        assert!(message.contains(text), "{message}");
    }
}

#[test]
fn a_type_that_is_neither_send_nor_sync_is_one_error() {
    check("not_shared", include_str!("../cases/not_shared.rs"), "expected a type that is `Send` and `Sync`");
}

#[test]
fn a_type_without_debug_is_one_error() {
    check("no_debug", include_str!("../cases/no_debug.rs"), "doesn't implement `Debug`");
}
