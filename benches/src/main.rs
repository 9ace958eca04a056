//! Instructions for one reply, errbook beside hand-written serde, counted by callgrind in one run.
//!
//! `cargo run --release -p errbook-benches` prints the counts and their ratios; it fails when one is above its goal.
//! It needs valgrind. Counts repeat: they do not depend on what else the machine does.

mod cases;

use std::process::{Command, ExitCode};

use crate::cases::{CASES, Case};

/// Each case runs this often and then twice as often; the difference has no start-up in it.
const RUNS: u64 = 2_000;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().collect();
    if let [_, case, side, runs] = arguments.as_slice() {
        return run(case, side, runs);
    }
    match compare() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

/// What callgrind counts: one side of one case.
fn run(case: &str, side: &str, runs: &str) -> ExitCode {
    let found = CASES.iter().find(|known| known.name == case);
    let (Some(case), Ok(runs)) = (found, runs.parse::<u64>()) else { return ExitCode::FAILURE };
    let reply = if side == "errbook" { case.errbook } else { case.by_hand };
    for _ in 0..runs {
        std::hint::black_box(reply());
    }
    ExitCode::SUCCESS
}

/// Prints a row for each case and says whether all of them reach their goals.
fn compare() -> Result<bool, String> {
    println!("| reply to bytes | by hand | errbook | ratio | goal |\n| --- | ---: | ---: | ---: | ---: |");
    let mut reached = true;
    for case in CASES {
        if (case.errbook)() != (case.by_hand)() {
            return Err(format!("the two sides of `{}` answer differently", case.name));
        }
        let (by_hand, errbook) = (instructions(case, "by_hand")?, instructions(case, "errbook")?);
        let ratio = errbook / by_hand;
        reached &= ratio <= case.goal;
        println!("| {} | {by_hand:.0} | {errbook:.0} | {ratio:.2} | {} |", case.name, case.goal);
    }
    Ok(reached)
}

fn instructions(case: &Case, side: &str) -> Result<f64, String> {
    let difference = count(case, side, 2 * RUNS)?.saturating_sub(count(case, side, RUNS)?);
    let exact = |number: u64| u32::try_from(number).map(f64::from);
    match (exact(difference), exact(RUNS)) {
        (Ok(difference), Ok(runs)) => Ok(difference / runs),
        _ => Err(format!("`{}` takes too many instructions to count", case.name)),
    }
}

/// The total that callgrind reports for this very program.
fn count(case: &Case, side: &str, runs: u64) -> Result<u64, String> {
    let program = std::env::current_exe().map_err(|error| error.to_string())?;
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(program)
        .args([case.name, side, &runs.to_string()])
        .output()
        .map_err(|error| format!("valgrind does not run: {error}"))?;
    let report = String::from_utf8_lossy(&output.stderr);
    let collected = report.lines().find_map(|line| line.split_once("Collected : "));
    let total = collected.and_then(|(_, number)| number.trim().parse().ok());
    total.ok_or_else(|| format!("valgrind reports no count:\n{report}"))
}
