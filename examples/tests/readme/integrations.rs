//! The table of integrations in README.md, from their manifests.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// The published crates, with their descriptions.
pub fn table(root: &str) -> String {
    let folders = fs::read_dir(format!("{root}integrations")).unwrap().map(|entry| entry.unwrap().path());
    let mut crates: Vec<(String, String)> = folders.filter_map(|folder| row(&folder)).collect();
    crates.sort();
    let mut table = "| crate | contents |\n| --- | --- |\n".to_owned();
    for (folder, description) in crates {
        writeln!(table, "| [`errbook-{folder}`](integrations/{folder}) | {description} |").unwrap();
    }
    table
}

fn row(folder: &Path) -> Option<(String, String)> {
    let manifest = fs::read_to_string(folder.join("Cargo.toml")).ok()?;
    let is_published = !manifest.contains("publish = false");
    let description =
        manifest.lines().find_map(|line| line.strip_prefix("description = \"")?.strip_suffix('"'))?;
    let name = folder.file_name()?.to_str()?;
    is_published.then(|| (name.to_owned(), description.to_owned()))
}
