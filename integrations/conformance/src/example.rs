//! The example of a framework as a program of its own, for tests that speak its protocol.

use std::env;
use std::io::{self, BufRead as _, BufReader, Read as _};
use std::net::SocketAddr;
use std::process::{Child, ChildStderr, Command, Stdio};
use std::thread::JoinHandle;

/// A running `examples/conformance.rs`. It ends when this is dropped.
#[derive(Debug)]
pub struct Example {
    address: SocketAddr,
    child: Child,
    log: Option<JoinHandle<io::Result<String>>>,
}

impl Example {
    /// Builds and starts the example of a package, with errbook's layer or without.
    ///
    /// # Errors
    ///
    /// Returns an error if it does not start, or does not say where it listens.
    pub fn start(package: &str, has_layer: bool) -> io::Result<Self> {
        let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut child = Command::new(cargo)
            .args(["run", "--quiet", "--package", package, "--example", "conformance"])
            .env("LAYER", if has_layer { "1" } else { "0" })
            .env_remove("PORT")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()?;
        let log = child.stderr.take().map(|stderr| std::thread::spawn(|| read(stderr)));
        let mut line = String::new();
        if let Some(stdout) = child.stdout.take() {
            BufReader::new(stdout).read_line(&mut line)?;
        }
        let address = line.trim().strip_prefix("listening on http://").and_then(|text| text.parse().ok());
        let address = address.ok_or_else(|| io::Error::other(format!("`{package}` says `{line}`")))?;
        Ok(Self { address, child, log })
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Ends it and returns what it logged.
    ///
    /// # Errors
    ///
    /// Returns an error if its standard error cannot be read.
    pub fn into_log(mut self) -> io::Result<String> {
        self.stop()?;
        let log = self.log.take().map(JoinHandle::join);
        log.unwrap_or_else(|| Ok(Ok(String::new()))).unwrap_or_else(|_| Err(io::Error::other("no log")))
    }

    /// Closes its standard input, at which it ends.
    fn stop(&mut self) -> io::Result<()> {
        drop(self.child.stdin.take());
        self.child.wait().map(drop)
    }
}

fn read(mut stderr: ChildStderr) -> io::Result<String> {
    let mut text = String::new();
    stderr.read_to_string(&mut text)?;
    Ok(text)
}

impl Drop for Example {
    fn drop(&mut self) {
        // It has ended already, or nothing can be done about it.
        let _ = self.stop();
    }
}
