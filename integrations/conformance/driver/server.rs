//! The example of a framework as a process: built, started, read, stopped.

use std::io::{BufRead, BufReader, Read};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// A running example.
#[derive(Debug)]
pub struct Server {
    child: Child,
    pub address: SocketAddr,
    output: Lines,
    log: Lines,
}

/// What a process has written so far.
#[derive(Debug, Clone, Default)]
struct Lines(Arc<Mutex<Vec<String>>>);

impl Lines {
    fn lock(&self) -> MutexGuard<'_, Vec<String>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Reads a stream to its end, in a thread.
    fn read(source: impl Read + Send + 'static) -> Self {
        let lines = Self::default();
        let written = lines.clone();
        std::thread::spawn(move || {
            for line in BufReader::new(source).split(b'\n') {
                let Ok(line) = line else { return };
                written.lock().push(String::from_utf8_lossy(&line).into_owned());
            }
        });
        lines
    }
}

/// The folder of the workspace.
pub fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Builds the example of a framework. Returns its program.
pub fn build(framework: &str) -> Result<PathBuf, String> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let built = Command::new(cargo)
        .args(["build", "--quiet", "--message-format=json-render-diagnostics"])
        .args(["--workspace", "--example", &format!("conformance_{framework}")])
        .current_dir(workspace())
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| format!("cargo does not start: {error}"))?;
    let messages = String::from_utf8_lossy(&built.stdout);
    let is_example = |message: &serde_json::Value| message["target"]["kind"][0] == "example";
    let program = messages
        .lines()
        .filter_map(|line| serde_json::from_str(line).ok())
        .filter(is_example)
        .find_map(|message| message["executable"].as_str().map(PathBuf::from));
    program.ok_or_else(|| "its example does not build".to_owned())
}

impl Server {
    /// Starts an example, with errbook's layer or without it.
    pub fn start(program: &Path, has_layer: bool) -> Result<Self, String> {
        let mut child = Command::new(program)
            .env("PORT", "0")
            .env("LAYER", if has_layer { "1" } else { "0" })
            .env("RUST_BACKTRACE", "0")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(|error| format!("its example does not start: {error}"))?;
        let (Some(output), Some(log)) = (child.stdout.take(), child.stderr.take()) else {
            return Err("its example has no output".to_owned());
        };
        let (output, log) = (Lines::read(output), Lines::read(log));
        let until = Instant::now() + Duration::from_secs(20);
        while Instant::now() < until {
            let address = output.lock().iter().find_map(|line| address(line));
            if let Some(address) = address {
                return Ok(Self { child, address, output, log });
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        let _ = child.kill();
        Err(format!("its example does not say where it listens: {:?} {:?}", output.lock(), log.lock()))
    }

    /// How many lines the log has now.
    pub fn log_length(&self) -> usize {
        self.log.lock().len()
    }

    /// Waits until a line of the log after the first ones has this text: a server may log after it replied.
    pub fn wait_for_log(&self, start: usize, text: &str) {
        let until = Instant::now() + Duration::from_secs(5);
        let is_there = || self.log.lock().iter().skip(start).any(|line| line.contains(text));
        while !is_there() && Instant::now() < until {
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// The lines of the log after the first ones, once no more of them come.
    pub fn log_after(&self, start: usize) -> Vec<String> {
        let mut length = usize::MAX;
        while self.log_length() != length {
            length = self.log_length();
            std::thread::sleep(Duration::from_millis(80));
        }
        self.log.lock().iter().skip(start).cloned().collect()
    }

    /// Checks that standard output has the one line.
    pub fn check_output(&self) -> Result<(), String> {
        match self.output.lock().as_slice() {
            [_] => Ok(()),
            lines => Err(format!("standard output has {} lines: {lines:?}", lines.len())),
        }
    }

    /// Checks that the process has not ended.
    pub fn check_alive(&mut self) -> Result<(), String> {
        match self.child.try_wait() {
            Ok(None) => Ok(()),
            ended => Err(format!("the server has ended: {ended:?}\n{}", self.log_after(0).join("\n"))),
        }
    }
}

fn address(line: &str) -> Option<SocketAddr> {
    line.strip_prefix("listening on http://")?.trim().parse().ok()
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
