//! What a program of contenders does when the comparison calls it: name its cases, run one, time one.

use std::process::ExitCode;
use std::time::Duration;

use criterion::Criterion;

use crate::{CASES, Contender, Job, job::Side};

/// Answers `list`, `run CONTENDER CASE SIDE RUNS` and `time CONTENDER CASE SIDE FOLDER`; `None` for anything else.
pub fn serve(contenders: &[Contender], arguments: &[String]) -> Option<ExitCode> {
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match arguments.as_slice() {
        ["list"] => {
            list(contenders);
            Some(())
        }
        ["run", contender, case, side, runs] => find(contenders, contender, case, side)
            .zip(runs.parse().ok())
            .map(|((job, side), runs)| job.run(side, runs)),
        ["time", contender, case, side, folder] => {
            find(contenders, contender, case, side).map(|(job, side)| time(&job, side, folder))
        }
        _ => return None,
    };
    Some(if done.is_some() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// A line for each case of each contender, with the body that it answers.
fn list(contenders: &[Contender]) {
    for contender in contenders {
        for (letter, _) in CASES {
            if let Some(job) = (contender.case)(letter) {
                println!("{}\t{letter}\t{}", contender.name, String::from_utf8_lossy(&(job.bytes)()));
            }
        }
    }
}

fn find(contenders: &[Contender], name: &str, case: &str, side: &str) -> Option<(Job, Side)> {
    let contender = contenders.iter().find(|contender| contender.name == name)?;
    let side = Side::ALL.into_iter().find(|known| known.name() == side)?;
    Some(((contender.case)(case.chars().next()?)?, side))
}

/// Has criterion leave its estimates in the folder.
fn time(job: &Job, side: Side, folder: &str) {
    let mut criterion = Criterion::default()
        .output_directory(std::path::Path::new(folder))
        .warm_up_time(Duration::from_millis(200))
        .measurement_time(Duration::from_millis(600))
        .sample_size(50);
    criterion.bench_function("job", |bencher| bencher.iter(|| job.run(side, 1)));
}
