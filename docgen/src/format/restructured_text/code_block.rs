//! Blocks of code.

use crate::template::indented;

/// The languages that a highlighter is sure to know; of others docutils would complain.
const LANGUAGES: [&str; 29] = [
    "bash",
    "c",
    "console",
    "cpp",
    "css",
    "diff",
    "go",
    "graphql",
    "html",
    "http",
    "ini",
    "java",
    "javascript",
    "js",
    "json",
    "kotlin",
    "php",
    "python",
    "ruby",
    "rust",
    "sh",
    "shell",
    "sql",
    "swift",
    "toml",
    "ts",
    "typescript",
    "xml",
    "yaml",
];

pub(super) fn write(language: &str, text: &str) -> String {
    let text = text.replace(super::text::is_break, "\n");
    let text = text.trim_matches('\n').trim_end();
    if text.trim().is_empty() {
        return String::new();
    }
    let directive = match language {
        known if LANGUAGES.contains(&known) => format!(".. code-block:: {known}"),
        _ => "::".to_owned(),
    };
    format!("{directive}\n\n   {}", indented(text, "   "))
}
