//! Monospaced text, and blocks that are taken word for word.

use super::text::escape;
use crate::format::fence;
use crate::format::spot::{Spot, Within};

/// Text in monospace of its own; nothing if there is nothing in it.
pub(super) fn span(content: &str, spot: &Spot) -> String {
    if content.is_empty() {
        return String::new();
    }
    let (before, after) = (Some('`'), Some('`'));
    let inside = Spot { before, after, is_value: true, within: Within::Code, ..Spot::default() };
    let sign = if stands_free(spot) { "`" } else { "``" };
    [sign, &escape(content, &inside), sign].concat()
}

/// Whether a single sign on each side makes markup here.
pub(super) fn stands_free(spot: &Spot) -> bool {
    spot.before.is_none_or(|c| c == ' ' || c == '\n' || matches!(c, '(' | '-' | '/' | ','))
        && spot.after.is_none_or(|c| {
            c.is_whitespace() || matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | ')' | '-' | '/')
        })
}

/// A block that is taken word for word, between the lines that say so.
pub(super) fn block(text: &str, language: &str, in_cell: bool) -> String {
    let mut options = if language.is_empty() { Vec::new() } else { vec!["source", language] };
    // A line of a table that begins with these is a comment, and the backslash in front of a directive is not shown.
    let is_read =
        |line: &str| (in_cell && line.starts_with("//")) || line.strip_prefix('\\').is_some_and(is_directive);
    let is_indented = text.lines().any(is_read);
    let mut text = if is_indented { without_callouts(text) } else { verbatim(text, true) };
    if is_indented {
        text = format!(" {}", text.replace('\n', "\n "));
        options.extend(if language.is_empty() { vec!["listing", "indent=0"] } else { vec!["indent=0"] });
    }
    if in_cell {
        text = text.replace('|', "\\|");
    }
    let fence = fence('-', 4, &text);
    let options = if options.is_empty() { String::new() } else { format!("[{}]\n", options.join(",")) };
    format!("{options}{fence}\n{text}\n{fence}")
}

/// Text of such a block: only directives of the preprocessor and callouts are read there, and a backslash keeps them. Whether the first
/// line begins one of the page.
pub(super) fn verbatim(text: &str, begins_line: bool) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, line) in without_callouts(text).split('\n').enumerate() {
        out.push_str(if at > 0 { "\n" } else { "" });
        out.push_str(if (at > 0 || begins_line) && is_directive(line) { "\\" } else { "" });
        out.push_str(line);
    }
    out
}

pub(super) fn is_directive(line: &str) -> bool {
    let name = ["include::", "ifdef::", "ifndef::", "ifeval::", "endif::"]
        .iter()
        .find(|name| line.starts_with(**name));
    name.is_some() && line.contains('[') && line.trim_end().ends_with(']')
}

/// The text without `<1>` at the end of a line, also several of them.
fn without_callouts(text: &str) -> String {
    let line = |line: &str| {
        let mut out = line.to_owned();
        let mut at = line.trim_end().len();
        while let Some(start) = callout(line.get(..at).unwrap_or_default()) {
            out.insert(start, '\\');
            at = line.get(..start).unwrap_or_default().trim_end_matches(' ').len();
        }
        out
    };
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

/// Where the callout begins that a line ends with.
fn callout(line: &str) -> Option<usize> {
    let inside = line.strip_suffix('>')?;
    let (inside, dashes) = inside.strip_suffix("--").map_or((inside, ""), |inside| (inside, "--"));
    let number = inside.trim_end_matches(|c: char| c.is_ascii_digit());
    let number = if number.len() == inside.len() { inside.strip_suffix('.')? } else { number };
    let open = number.strip_suffix(dashes)?;
    Some(open.strip_suffix('!').unwrap_or(open).strip_suffix('<')?.len())
}
