//! A large lock: 10,000 codes with `--release`. On a machine that does nothing else, each command takes at most 0.3 s and a page 1 s.
//! `ERRBOOK_SLACK=4` allows four times as much, for machines that do.

use std::fmt::Write as _;
use std::fs;
use std::time::{Duration, Instant};

use crate::process::{Done, command, finish, folder_with};

const COUNT: usize = if cfg!(debug_assertions) { 1_000 } else { 10_000 };

fn lock() -> String {
    let mut lock = "lock = 1\nbook = \"Large API\"\n\n[body.flat]\ncontent-type = \"application/json\"\ncode = \"{code}\"\ndetails = \"{details}?\"\nmessage = \"{message}\"\n".to_owned();
    for number in 0..COUNT {
        let _ = write!(
            lock,
            "\n[error.LARGE_ERROR_{number:05}]\nstatus = 400\nnumber = {}\ntitle = \"Error number {number}\"\nmessage = \"parameter `{{param}}` of {number} is not valid\"\nretryable = false\nbody = \"flat\"\ndetail.param = \"string\"\nsince = \"1.0.0\"\nrust = \"LargeError::Variant{number}\"\ndescription = \"The parameter of number {number} is missing or malformed, and **nothing** was done.\"\nsection.Solution = \"Compare the request with the reference, correct `param`, and send it again.\"\n",
            number + 1
        );
    }
    lock
}

#[test]
fn commands() {
    let lock = lock();
    let folder = folder_with(&lock);
    fs::write(folder.path().join("old.toml"), lock.replace("status = 400", "status = 422")).unwrap();
    assert_eq!(finish(command(folder.path()).arg("update"), "").code, 0);
    // The fastest of a few, since other programs run too.
    let slack = std::env::var("ERRBOOK_SLACK").ok().and_then(|factor| factor.parse().ok()).unwrap_or(1);
    let fastest = |limit: u64, arguments: &[&str]| -> Done {
        let runs = if cfg!(debug_assertions) { 1 } else { 5 };
        let run = |_| {
            let start = Instant::now();
            (finish(command(folder.path()).args(arguments), ""), start.elapsed())
        };
        let (done, time) = (0..runs).map(run).min_by_key(|(_, time)| *time).unwrap();
        eprintln!("{arguments:?} took {time:?}");
        assert!(
            cfg!(debug_assertions) || time < Duration::from_millis(limit * slack),
            "{arguments:?} took {time:?}"
        );
        done
    };
    assert_eq!(fastest(300, &["list"]).stdout.lines().count(), COUNT);
    assert!(fastest(300, &["explain", "large-error-00777"]).stdout.starts_with("LARGE_ERROR_00777  400"));
    let unknown = fastest(300, &["explain", "LARGE_ERORR_00777"]);
    assert!(unknown.stderr.contains("did you mean LARGE_ERROR_00777"), "{}", unknown.stderr);
    assert_eq!(fastest(300, &["diff", "errors.lock.toml", "errors.lock.toml"]).stdout, "");
    assert_eq!(fastest(300, &["diff", "old.toml", "errors.lock.toml"]).stdout.lines().count(), 2 * COUNT + 1);
    assert_eq!(fastest(300, &["check"]).code, 0);
    assert!(fastest(1000, &["html"]).stdout.contains("id=\"LARGE_ERROR_00999\""));
}
