//! Replies: instructions, allocations and time of each case, for errbook, hand-written code and the peers.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use errbook_benches::CASES;
use errbook_benches::job::Side;

use crate::report::{Goal, Section};
use crate::{time, valgrind};

const OURS: &str = "errbook";
const BY_HAND: &str = "hand-written";

/// What one contender takes for one side of one case.
struct Row {
    contender: String,
    case: char,
    side: Side,
    instructions: f64,
    allocations: f64,
    /// Nanoseconds; not measured for a check.
    time: Option<f64>,
}

/// Whether the times and the peers are measured too, or only what the goals need.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Extent {
    All,
    Check,
}

pub(crate) fn measure(extent: Extent) -> Result<Section, String> {
    let own = std::env::current_exe().map_err(|error| error.to_string())?;
    same_bodies(&own)?;
    let mut rows = rows(&own, extent)?;
    if extent == Extent::All {
        rows.extend(self::rows(&peers()?, extent)?);
    }
    Ok(Section { markdown: markdown(&rows), goals: goals(&rows) })
}

/// The program of the peers, built.
fn peers() -> Result<PathBuf, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("peers");
    let target = folder.join("target");
    let status = Command::new("cargo")
        .args(["build", "--release", "--quiet", "--locked", "--manifest-path"])
        .arg(folder.join("Cargo.toml"))
        .arg("--target-dir")
        .arg(&target)
        .status()
        .map_err(|error| format!("cargo does not run: {error}"))?;
    if !status.success() {
        return Err("the peers do not compile".to_owned());
    }
    Ok(target.join("release/errbook-benches-peers"))
}

fn list(program: &Path) -> Result<Vec<(String, char, String)>, String> {
    let output = Command::new(program).arg("list").output().map_err(|error| error.to_string())?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let case = |line: &str| {
        let (contender, rest) = line.split_once('\t')?;
        let (letter, body) = rest.split_once('\t')?;
        Some((contender.to_owned(), letter.chars().next()?, body.to_owned()))
    };
    Ok(text.lines().filter_map(case).collect())
}

/// errbook and hand-written code must answer the same.
fn same_bodies(program: &Path) -> Result<(), String> {
    let all = list(program)?;
    for (letter, what) in CASES {
        let body = |name| all.iter().find(|(contender, case, _)| contender == name && *case == letter);
        let [ours, theirs] = [OURS, BY_HAND].map(|name| body(name).map(|(_, _, body)| body));
        if ours.is_none() || ours != theirs {
            return Err(format!("({letter}) {what}: errbook and hand-written code answer differently"));
        }
    }
    Ok(())
}

fn rows(program: &Path, extent: Extent) -> Result<Vec<Row>, String> {
    let mut rows = Vec::new();
    for (contender, case, _) in list(program)? {
        for side in Side::ALL {
            let job = [contender.as_str(), &case.to_string(), side.name()];
            let counts = valgrind::Counts::of(program, job)?;
            let time = (extent == Extent::All).then(|| time::median(program, job)).transpose()?;
            let contender = contender.clone();
            let (instructions, allocations) = (counts.instructions, counts.allocations);
            rows.push(Row { contender, case, side, instructions, allocations, time });
        }
    }
    Ok(rows)
}

fn find<'r>(rows: &'r [Row], contender: &str, case: char, side: Side) -> Option<&'r Row> {
    rows.iter().find(|row| row.contender == contender && row.case == case && row.side == side)
}

fn goals(rows: &[Row]) -> Vec<Goal> {
    let mut goals = Vec::new();
    for (case, what) in CASES {
        for side in Side::ALL {
            let (Some(ours), Some(by_hand)) = (find(rows, OURS, case, side), find(rows, BY_HAND, case, side))
            else {
                continue;
            };
            let is_constant = case == 'a' && side == Side::Bytes;
            let limit = match (case, side) {
                ('a', Side::Bytes) => 0.1,
                ('a', Side::Http) => 0.51,
                ('b'..='e' | 'g', Side::Bytes) => 0.65,
                _ => 0.9,
            };
            let what = format!("({case}) {what}, {}: instructions, of hand-written", side.what());
            goals.push(Goal { what, measured: ours.instructions / by_hand.instructions, limit });
            if is_constant {
                let what = "(a) allocations".to_owned();
                goals.push(Goal { what, measured: ours.allocations, limit: 1.0 });
            }
            let peers = rows.iter().filter(|row| row.case == case && row.side == side);
            let peers = peers.filter(|row| row.contender != OURS && row.contender != BY_HAND);
            if let Some(best) = peers.min_by(|one, other| one.instructions.total_cmp(&other.instructions)) {
                let what = format!("({case}), {}: of the best peer, {}", side.what(), best.contender);
                goals.push(Goal { what, measured: ours.instructions / best.instructions, limit: 1.0 });
            }
        }
    }
    goals
}

fn markdown(rows: &[Row]) -> String {
    let mut text = String::from(
        "## Replies\n\nOne reply, from an error that exists already to bytes, or to a whole `http::Response` (a peer's own \
         response where it makes another). Instructions and allocations are counted by valgrind and repeat; times are \
         criterion's medians. The ratio is that of the instructions to those of hand-written code: thiserror, a `match` for \
         the status and one for the code, a `#[derive(Serialize)]` body and `to_vec`.\n\nerrbook's bytes are those of \
         `Reply::to_bytes`, which are static in (a). http-api-problem hashes with random keys, so its counts vary.\n",
    );
    for (case, what) in CASES {
        // Writing to a `String` cannot fail.
        let _ = write!(text, "\n### ({case}) {what}\n");
        for side in Side::ALL {
            let _ = write!(
                text,
                "\n| {} | instructions | ratio | allocations | ns |\n| --- | ---: | ---: | ---: | ---: |\n",
                side.what()
            );
            let base = find(rows, BY_HAND, case, side).map_or(f64::NAN, |row| row.instructions);
            for row in rows.iter().filter(|row| row.case == case && row.side == side) {
                let time = row.time.map_or(String::new(), |time| format!("{time:.0}"));
                let (contender, instructions, allocations) =
                    (&row.contender, row.instructions, row.allocations);
                let _ = writeln!(
                    text,
                    "| {contender} | {instructions:.0} | {:.2} | {allocations} | {time} |",
                    instructions / base
                );
            }
        }
    }
    text
}
