//! The numbers of one contender, each above those of an empty crate with the same dependencies where that has any.
//! What is measured at one size only is measured at the usual one.

use std::process::Command;

use super::command::output;
use super::project::Project;
use super::{Contender, ENUMS, SIZES, USUAL};

pub(super) struct Measured {
    pub(super) name: &'static str,
    /// For each size: instructions of a check, CPU seconds of a check and of a build.
    pub(super) instructions: Vec<f64>,
    pub(super) check: Vec<f64>,
    pub(super) build: Vec<f64>,
    /// Seconds that the macros run.
    pub(super) expansion: f64,
    /// What the macros and the hand add to the enums: lines, and bytes without indentation.
    pub(super) lines: f64,
    pub(super) bytes: f64,
    /// Lines of functions in LLVM's language.
    pub(super) llvm: f64,
    /// Bytes of an optimized object: machine code, and constants.
    pub(super) code: f64,
    pub(super) constants: f64,
    /// CPU seconds of a build of the dependencies, and how many there are.
    pub(super) clean_build: f64,
    pub(super) dependencies: f64,
}

/// Builds the dependencies of a contender and measures it at every size.
pub(super) fn measure(contender: &Contender) -> Result<Measured, String> {
    let name = contender.name;
    eprintln!("{name}: the dependencies");
    let project = Project::new(name, &contender.dependencies)?;
    let empty = costs(&project)?;
    let empty_expansion = project.check.expansion()?;
    let mut costs_by_size = Vec::new();
    for size in SIZES {
        if !contender.has(size) {
            costs_by_size.push([f64::NAN; 3]);
            continue;
        }
        eprintln!("{name}: {ENUMS} enums of {size} variants");
        project.write(&(contender.source)(ENUMS, size))?;
        costs_by_size.push(costs(&project).map_err(|message| format!("{name}: {message}"))?);
    }
    let by_size = |place: usize| costs_by_size.iter().map(|costs| costs[place] - empty[place]).collect();
    project.write(&(contender.source)(ENUMS, SIZES[USUAL]))?;
    let (lines, bytes) = added(&project.check.expanded()?);
    let (code, constants) = object(&project)?;
    Ok(Measured {
        name,
        instructions: by_size(0),
        check: by_size(1),
        build: by_size(2),
        expansion: project.check.expansion()? - empty_expansion,
        lines: number(lines),
        bytes: number(bytes),
        llvm: number(llvm_lines(&project)?),
        code,
        constants,
        clean_build: project.clean_build,
        dependencies: number(project.dependencies),
    })
}

/// Instructions of a check, CPU seconds of a check and of a build.
fn costs(project: &Project) -> Result<[f64; 3], String> {
    let Project { check, build, .. } = project;
    Ok([check.instructions()?, check.seconds()?, build.seconds()?])
}

/// Exact for whatever is counted here.
fn number(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::INFINITY, f64::from)
}

/// The lines of the expanded crate outside of the enums and their `Debug`, which every contender has, and their bytes.
///
/// rustc prints each item from a line at the margin to a closing brace at the margin, its attributes and docs above
/// it at the margin too; the attributes of variants (`#[api]`, `#[error]`) stay within the enum and go with it.
fn added(expanded: &str) -> (usize, usize) {
    let (mut added, mut attributes, mut skipping) = (Vec::new(), Vec::new(), false);
    for line in expanded.lines().filter(|line| !line.trim().is_empty()) {
        if skipping {
            skipping = line != "}";
        } else if line.starts_with("#[") || line.starts_with("///") {
            attributes.push(line);
        } else if line.starts_with("pub enum ") || line.starts_with("impl ::core::fmt::Debug for ") {
            attributes.clear();
            skipping = true;
        } else {
            added.append(&mut attributes);
            added.push(line);
        }
    }
    (added.len(), added.iter().map(|line| line.trim().len()).sum())
}

/// From each `define` to its closing brace, without the debug information that follows them.
fn llvm_lines(project: &Project) -> Result<usize, String> {
    let file = project.file("things.ll");
    project.build.emit("llvm-ir", &[], &file)?;
    let text = std::fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
    let (mut lines, mut inside) = (0, false);
    for line in text.lines() {
        inside |= line.starts_with("define ");
        lines += usize::from(inside);
        inside &= line != "}";
    }
    Ok(lines)
}

/// The bytes of machine code and of constants in an optimized object.
pub(super) fn object(project: &Project) -> Result<(f64, f64), String> {
    // As in a release build, except that the dependencies are those of a debug build: what little is inlined from
    // them may differ.
    let release = ["-C", "opt-level=3", "-C", "debuginfo=0", "-C", "debug-assertions=off"];
    let file = project.file("things.o");
    project.build.emit("obj", &release, &file)?;
    let report = output(Command::new("size").arg("-A").arg(&file))
        .map_err(|message| format!("{message}\n(`size` is one of the binutils)"))?;
    let report = String::from_utf8_lossy(&report.stdout);
    let bytes = |names: &[&str]| -> f64 {
        let mut bytes = 0.0;
        for line in report.lines() {
            let mut words = line.split_whitespace();
            let (name, size) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
            if names.iter().any(|start| name.starts_with(start)) {
                bytes += size.parse().unwrap_or(0.0);
            }
        }
        bytes
    };
    Ok((bytes(&[".text"]), bytes(&[".rodata", ".data"])))
}
