//! Times of replies, as criterion estimates them.

use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;

/// The median of `program time CONTENDER CASE SIDE`, in nanoseconds.
pub(crate) fn median(program: &Path, job: [&str; 3]) -> Result<f64, String> {
    let folder = std::env::temp_dir().join(format!("errbook-benches-{}", std::process::id()));
    let status = Command::new(program)
        .arg("time")
        .args(job)
        .arg(&folder)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .map_err(|error| error.to_string())?;
    let estimates = std::fs::read(folder.join("job/new/estimates.json"));
    let removed = std::fs::remove_dir_all(&folder);
    let estimates = estimates.map_err(|error| format!("criterion left no estimates ({status}): {error}"))?;
    removed.map_err(|error| error.to_string())?;
    let estimates: Value = serde_json::from_slice(&estimates).map_err(|error| error.to_string())?;
    let median = estimates.pointer("/median/point_estimate").and_then(Value::as_f64);
    median.ok_or_else(|| "criterion's estimates have no median".to_owned())
}
