//! Colors, pipes, and text that would control the terminal.

use std::process::Stdio;

use crate::process::{LOCK, command, finish, folder_with, omitted, program, run, with_lock};

const ESCAPE: char = '\u{1b}';

#[test]
fn colors() {
    let folder = folder_with(LOCK);
    let list = |arguments: &[&str], environment: &[(&str, &str)]| {
        let mut command = command(folder.path());
        finish(command.arg("list").args(arguments).envs(environment.iter().copied()), "")
            .stdout
            .contains(ESCAPE)
    };
    assert!(!list(&[], &[]), "a pipe has none");
    assert!(list(&[], &[("CLICOLOR_FORCE", "1")]));
    assert!(list(&["--color", "always"], &[]));
    assert!(list(&["--color", "always"], &[("NO_COLOR", "1")]), "an option decides");
    assert!(!list(&["--color", "never"], &[("CLICOLOR_FORCE", "1")]));
    assert!(!list(&[], &[("NO_COLOR", "1")]));
}

#[test]
fn a_closed_pipe_is_no_error() {
    let folder = folder_with(LOCK);
    for arguments in
        [&["list"][..], &["explain", "NO_ORDER"], &["list", "--format", "json"], &["man"], &["--help"]]
    {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let output =
            command(folder.path()).args(arguments).stdout(writer).stderr(Stdio::piped()).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{arguments:?}");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{arguments:?}");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_an_error() {
    let folder = folder_with(LOCK);
    let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
    let output = command(folder.path()).arg("list").stdout(full).stderr(Stdio::piped()).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).starts_with("error: cannot write: "));
}

/// What would color, move, ring, or turn the direction of text.
const HOSTILE: &str = r"\u001B[31mred\u001B]0;title\u0007\u009B2J\u202Eleft\r\u007F";

#[test]
fn no_text_of_the_lock_controls_the_terminal() {
    let lock = LOCK
        .replace("\"Order not found\"", &format!("\"{HOSTILE}\""))
        .replace(
            "\"List the orders",
            &format!("\"{HOSTILE} `{HOSTILE}`\\n\\n    {HOSTILE}\\n\\nList the orders"),
        )
        .replace("\"one error for", &format!("\"{HOSTILE} one error for"))
        .replace("NO_STOCK", &format!("\"NO_{HOSTILE}\""))
        .replace("\"GET /orders/{id}\"", &format!("\"GET {HOSTILE}\""));
    for arguments in [
        &["list"][..],
        &["list", "--width", "60"],
        &["list", "--retired"],
        &["list", "--format", "json"],
        &["explain", "1404", "TOKEN_EXPIRED", "409", "nothing"],
        &["explain", "--format", "json", "1404", "TOKEN_EXPIRED"],
    ] {
        let done = with_lock(&lock, arguments);
        assert_ne!(done.code, 2, "{done:?}");
        for text in [&done.stdout, &done.stderr] {
            let is_harmless = |c: char| c == '\n' || !(c.is_control() || c == '\u{202e}');
            assert!(text.chars().all(is_harmless), "{arguments:?}: {text:?}");
        }
    }
    assert!(with_lock(&lock, &["list"]).stdout.contains("\\u{1b}[31mred"));
}

#[test]
fn arguments_are_quoted_harmlessly() {
    for arguments in [&["explain", "a\u{1b}[31m"][..], &["--a\u{1b}[31m"], &["list", "--lock", "a\u{1b}[31m"]]
    {
        let done = run(arguments);
        assert!(!done.stderr.is_empty() && !done.stderr.contains(ESCAPE), "{done:?}");
    }
}

#[test]
fn locks_that_cannot_be_read() {
    let missing = tempfile::tempdir().unwrap();
    let done = finish(command(missing.path()).arg("list"), "");
    assert_eq!(done.code, 2);
    assert_eq!(
        done.stderr,
        "error: no `errors.lock.toml` here or in a folder above: name it with `--lock`, or in `ERRBOOK_LOCK`\n"
    );
    let done = run(&["list", "--lock", "other.toml"]);
    assert_eq!(done.code, 2);
    assert!(done.stderr.starts_with("error: cannot read `other.toml`: "), "{}", done.stderr);
    let done = with_lock("lock = 1\nbook = \"a\"\n\n[error.A]\nstatsu = 1\n", &["list"]);
    assert_eq!(done.code, 2);
    assert!(
        done.stderr.contains("errors.lock.toml:5:1: unknown key `statsu`, did you mean `status`?\n"),
        "{}",
        done.stderr
    );
    let done = with_lock("lock = 2\n", &["list"]);
    assert!(done.stderr.contains("written by a newer errbook"), "{}", done.stderr);
    let markers = format!("<<<<<<< ours\n{LOCK}=======\n>>>>>>> theirs\n");
    let done = with_lock(&markers, &["check"]);
    assert_eq!(done.code, 2);
    assert!(done.stderr.contains("errors.lock.toml:1:1: conflict marker"), "{}", done.stderr);
}

#[test]
#[cfg(target_os = "linux")]
fn a_lock_without_an_end() {
    let done = run(&["list", "--lock", "/dev/zero"]);
    assert_eq!(done.code, 2);
    assert!(done.stderr.starts_with("error: invalid lock\n/dev/zero:1:1: "), "{}", done.stderr);
}

#[test]
fn a_lock_is_found_above_or_named() {
    let folder = folder_with(LOCK);
    let below = folder.path().join("a/b");
    std::fs::create_dir_all(&below).unwrap();
    assert_eq!(finish(command(&below).arg("list"), "").stdout.lines().count(), 4);
    let other = tempfile::tempdir().unwrap();
    let path = folder.path().join("errors.lock.toml");
    assert_eq!(finish(command(other.path()).arg("list").env("ERRBOOK_LOCK", path), "").code, 0);
    assert_eq!(finish(command(other.path()).args(["list", "--lock", "-"]), LOCK).stdout.lines().count(), 4);
}

/// A terminal of 40 columns, which `script` of util-linux makes.
#[test]
#[cfg(target_os = "linux")]
fn a_terminal() {
    if std::process::Command::new("script").arg("--version").output().is_err() {
        omitted("script");
        return;
    }
    let folder = folder_with(LOCK);
    let errbook = env!("CARGO_BIN_EXE_errbook");
    let in_terminal = format!("stty rows 24 cols 40; {errbook} list; {errbook} explain NO_ORDER");
    let mut script = program("script", folder.path());
    let output = finish(script.env("TERM", "xterm").args(["-qec", &in_terminal, "/dev/null"]), "").stdout;
    assert!(output.contains("\u{1b}[1mNO_ORDER\u{1b}[0m"), "{output:?}");
    let plain = anstream::adapter::strip_str(&output).to_string();
    assert!(plain.contains("404  NO_ORDER      Order not found\r\n"), "{plain}");
    assert!(
        plain.contains("\n  No order has this number, or it\r\n  belongs to another customer.\r\n"),
        "{plain}"
    );
}
