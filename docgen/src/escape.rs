//! What templates print, made safe for the place it lands in.

/// Text for a cell of a Markdown table (GitHub Flavored Markdown §4.10).
///
/// `|` would end the cell, a line break the row; a backslash would escape what follows it, but not in a code span.
pub(crate) fn markdown_cell(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if let Some(span) = code_span(rest) {
            out.push_str(&span.replace('|', "\\|").replace('\n', " "));
            rest = rest.get(span.len()..).unwrap_or_default();
            continue;
        }
        let backticks = rest.len() - rest.trim_start_matches('`').len();
        match c {
            '`' => out.push_str(rest.get(..backticks).unwrap_or_default()),
            '|' => out.push_str("\\|"),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("<br>"),
            '\r' => {}
            _ => out.push(c),
        }
        rest = rest.get(backticks.max(c.len_utf8())..).unwrap_or_default();
    }
    out
}

/// The code span that the text begins with: as many backticks at its end as at its start (`CommonMark` §6.1).
fn code_span(text: &str) -> Option<&str> {
    let inside = text.trim_start_matches('`');
    let fence = text.len() - inside.len();
    if fence == 0 {
        return None;
    }
    let mut at = fence;
    while let Some(next) = text.get(at..)?.find('`') {
        let run = text.get(at + next..)?;
        let length = run.len() - run.trim_start_matches('`').len();
        at += next + length;
        if length == fence {
            return text.get(..at);
        }
    }
    None
}

/// A paragraph of Markdown on one line each: a line break inside one is a blank, where a list or a hard break follows it stays.
pub(crate) fn unwrap_lines(markdown: &str) -> String {
    let mut out = String::with_capacity(markdown.len());
    for line in markdown.lines() {
        let hard = out.ends_with("  ") || out.ends_with('\\') || out.ends_with('\n');
        let text = line.trim_start();
        if !out.is_empty() {
            out.truncate(out.trim_end_matches([' ', '\\']).len());
            out.push(if hard || text.is_empty() || begins_block(text) { '\n' } else { ' ' });
        }
        out.push_str(text);
    }
    out
}

/// Whether a line begins a list item, a quotation, a heading, a table row or a code block.
fn begins_block(line: &str) -> bool {
    let marker = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = marker.len() < line.len() && (marker.starts_with(". ") || marker.starts_with(") "));
    numbered || ["- ", "* ", "+ ", "> ", "#", "|", "```", "~~~"].iter().any(|start| line.starts_with(start))
}
