//! The example of a framework as a program of its own, for tests that speak its protocol.

use std::env;
use std::io::{self, BufRead as _, BufReader};
use std::net::SocketAddr;
use std::process::{Child, ChildStderr, Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// A running example of the API. It ends when this is dropped.
#[derive(Debug)]
pub struct Example {
    address: SocketAddr,
    child: Child,
    log: Arc<Mutex<String>>,
    reader: Option<JoinHandle<io::Result<()>>>,
}

impl Example {
    /// Builds and starts the example of a framework, with errbook's layer or without.
    ///
    /// # Errors
    ///
    /// Returns an error if it does not start, or does not say where it listens.
    pub fn start(framework: &str, has_layer: bool) -> io::Result<Self> {
        let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        // In the workspace, it has the features of the workspace, with which its dependencies are built already.
        let mut child = Command::new(cargo)
            .args(["run", "--quiet", "--example", &format!("conformance_{framework}")])
            .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
            .env("LAYER", if has_layer { "1" } else { "0" })
            .env_remove("PORT")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()?;
        let log = Arc::new(Mutex::new(String::new()));
        let reader = child.stderr.take().map(|stderr| {
            let log = Arc::clone(&log);
            std::thread::spawn(move || read(stderr, &log))
        });
        let mut line = String::new();
        if let Some(stdout) = child.stdout.take() {
            BufReader::new(stdout).read_line(&mut line)?;
        }
        let address = line.trim().strip_prefix("listening on http://").and_then(|text| text.parse().ok());
        let address = address.ok_or_else(|| io::Error::other(format!("`{framework}` says `{line}`")))?;
        Ok(Self { address, child, log, reader })
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Waits until it has logged a line with this text, at most five seconds: a reply may be sent before its error is logged.
    pub fn wait_for_log(&self, text: &str) {
        let start = Instant::now();
        while !self.log().contains(text) && start.elapsed() < Duration::from_secs(5) {
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    fn log(&self) -> String {
        self.log.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Ends it and returns what it logged.
    ///
    /// # Errors
    ///
    /// Returns an error if its standard error cannot be read.
    pub fn into_log(mut self) -> io::Result<String> {
        self.stop()?;
        if let Some(reader) = self.reader.take() {
            reader.join().unwrap_or_else(|_| Err(io::Error::other("no log")))?;
        }
        Ok(self.log())
    }

    /// Closes its standard input, at which it ends.
    fn stop(&mut self) -> io::Result<()> {
        drop(self.child.stdin.take());
        self.child.wait().map(drop)
    }
}

fn read(stderr: ChildStderr, log: &Mutex<String>) -> io::Result<()> {
    for line in BufReader::new(stderr).lines() {
        let line = line? + "\n";
        log.lock().unwrap_or_else(PoisonError::into_inner).push_str(&line);
    }
    Ok(())
}

impl Drop for Example {
    fn drop(&mut self) {
        // It has ended already, or nothing can be done about it.
        let _ = self.stop();
    }
}
