//! A file that is out of date, and its unified diff with invisible characters made visible.

use std::fmt::{self, Write as _};
use std::path::PathBuf;
use std::time::Duration;

use errbook_contract::__private::is_control;
use similar::{ChangeTag, TextDiff};

use crate::error::visible;

/// A file that is out of date. [`Display`](fmt::Display) writes a unified diff.
#[derive(Debug, Clone)]
pub struct Outdated {
    pub(super) file: PathBuf,
    pub(super) path: String,
    pub(super) old: Option<Vec<u8>>,
    pub(super) new: String,
}

impl Outdated {
    /// The path, as given to [`Docs`](crate::Docs).
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The content of the file, which may be invalid UTF-8; `None` if the file does not exist.
    pub fn old_content(&self) -> Option<&[u8]> {
        self.old.as_deref()
    }

    /// The generated content.
    pub fn new_content(&self) -> &str {
        &self.new
    }

    /// The diff, with at most `longest` lines below its header.
    pub(super) fn diff(&self, longest: usize) -> String {
        let path = visible(&self.path);
        let old = self.old.as_deref().map(String::from_utf8_lossy).unwrap_or_default();
        let from = if self.old.is_some() { format!("a/{path}") } else { "/dev/null".to_owned() };
        let lines = lines(&old, &self.new);
        let mut out = format!("--- {from}\n+++ b/{path}\n");
        lines.iter().take(longest).for_each(|line| out.extend([line, "\n"]));
        let more = lines.len().saturating_sub(longest);
        if more > 0 {
            let _ = writeln!(out, "… and {more} more {}", if more == 1 { "line" } else { "lines" });
        }
        out
    }
}

impl fmt::Display for Outdated {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.diff(usize::MAX))
    }
}

/// The hunks, line by line.
fn lines(old: &str, new: &str) -> Vec<String> {
    let show_returns = !(is_crlf(old) && is_crlf(new));
    // Two long texts without common lines would take a minute.
    let diff = TextDiff::configure().timeout(Duration::from_secs(2)).diff_lines(old, new);
    let mut lines = Vec::new();
    for hunk in diff.unified_diff().context_radius(3).iter_hunks() {
        lines.push(hunk.header().to_string());
        for change in hunk.iter_changes() {
            let text = change.value().trim_end_matches('\n');
            let text = text.strip_suffix('\r').filter(|_| !show_returns).unwrap_or(text);
            let is_changed = change.tag() != ChangeTag::Equal;
            lines.push(format!("{}{}", change.tag(), shown(text, is_changed)));
            if change.missing_newline() {
                lines.push("\\ No newline at end of file".to_owned());
            }
        }
    }
    lines
}

/// Whether every line ends with `\r\n`, which is not shown then.
fn is_crlf(text: &str) -> bool {
    text.split_inclusive('\n').all(|line| line.ends_with("\r\n") || !line.ends_with('\n'))
}

/// A line with its control characters escaped, which a terminal would interpret. In a changed line, trailing spaces and unusual
/// spaces are escaped too.
fn shown(line: &str, is_changed: bool) -> String {
    let end = if is_changed { line.trim_end().len() } else { line.len() };
    let is_hidden = |at: usize, c: char| match c {
        '\t' | ' ' => at >= end,
        _ => is_control(c) || (is_changed && is_unusual(c)),
    };
    let mut out = String::with_capacity(line.len());
    for (at, c) in line.char_indices() {
        match c {
            _ if !is_hidden(at, c) => out.push(c),
            ' ' => out.push('·'),
            '\t' => out.push('→'),
            '\r' => out.push('␍'),
            _ => out.extend(c.escape_unicode()),
        }
    }
    out
}

/// Unusual spaces and invisible characters. The joiner stays, because emoji need it.
fn is_unusual(c: char) -> bool {
    (c.is_whitespace() && c != ' ')
        || matches!(c, '\u{ad}' | '\u{200b}' | '\u{200c}' | '\u{2060}' | '\u{feff}')
}
