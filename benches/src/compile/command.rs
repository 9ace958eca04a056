//! The very command with which cargo runs rustc for the measured crate, and what one run of it tells.
//! Cargo is given this program in place of rustc, which writes the command down; from then on rustc runs without cargo.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Output};

/// The file that the command is written to, as a variable of the environment.
pub(super) const RECORD: &str = "ERRBOOK_BENCHES_RECORD";

/// A command of rustc that can be repeated for other sources and with other arguments.
#[derive(serde::Serialize, serde::Deserialize)]
pub(super) struct Rustc {
    arguments: Vec<String>,
    folder: PathBuf,
    variables: BTreeMap<String, String>,
}

/// The CPU time of a process and its children, user and system.
const TIMED: [&str; 4] = ["bash", "-c", "TIMEFORMAT='%3U %3S'; time \"$@\" > /dev/null 2> /dev/null", "bash"];

/// Stands in for rustc when cargo runs this program as its `RUSTC_WORKSPACE_WRAPPER`.
pub(crate) fn as_rustc() -> Option<ExitCode> {
    let record = std::env::var_os(RECORD)?;
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run_and_record(Path::new(&record), arguments) {
        Ok(code) => Some(code),
        Err(message) => {
            eprintln!("{message}");
            Some(ExitCode::FAILURE)
        }
    }
}

fn run_and_record(record: &Path, mut arguments: Vec<String>) -> Result<ExitCode, String> {
    let Some((rustc, rest)) = arguments.split_first() else {
        return Err(format!("`{RECORD}` is for cargo to run rustc through this program: unset it"));
    };
    let status = Command::new(rustc).args(rest).status().map_err(|error| format!("{rustc}: {error}"))?;
    if rest.windows(2).any(|pair| matches!(pair, [key, value] if key == "--crate-name" && value == "things"))
    {
        if let Some(rustc) = arguments.first_mut() {
            *rustc = real_rustc(rustc)?;
        }
        let folder = std::env::current_dir().map_err(|error| error.to_string())?;
        let text = |(key, value): (_, std::ffi::OsString)| Some((key, value.into_string().ok()?));
        let variables = std::env::vars_os().filter_map(|(key, value)| text((key.into_string().ok()?, value)));
        // The jobserver of cargo ends with cargo.
        let variables = variables.filter(|(key, _)| !key.ends_with("MAKEFLAGS") && key != "MFLAGS").collect();
        let text = serde_json::to_string(&Rustc { arguments, folder, variables });
        let text = text.map_err(|error| error.to_string())?;
        std::fs::write(record, text).map_err(|error| format!("{}: {error}", record.display()))?;
    }
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The program behind rustup's proxy, which valgrind would count instead.
fn real_rustc(rustc: &str) -> Result<String, String> {
    let sysroot = output(Command::new(rustc).args(["--print", "sysroot"]))?;
    let sysroot = String::from_utf8_lossy(&sysroot.stdout).trim().to_owned();
    Ok(format!("{sysroot}/bin/rustc"))
}

impl Rustc {
    pub(super) fn read(record: &Path) -> Result<Self, String> {
        let text =
            std::fs::read_to_string(record).map_err(|error| format!("{}: {error}", record.display()))?;
        serde_json::from_str(&text).map_err(|error| format!("{}: {error}", record.display()))
    }

    /// Instructions, as cachegrind counts them.
    pub(super) fn instructions(&self) -> Result<f64, String> {
        let valgrind = ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"];
        let output = output(&mut self.command(&valgrind, &[])).map_err(|message| {
            format!("{message}\n(instructions are counted by valgrind, which must be installed)")
        })?;
        let report = String::from_utf8_lossy(&output.stderr);
        let refs = report.lines().find_map(|line| line.split_once("refs:"));
        let count = refs.and_then(|(_, number)| number.trim().replace(',', "").parse().ok());
        count.ok_or_else(|| format!("cachegrind reports no count:\n{report}"))
    }

    /// CPU seconds, the median of three runs.
    pub(super) fn seconds(&self) -> Result<f64, String> {
        median(|| cpu_seconds(self.command(&TIMED, &[])))
    }

    /// Seconds in the expansion of macros, the median of three runs.
    pub(super) fn expansion(&self) -> Result<f64, String> {
        median(|| {
            let output = output(self.command(&[], &["-Ztime-passes"]).env("RUSTC_BOOTSTRAP", "1"))?;
            let report = String::from_utf8_lossy(&output.stderr) + String::from_utf8_lossy(&output.stdout);
            let pass = report.lines().find(|line| line.trim_end().ends_with("macro_expand_crate"));
            let seconds = pass.and_then(|line| line.trim().strip_prefix("time:")?.split(';').next());
            let seconds = seconds.and_then(|seconds| seconds.trim().parse().ok());
            seconds.ok_or_else(|| {
                "this rustc has no pass `macro_expand_crate`: look for its new name".to_owned()
            })
        })
    }

    /// The crate after the expansion of macros.
    pub(super) fn expanded(&self) -> Result<String, String> {
        let output = output(self.command(&[], &["-Zunpretty=expanded"]).env("RUSTC_BOOTSTRAP", "1"))?;
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }

    /// What the same command makes of the crate when it is asked for `kind` instead, compiled as one unit.
    pub(super) fn emit(&self, kind: &str, flags: &[&str], file: &Path) -> Result<(), String> {
        let emit = format!("--emit={kind}={}", file.display());
        let mut command = self.command(&[], &[]);
        command.args(["-C", "codegen-units=1", &emit]).args(flags);
        output(&mut command).map(|_| ())
    }

    /// `before`, then rustc with its arguments, then `flags`.
    fn command(&self, before: &[&str], flags: &[&str]) -> Command {
        let words = || before.iter().copied().chain(self.arguments.iter().map(String::as_str));
        let mut command = Command::new(words().next().unwrap_or_default());
        command.args(words().skip(1)).args(flags).env_clear().envs(&self.variables).current_dir(&self.folder);
        command
    }
}

/// CPU seconds of a process, its children included; `command` starts with what times it.
fn cpu_seconds(mut command: Command) -> Result<f64, String> {
    let output = output(&mut command)?;
    let report = String::from_utf8_lossy(&output.stderr);
    let seconds: Result<Vec<f64>, _> = report.split_whitespace().map(str::parse).collect();
    match seconds.as_deref() {
        Ok([user, system]) => Ok(user + system),
        _ => Err(format!("bash reports no times:\n{report}")),
    }
}

/// CPU seconds of that command of cargo.
pub(super) fn cargo_seconds(cargo: &Command) -> Result<f64, String> {
    let [bash, rest @ ..] = TIMED;
    let mut command = Command::new(bash);
    command.args(rest).arg(cargo.get_program()).args(cargo.get_args());
    command.envs(cargo.get_envs().filter_map(|(key, value)| Some((key, value?))));
    if let Some(folder) = cargo.get_current_dir() {
        command.current_dir(folder);
    }
    cpu_seconds(command)
}

fn median(run: impl Fn() -> Result<f64, String>) -> Result<f64, String> {
    let mut runs = [run()?, run()?, run()?];
    runs.sort_by(f64::total_cmp);
    Ok(runs[1])
}

/// Runs to the end; anything but success is an error with what the process wrote.
pub(super) fn output(command: &mut Command) -> Result<Output, String> {
    let program = command.get_program().to_string_lossy().into_owned();
    let output = command.output().map_err(|error| format!("`{program}` does not run: {error}"))?;
    if output.status.success() {
        return Ok(output);
    }
    let report = String::from_utf8_lossy(&output.stderr);
    Err(format!("`{program}` fails with {}:\n{report}", output.status))
}
