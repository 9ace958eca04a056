//! The folder of one contender: a crate of its own with a target directory of its own, so that none evicts what
//! another has built. What is measured is a command of rustc; cargo only builds what it needs.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::command::{RECORD, Rustc, cargo_seconds, output};
use super::source;

pub(super) struct Project {
    folder: PathBuf,
    /// CPU seconds of a build of all dependencies.
    pub(super) clean_build: f64,
    pub(super) dependencies: usize,
    pub(super) check: Rustc,
    pub(super) build: Rustc,
}

impl Project {
    /// Builds the empty crate, and with it the dependencies, from nothing.
    pub(super) fn new(name: &str, dependencies: &str) -> Result<Self, String> {
        let folder = target()?.join("benches/compile").join(name.replace(' ', "_"));
        write(&folder.join("Cargo.toml"), &source::manifest(dependencies))?;
        write(&folder.join("src/lib.rs"), "")?;
        let target = folder.join("target");
        if target.exists() {
            std::fs::remove_dir_all(&target).map_err(|error| format!("{}: {error}", target.display()))?;
        }
        output(&mut cargo(&folder, "fetch"))?;
        let clean_build = recorded(&folder, "build")?;
        recorded(&folder, "check")?;
        let read = |command| Rustc::read(&folder.join(command).with_extension("json"));
        let (check, build) = (read("check")?, read("build")?);
        Ok(Self { dependencies: dependencies_of(&folder)?, folder, clean_build, check, build })
    }

    /// What the crate consists of from now on.
    pub(super) fn write(&self, source: &str) -> Result<(), String> {
        write(&self.folder.join("src/lib.rs"), source)
    }

    /// A file beside the crate.
    pub(super) fn file(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }
}

/// The target directory that this program was built in.
fn target() -> Result<PathBuf, String> {
    let program = std::env::current_exe().map_err(|error| error.to_string())?;
    let target = program.parent().and_then(Path::parent);
    target.map(Path::to_owned).ok_or_else(|| "this program must be run from its target directory".to_owned())
}

/// Writes the file with its folders, unless it says so already.
fn write(path: &Path, text: &str) -> Result<(), String> {
    let same = std::fs::read_to_string(path).is_ok_and(|old| old == text);
    let folder = path.parent().map_or(Ok(()), std::fs::create_dir_all);
    let written = folder.and_then(|()| if same { Ok(()) } else { std::fs::write(path, text) });
    written.map_err(|error| format!("{}: {error}", path.display()))
}

fn cargo(folder: &Path, command: &str) -> Command {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.arg(command).current_dir(folder);
    cargo.env("CARGO_TARGET_DIR", folder.join("target")).env("CARGO_INCREMENTAL", "0");
    cargo
}

/// Runs cargo, writes down its command of rustc for the crate, and returns the CPU seconds of it all.
fn recorded(folder: &Path, command: &str) -> Result<f64, String> {
    let program = std::env::current_exe().map_err(|error| error.to_string())?;
    let mut cargo = cargo(folder, command);
    cargo.env("RUSTC_WORKSPACE_WRAPPER", program);
    cargo.env(RECORD, folder.join(command).with_extension("json"));
    cargo_seconds(&cargo)
        .map_err(|message| format!("{message}\n(run `cargo {command}` in {})", folder.display()))
}

/// How many crates the crate needs, those for its build included.
fn dependencies_of(folder: &Path) -> Result<usize, String> {
    let mut tree = cargo(folder, "tree");
    let output = output(tree.args(["--prefix", "none", "-e", "normal,build"]))?;
    let text = String::from_utf8_lossy(&output.stdout);
    let crates: BTreeSet<&str> = text.lines().map(|line| line.trim_end_matches(" (*)")).collect();
    Ok(crates.iter().filter(|line| !line.is_empty() && !line.starts_with("things ")).count())
}
