//! Completions and the manual page, as the programs that are for them read these.

use std::fs;
use std::process::Command;

use crate::process::{omitted, run};

/// Runs a shell with a script and returns its output; `None` if the shell is not installed.
fn shell(name: &str, arguments: &[&str], script: &str) -> Option<String> {
    let folder = tempfile::tempdir().unwrap();
    let completions = run(&["completions", name]);
    assert_eq!(completions.code, 0);
    fs::write(folder.path().join("_errbook"), completions.stdout).unwrap();
    match Command::new(name).args(arguments).args(["-c", script]).current_dir(folder.path()).output() {
        Ok(output) => {
            assert!(output.status.success(), "{name}: {output:?}");
            assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{name}");
            Some(String::from_utf8(output.stdout).unwrap())
        }
        Err(_) => {
            omitted(name);
            None
        }
    }
}

#[test]
fn bash() {
    let script = "source ./_errbook; COMP_WORDS=(errbook ex); COMP_CWORD=1; _errbook errbook ex errbook; echo ${COMPREPLY[@]}";
    let Some(replies) = shell("bash", &["--norc", "--noprofile"], script) else { return };
    assert_eq!(replies.trim(), "explain");
}

#[test]
fn zsh() {
    let script = "autoload -Uz compinit; fpath=($PWD $fpath); compinit -D -u; autoload +X -Uz _errbook; print $_comps[errbook]; whence -w _errbook";
    let Some(functions) = shell("zsh", &["-f"], script) else { return };
    assert_eq!(functions, "_errbook\n_errbook: function\n");
}

#[test]
fn fish() {
    let script = "source ./_errbook; complete -C 'errbook ex'";
    let Some(completions) = shell("fish", &["--no-config"], script) else { return };
    assert!(completions.starts_with("explain\t"), "{completions:?}");
}

#[test]
fn manual() {
    let page = run(&["man"]).stdout;
    assert!(page.starts_with(".ie \\n(.g .ds Aq \\(aq\n"), "{page}");
    for part in [".TH errbook 1", "COMMAND EXPLAIN", "COMMAND LIST", "\\-\\-retired", "Exit codes:"] {
        assert!(page.contains(part), "{part} is not in {page}");
    }
}
