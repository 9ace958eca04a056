//! Requests through a server of a framework: what an error reply costs beside a hand-written one, and what the layer costs a success.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use errbook_benches::job::Side;

use crate::report::{Goal, Section};
use crate::valgrind::Counts;

/// The cases, as `servers/` has them.
const CASES: [(char, &str); 3] = [
    ('a', "a success"),
    ('b', "an error, through the router"),
    ('c', "an error, from its type to a response"),
];

struct Row {
    contender: String,
    case: char,
    counts: Counts,
}

pub(crate) fn measure() -> Result<Section, String> {
    let program = build()?;
    let output = Command::new(&program).arg("list").output().map_err(|error| error.to_string())?;
    let mut rows = Vec::new();
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let mut parts = line.split('\t');
        let (Some(contender), Some(case)) = (parts.next(), parts.next()) else { continue };
        let counts = Counts::of(&program, [contender, case, Side::Http.name()])?;
        rows.push(Row {
            contender: contender.to_owned(),
            case: case.chars().next().unwrap_or_default(),
            counts,
        });
    }
    Ok(Section { markdown: markdown(&rows), goals: goals(&rows) })
}

fn build() -> Result<PathBuf, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("servers");
    let status = Command::new("cargo")
        .args(["build", "--release", "--quiet", "--locked", "--manifest-path"])
        .arg(folder.join("Cargo.toml"))
        .arg("--target-dir")
        .arg(folder.join("target"))
        .status()
        .map_err(|error| format!("cargo does not run: {error}"))?;
    status
        .success()
        .then(|| folder.join("target/release/errbook-benches-servers"))
        .ok_or_else(|| "the servers do not compile".to_owned())
}

fn goals(rows: &[Row]) -> Vec<Goal> {
    let find = |contender: &str, case| rows.iter().find(|row| row.contender == contender && row.case == case);
    let pair = |framework: &str, ours: &str, case| {
        let ours = find(&format!("{framework}, {ours}"), case)?;
        Some((&ours.counts, &find(&format!("{framework}, hand-written"), case)?.counts))
    };
    let mut goals = Vec::new();
    for framework in ["axum", "actix"] {
        if let Some((ours, theirs)) = pair(framework, "errbook", 'c') {
            let measured = ours.instructions / theirs.instructions;
            let what =
                format!("{framework}, an error from its type to a response: instructions, of hand-written");
            goals.push(Goal { what, measured, limit: 0.8 });
        }
        if let Some((ours, without)) = pair(framework, "errbook around", 'a') {
            let measured = ours.instructions - without.instructions;
            let what = format!("{framework}, a success through the layer: instructions more than without");
            goals.push(Goal { what, measured, limit: 600.0 });
            let measured = ours.allocations - without.allocations;
            let what = format!("{framework}, a success through the layer: allocations more than without");
            goals.push(Goal { what, measured, limit: 0.0 });
        }
    }
    goals
}

fn markdown(rows: &[Row]) -> String {
    let mut text = String::from(
        "## Requests through a server\n\nA request that exists already, through the router of the framework, to a response \
         that is dropped; without a socket. \"Around\" is the layer around the router; as `Router::layer`, axum boxes each \
         route again, whatever the layer is. Where a process has a layer, an error carries a mark for it, with the error for \
         the log, which hand-written code does not have: \"in a scope\" is an error with the mark.\n",
    );
    for (case, what) in CASES {
        // Writing to a `String` cannot fail.
        let _ = write!(text, "\n| ({case}) {what} | instructions | allocations |\n| --- | ---: | ---: |\n");
        for row in rows.iter().filter(|row| row.case == case) {
            let Counts { instructions, allocations } = row.counts;
            let _ = writeln!(text, "| {} | {instructions:.0} | {allocations} |", row.contender);
        }
    }
    text
}
