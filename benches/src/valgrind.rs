//! Counts of valgrind. They repeat: they do not depend on what else the machine does.

use std::path::Path;
use std::process::Command;

/// A job runs this often and then twice as often; the difference has no start-up in it.
const RUNS: u64 = 200;

/// Instructions and allocations of one reply.
pub(crate) struct Counts {
    pub(crate) instructions: f64,
    pub(crate) allocations: f64,
}

impl Counts {
    /// Of `program run CONTENDER CASE SIDE`.
    pub(crate) fn of(program: &Path, job: [&str; 3]) -> Result<Self, String> {
        let instructions = || {
            let tool = ["--tool=callgrind", "--callgrind-out-file=/dev/null"];
            each(program, &tool, job, "Collected : ")
        };
        let allocations = || {
            let tool = ["--tool=memcheck", "--leak-check=no", "--undef-value-errors=no"];
            each(program, &tool, job, "total heap usage: ")
        };
        std::thread::scope(|scope| {
            let instructions = scope.spawn(instructions);
            let allocations = allocations()?;
            let instructions = instructions.join().map_err(|_| "valgrind's count was lost".to_owned())??;
            Ok(Self { instructions, allocations })
        })
    }
}

fn each(program: &Path, tool: &[&str], job: [&str; 3], label: &str) -> Result<f64, String> {
    let count = |runs| number(&report(program, tool, job, runs)?, label);
    let difference = count(2 * RUNS)?.saturating_sub(count(RUNS)?);
    match (u32::try_from(difference), u32::try_from(RUNS)) {
        (Ok(difference), Ok(runs)) => Ok(f64::from(difference) / f64::from(runs)),
        _ => Err("one reply takes too many instructions to count".to_owned()),
    }
}

fn report(program: &Path, tool: &[&str], job: [&str; 3], runs: u64) -> Result<String, String> {
    let output = Command::new("valgrind")
        .args(tool)
        .arg(program)
        .arg("run")
        .args(job)
        .arg(runs.to_string())
        .output()
        .map_err(|error| format!("valgrind does not run, install it: {error}"))?;
    Ok(String::from_utf8_lossy(&output.stderr).into_owned())
}

/// The number behind this label.
fn number(report: &str, label: &str) -> Result<u64, String> {
    let found = report.lines().find_map(|line| line.split_once(label));
    let digits = found.map(|(_, rest)| rest.split(' ').next().unwrap_or_default().replace(',', ""));
    digits
        .and_then(|digits| digits.parse().ok())
        .ok_or_else(|| format!("valgrind reports no count:\n{report}"))
}
