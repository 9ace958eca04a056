//! Monospaced text, and blocks that are taken word for word.

use std::collections::BTreeSet;

use super::text::{Origin, Spot, Table, escape};

/// Text in monospace of its own; nothing if there is nothing in it.
pub(super) fn span(content: &str, spot: &Spot) -> String {
    if content.is_empty() {
        return String::new();
    }
    let inside = Spot {
        before: Some('`'),
        after: Some('`'),
        begins_line: false,
        on_one_line: true,
        origin: Origin::Value,
        ..*spot
    };
    let written = escape(content, &inside);
    let is_free = stands_free(spot);
    let is_literal = is_free
        && written != content
        && spot.table != Table::Inner
        && !spot.in_brackets
        && !content.contains(['[', '\t'])
        && may_pass(content);
    match (is_free, is_literal) {
        (_, true) if spot.table == Table::Cell => format!("`+{}+`", content.replace('|', "\\|")),
        (_, true) => format!("`+{content}+`"),
        (true, false) => format!("`{written}`"),
        (false, false) => format!("``{written}``"),
    }
}

/// Whether a passthrough can hold the text: nothing in it ends that, or the term of a list that it is in.
pub(super) fn may_pass(text: &str) -> bool {
    let ends_term = [":: ", "::\t", ";; ", ";;\t"].iter().any(|end| text.contains(end));
    !text.contains(['+', '\n', '`', '\\'])
        && !text.contains("$$")
        && !text.contains("pass:")
        && text.trim() == text
        && !ends_term
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
    // A line of a table that begins with these is a comment.
    let is_indented = in_cell && text.lines().any(|line| line.starts_with("//"));
    let mut text = verbatim(text, Lines { at_start: !is_indented, below_at_start: !is_indented, ends: true });
    if is_indented {
        text = format!(" {}", text.replace('\n', "\n "));
        options.extend(if language.is_empty() { vec!["listing", "indent=0"] } else { vec!["indent=0"] });
    }
    if in_cell {
        text = text.replace('|', "\\|");
    }
    let fence = fence(&text, '-', 4);
    let options = if options.is_empty() { String::new() } else { format!("[{}]\n", options.join(",")) };
    format!("{options}{fence}\n{text}\n{fence}")
}

/// Whether the lines of a text are lines of the page.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lines {
    pub(super) at_start: bool,
    pub(super) below_at_start: bool,
    pub(super) ends: bool,
}

/// A line of this character, of at least this length, that is no line of the text.
pub(super) fn fence(text: &str, c: char, length: usize) -> String {
    let is_fence = |line: &&str| line.len() >= length && line.chars().all(|other| other == c);
    let lengths: BTreeSet<usize> = text.lines().map(str::trim_end).filter(is_fence).map(str::len).collect();
    let free = lengths.iter().fold(length, |free, taken| if free == *taken { free + 1 } else { free });
    c.to_string().repeat(free)
}

/// Text of such a block: only directives of the preprocessor and callouts are read there, and a backslash keeps them.
pub(super) fn verbatim(text: &str, of_page: Lines) -> String {
    let mut out = String::with_capacity(text.len());
    let mut lines = text.split('\n').peekable();
    let mut begins = of_page.at_start;
    while let Some(line) = lines.next() {
        if begins && is_directive(line) {
            out.push('\\');
        }
        let is_whole = lines.peek().is_some() || of_page.ends;
        begins = of_page.below_at_start;
        out.push_str(&without_callouts(line, is_whole));
        out.push_str(if lines.peek().is_some() { "\n" } else { "" });
    }
    out
}

fn is_directive(line: &str) -> bool {
    let name = ["include::", "ifdef::", "ifndef::", "ifeval::", "endif::"]
        .iter()
        .find(|name| line.starts_with(**name));
    name.is_some() && line.contains('[') && line.trim_end().ends_with(']')
}

/// `<1>` at the end of a line, also several of them.
fn without_callouts(line: &str, is_whole: bool) -> String {
    let mut at = line.trim_end().len();
    let mut starts = Vec::new();
    while let Some(start) = is_whole.then(|| callout(line.get(..at).unwrap_or_default())).flatten() {
        starts.push(start);
        at = line.get(..start).unwrap_or_default().trim_end_matches(' ').len();
    }
    let mut out = String::with_capacity(line.len() + starts.len());
    let mut from = 0;
    for start in starts.into_iter().rev() {
        out.push_str(line.get(from..start).unwrap_or_default());
        out.push('\\');
        from = start;
    }
    out.push_str(line.get(from..).unwrap_or_default());
    out
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
