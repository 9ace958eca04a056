//! What a measurement comes to: text for a page of results, and what must hold.

use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

/// A part of a page of results.
pub(crate) struct Section {
    pub(crate) markdown: String,
    pub(crate) goals: Vec<Goal>,
}

/// A ratio that must not be above its limit.
pub(crate) struct Goal {
    pub(crate) what: String,
    pub(crate) measured: f64,
    pub(crate) limit: f64,
}

impl Goal {
    fn is_reached(&self) -> bool {
        self.measured <= self.limit
    }
}

/// Prints all goals and says whether all are reached.
pub(crate) fn print(sections: &[Section]) -> bool {
    print!("{}", goals(sections));
    sections.iter().flat_map(|section| &section.goals).all(Goal::is_reached)
}

fn goals(sections: &[Section]) -> String {
    let mut text = String::from("| what must hold | measured | at most | |\n| --- | ---: | ---: | --- |\n");
    for goal in sections.iter().flat_map(|section| &section.goals) {
        let reached = if goal.is_reached() { "yes" } else { "**no**" };
        // Writing to a `String` cannot fail.
        let _ = writeln!(text, "| {} | {:.2} | {} | {reached} |", goal.what, goal.measured, goal.limit);
    }
    text
}

/// Writes a page of results, whole or not at all.
pub(crate) fn write(name: &str, command: &str, sections: &[Section]) -> Result<(), String> {
    let mut text = format!(
        "# Results\n\nWritten by `{command}`; all in one run, on {}.\n\n{}",
        machine(),
        goals(sections)
    );
    for section in sections {
        let _ = write!(text, "\n{}", section.markdown);
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    let new = path.with_extension("new");
    std::fs::write(&new, text)
        .and_then(|()| std::fs::rename(&new, &path))
        .map_err(|error| format!("{name} cannot be written: {error}"))
}

/// The kind of machine and the versions of what measures.
fn machine() -> String {
    let cpu = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = cpu.lines().find_map(|line| line.strip_prefix("model name")).unwrap_or_default();
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    let version = |program: &str| {
        let output = Command::new(program).arg("--version").output();
        output.map_or_else(
            |_| program.to_owned(),
            |output| String::from_utf8_lossy(&output.stdout).trim().to_owned(),
        )
    };
    let (rustc, valgrind) = (version("rustc"), version("valgrind"));
    format!(
        "{cores} cores of {}, {}, {rustc}, {valgrind}",
        model.trim_matches([' ', '\t', ':']),
        std::env::consts::OS
    )
}
