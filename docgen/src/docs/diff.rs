//! A file that is out of date as a unified diff, with what one cannot see made visible.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::time::Duration;

use similar::{ChangeTag, TextDiff};

use super::Stale;

/// The difference, with no more than so many lines below its head.
pub(super) fn unified(stale: &Stale, longest: usize) -> String {
    let old = stale.old.as_deref().map(String::from_utf8_lossy).unwrap_or_default();
    let from = if stale.old.is_some() { format!("a/{}", stale.path) } else { "/dev/null".to_owned() };
    let mut out = format!("--- {from}\n+++ b/{}\n", stale.path);
    let lines = lines(&old, &stale.new);
    for line in lines.iter().take(longest) {
        out.push_str(line);
        out.push('\n');
    }
    if lines.len() > longest {
        let more = lines.len() - longest;
        let _ = writeln!(out, "… and {more} more {}", if more == 1 { "line" } else { "lines" });
    }
    out
}

/// The hunks, line by line.
fn lines(old: &str, new: &str) -> Vec<String> {
    let show_returns = !(is_crlf(old) && is_crlf(new));
    // Two long texts that have nothing in common are not worth a minute.
    let diff = TextDiff::configure().timeout(Duration::from_secs(2)).diff_lines(old, new);
    let mut lines = Vec::new();
    for hunk in diff.unified_diff().context_radius(3).iter_hunks() {
        lines.push(hunk.header().to_string());
        for change in hunk.iter_changes() {
            let text = change.value().trim_end_matches('\n');
            let text = text.strip_suffix('\r').filter(|_| !show_returns).unwrap_or(text);
            let is_changed = change.tag() != ChangeTag::Equal;
            lines.push(format!("{}{}", change.tag(), visible(text, is_changed)));
            if change.missing_newline() {
                lines.push("\\ No newline at end of file".to_owned());
            }
        }
    }
    lines
}

/// Whether every line ends with `\r\n`: then nobody needs to see it.
fn is_crlf(text: &str) -> bool {
    text.split_inclusive('\n').all(|line| line.ends_with("\r\n") || !line.ends_with('\n'))
}

/// A line with its control characters written out, which a terminal would obey; in a changed line, blanks at the end
/// and blanks that are not the usual one too.
fn visible(line: &str, is_changed: bool) -> Cow<'_, str> {
    let end = if is_changed { line.trim_end().len() } else { line.len() };
    let is_hidden = |at: usize, c: char| match c {
        '\t' | ' ' => at >= end,
        _ => c.is_control() || (is_changed && is_unusual(c)),
    };
    if !line.char_indices().any(|(at, c)| is_hidden(at, c)) {
        return Cow::Borrowed(line);
    }
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
    Cow::Owned(out)
}

/// Blanks of other widths or none, and what turns the direction of writing; emoji need the joiner, so it stays.
fn is_unusual(c: char) -> bool {
    (c.is_whitespace() && c != ' ')
        || matches!(c, '\u{ad}' | '\u{200b}' | '\u{200c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}
