//! What stands in a cell: whatever it contains, it neither ends its cell nor its row.

use std::fmt::Write as _;

use super::{element, paragraph};
use crate::doc::Docs;

/// A text as it is; nothing in it means anything to Markdown.
pub fn push_text(cell: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '\n' | '\r' => cell.push(' '),
            c if c.is_ascii_punctuation() => cell.extend(['\\', c]),
            c => cell.push(c),
        }
    }
}

/// A code span of this text.
pub fn push_code(cell: &mut String, code: &str) {
    if !code.contains('`') {
        return push_span(cell, "`", code);
    }
    let runs = code.split(|c| c != '`').map(str::len);
    let fence = "`".repeat(runs.max().unwrap_or_default() + 1);
    push_span(cell, &fence, &format!(" {code} "));
}

/// A code span with what is between its fences. A pipe is escaped there as well, which a backslash is not: where a
/// backslash stands before a pipe, the span is HTML.
fn push_span(cell: &mut String, fence: &str, inside: &str) {
    if !inside.contains("\\|") {
        cell.push_str(fence);
        push_piped(cell, inside);
        return cell.push_str(fence);
    }
    let padded = inside.strip_prefix(' ').and_then(|rest| rest.strip_suffix(' '));
    let code = padded.filter(|code| !code.trim().is_empty()).unwrap_or(inside);
    cell.push_str("<code>");
    for c in code.chars() {
        if c.is_ascii_punctuation() {
            let _ = write!(cell, "&#{};", u32::from(c));
        } else {
            cell.push(c);
        }
    }
    cell.push_str("</code>");
}

fn push_piped(cell: &mut String, text: &str) {
    if text.contains('|') { cell.push_str(&text.replace('|', "\\|")) } else { cell.push_str(text) }
}

/// What is not the same in a cell as in a paragraph of its own.
const SPECIAL: [char; 6] = ['\\', '`', '|', '[', '<', '\r'];

/// A paragraph as its author wrote it; where his links are defined is read from his documentation.
pub fn push_markdown(cell: &mut String, paragraph: &str, docs: &Docs) {
    let links = definitions(docs);
    let mut open = Vec::new();
    let mut rest = paragraph;
    while let Some(at) = rest.find(SPECIAL) {
        let (before, special) = rest.split_at(at);
        cell.push_str(before);
        rest = match special.as_bytes().first() {
            Some(b'\\') => push_escape(cell, special),
            Some(b'`') => push_backticks(cell, special),
            Some(b'[') => push_bracket(cell, special, &links),
            Some(b'<') => push_angle(cell, special, &mut open),
            Some(b'|') => push_as(cell, special, "\\|"),
            _ => push_as(cell, special, " "),
        };
    }
    cell.push_str(rest);
}

/// Writes this in place of the first character.
fn push_as<'t>(cell: &mut String, text: &'t str, replacement: &str) -> &'t str {
    cell.push_str(replacement);
    let mut rest = text.chars();
    rest.next();
    rest.as_str()
}

/// A backslash, with the character that it escapes.
fn push_escape<'t>(cell: &mut String, text: &'t str) -> &'t str {
    let mut rest = text.chars();
    rest.next();
    cell.push('\\');
    match rest.clone().next() {
        Some(c) if c.is_ascii_punctuation() => push_as(cell, rest.as_str(), c.encode_utf8(&mut [0; 4])),
        _ => rest.as_str(),
    }
}

/// A code span, or backticks that open none (`CommonMark` §6.1).
fn push_backticks<'t>(cell: &mut String, text: &'t str) -> &'t str {
    let behind = text.trim_start_matches('`');
    let fence = text.strip_suffix(behind).unwrap_or_default();
    let mut end = behind;
    while let Some(at) = end.find('`') {
        let (_, closing) = end.split_at(at);
        end = closing.trim_start_matches('`');
        if closing.len() - end.len() == fence.len() {
            let inside = behind.strip_suffix(closing).unwrap_or_default();
            push_span(cell, fence, inside);
            return end;
        }
    }
    cell.push_str(&"\\`".repeat(fence.len()));
    behind
}

/// Where links lead that only have a name in the text. A table has no place for their definitions: those of two errors
/// may have the same name.
fn definitions(docs: &Docs) -> Vec<(&str, &str)> {
    let sections = docs.sections.iter().map(|(_, text)| text);
    let lines: Vec<_> =
        std::iter::once(&docs.description).chain(sections).flat_map(|text| text.lines()).collect();
    let next = lines.iter().skip(1).chain([&""]);
    let both = lines.iter().zip(next);
    both.filter_map(|(line, next)| {
        let (label, destination) = paragraph::definition(line)?;
        Some((label, if destination.is_empty() { next.trim() } else { destination }))
    })
    .collect()
}

/// `[text][label]`, `[label][]` and `[label]` with a definition become `[text](destination)`.
fn push_bracket<'t>(cell: &mut String, text: &'t str, links: &[(&str, &str)]) -> &'t str {
    if text.starts_with("[^") {
        // Footnotes are not part of the table.
        return push_as(cell, text, "\\[");
    }
    let labelled = links.iter().find_map(|(label, destination)| {
        let end = label.len() + 1;
        let is_label = text.get(1..end)?.eq_ignore_ascii_case(label);
        let behind = text.get(end..)?.strip_prefix(']').filter(|_| is_label)?;
        Some((text.get(..=end)?, *destination, behind))
    });
    let Some((label, destination, behind)) = labelled else { return push_as(cell, text, "[") };
    if cell.ends_with(']') {
        // The text of the link is written already.
    } else if behind.starts_with('(') || behind.starts_with('[') && !behind.starts_with("[]") {
        return push_as(cell, text, "[");
    } else {
        push_piped(cell, label);
    }
    let (address, title) = destination.split_once(' ').unwrap_or((destination, ""));
    let address = if address.contains(['(', ')']) && !address.starts_with('<') {
        format!("<{address}>")
    } else {
        address.to_owned()
    };
    cell.push('(');
    push_piped(cell, &address);
    cell.push(' ');
    push_piped(cell, title);
    cell.push(')');
    behind.strip_prefix("[]").unwrap_or(behind)
}

/// An element stays if it is whole in this text, else it is text.
fn push_angle<'t>(cell: &mut String, text: &'t str, open: &mut Vec<&'t str>) -> &'t str {
    let closed = element::closed(text).and_then(|name| open.iter().rposition(|open| *open == name));
    if closed.is_none() && !element::is_whole(text) {
        return push_as(cell, text, "\\<");
    }
    let end = if text.starts_with("<!--") { "-->" } else { ">" };
    let Some((inside, rest)) = text.split_once(end) else { return push_as(cell, text, "\\<") };
    match closed {
        Some(place) => open.truncate(place),
        None => open.extend(inside.get(1..).map(element::name)),
    }
    // A backslash would be part of an address, where a pipe is none of the characters of RFC 3986.
    let pipe = if element::is_address(inside) { "%7C" } else { "&#124;" };
    cell.push_str(&inside.replace('|', pipe));
    cell.push_str(end);
    rest
}
