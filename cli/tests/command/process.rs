//! Runs the command.

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

/// The lock of an API with four errors and a retired code.
pub const LOCK: &str = include_str!("errors.lock.toml");

/// What the command did.
#[derive(Debug, PartialEq, Eq)]
pub struct Done {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

/// The command, in an environment that says nothing.
pub fn command(folder: &Path) -> Command {
    program(env!("CARGO_BIN_EXE_errbook"), folder)
}

/// Says that a program is not there to test with, past the capture of a passing test's output.
pub fn omitted(name: &str) {
    let message = format!("omitted: {name} is not installed\n");
    assert!(std::env::var_os("ERRBOOK_SHELLS").is_none_or(|value| value != "required"), "{message}");
    std::io::stderr().write_all(message.as_bytes()).unwrap();
}

/// A program, in the same environment.
pub fn program(name: &str, folder: &Path) -> Command {
    let mut command = Command::new(name);
    command.current_dir(folder).stdin(Stdio::null());
    for name in ["ERRBOOK_LOCK", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLUMNS"] {
        command.env_remove(name);
    }
    command
}

/// Runs the command in a new folder with a lock.
pub fn with_lock(lock: &str, arguments: &[&str]) -> Done {
    let folder = folder_with(lock);
    finish(command(folder.path()).args(arguments), "")
}

/// Runs the command in a new folder with [`LOCK`].
pub fn run(arguments: &[&str]) -> Done {
    with_lock(LOCK, arguments)
}

pub fn folder_with(lock: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("errors.lock.toml"), lock).unwrap();
    folder
}

/// Runs the command with this standard input.
pub fn finish(command: &mut Command, stdin: &str) -> Done {
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut pipe = child.stdin.take().unwrap();
    let stdin = stdin.to_owned();
    // The command need not read it.
    let writer = std::thread::spawn(move || drop(pipe.write_all(stdin.as_bytes())));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    Done {
        code: output.status.code().unwrap(),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}
