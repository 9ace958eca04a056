//! Code spans and code blocks (`CommonMark` §6.1, §4.5), which know no escapes: their fences are made long enough.

use super::around::Around;
use super::fill::literal;
use super::place::Inline;
use super::{Flavour, text};
use crate::template::{Piece, indented};

/// A code span behind this on its line; nothing if there is nothing in it.
pub(super) fn span(content: &str, in_cell: bool, before: &str, flavour: Flavour) -> String {
    if content.is_empty() {
        return String::new();
    }
    if !flavour.is_code(content, in_cell) || !is_exact(content, in_cell, before) {
        return element(content, in_cell, flavour);
    }
    let is_free = |length: &usize| !content.contains('`') || runs(content, '`').all(|run| run != *length);
    // There are fewer lengths of runs than characters.
    let fence = "`".repeat((1..content.len() + 2).find(is_free).unwrap_or(1));
    let blank = if content.starts_with('`') || content.ends_with('`') { " " } else { "" };
    let content = if in_cell { content.replace('|', "\\|") } else { content.to_owned() };
    format!("{fence}{blank}{content}{blank}{fence}")
}

/// Whether a code span says exactly this: it has no line breaks, and loses blanks at its ends. Behind a `[`, `]:` would end the
/// label of a definition, even in code.
fn is_exact(content: &str, in_cell: bool, before: &str) -> bool {
    let ends_label = before.contains('[') && content.contains("]:");
    let ends_cell = in_cell && (content.contains("\\|") || content.ends_with('\\'));
    let loses_blanks = content.starts_with(' ') || content.ends_with(' ') || content.contains('\n');
    !ends_label && !ends_cell && !loses_blanks
}

/// Code in an element, which can say everything.
pub(super) fn element(content: &str, in_cell: bool, flavour: Flavour) -> String {
    if content.is_empty() {
        return String::new();
    }
    let inline = if in_cell { Inline::Cell { indentation: None } } else { Inline::within_line() };
    let (before, after) = ("<code>", Some('<'));
    let around = Around { before, after, is_value: true, is_marked: true, ..Around::at(&inline) };
    let attribute = flavour.code_attribute(content);
    let written = text::escape(content, around, flavour);
    // The attribute is that of the element.
    let (open, close) = flavour.shield(content);
    let written =
        written.strip_prefix(open).and_then(|inside| inside.strip_suffix(close)).unwrap_or(&written);
    format!("<code{attribute}>{written}</code>")
}

/// A code span of the author's with values in its holes. Its fence stays if it can.
pub(super) fn filled_span<'p>(
    author: &str,
    content: &str,
    values: &mut impl Iterator<Item = Piece<'p>>,
    in_cell: bool,
    before: &str,
    flavour: Flavour,
) -> String {
    let length = author.len() - author.trim_start_matches('`').len();
    let inside = author.get(length..author.len() - length).unwrap_or_default();
    let filled = literal(content, values);
    let is_free = !runs(&filled, '`').any(|run| run == length);
    if filled.is_empty()
        || !flavour.is_code(&filled, in_cell)
        || !is_free
        || !is_exact(&filled, in_cell, before)
        || filled.starts_with('`')
        || filled.ends_with('`')
    {
        return span(&filled, in_cell, before, flavour);
    }
    let (fence, blank) = ("`".repeat(length), if inside.len() > content.len() { " " } else { "" });
    let filled = if in_cell { filled.replace('|', "\\|") } else { filled };
    format!("{fence}{blank}{filled}{blank}{fence}")
}

/// A block of code between fences.
pub(super) fn fenced(info: &str, code: &str) -> String {
    let sign = if info.contains('`') { '~' } else { '`' };
    let fence = fence(sign, 3, code);
    let info = info.replace('\\', "\\\\").replace('&', "&amp;");
    format!("{fence}{}\n{code}{}{fence}", info.trim(), if code.is_empty() { "" } else { "\n" })
}

/// A fence of at least this length for a block with this text.
fn fence(sign: char, least: usize, text: &str) -> String {
    let longest = runs(text, sign).max().unwrap_or_default();
    sign.to_string().repeat(least.max(longest + 1))
}

/// How many of a character stand in a row, wherever they do.
fn runs(text: &str, c: char) -> impl Iterator<Item = usize> {
    text.split(move |other| other != c).map(str::len)
}

/// A value in code by indentation, its further lines behind this. A break at its end counts if there is code behind it.
pub(super) fn lines(value: &str, prefix: &str, after: Option<char>) -> String {
    let mut lines = indented(value.strip_suffix('\n').unwrap_or(value), prefix);
    if value.ends_with('\n') && !matches!(after, None | Some('\n' | '\r')) {
        lines.extend(["\n", prefix]);
    }
    lines
}

/// A fenced block of the author's with values in its holes. They keep to its indentation, and its fence grows if they have one like it.
pub(super) fn block<'p>(block: &str, values: &mut impl Iterator<Item = Piece<'p>>) -> String {
    let fence = block.chars().next().unwrap_or('`');
    let length = block.len() - block.trim_start_matches(fence).len();
    let mut lines = block.split_inclusive('\n');
    let opening = literal(lines.next().unwrap_or_default(), values);
    let (mut inside, mut longest) = (String::new(), 0);
    for line in lines {
        let indentation = line.len() - line.trim_start_matches([' ', '>', '\t']).len();
        let indentation = line.get(..indentation).unwrap_or_default();
        let is_author = !line.contains(super::place::HOLE);
        let filled = indented(&literal(line, values), indentation);
        if !is_author {
            longest = longest.max(runs(&filled, fence).max().unwrap_or_default());
        }
        inside.push_str(&filled);
        if line.ends_with('\n') && !inside.ends_with('\n') {
            inside.push('\n');
        }
    }
    let more = if longest < length { 0 } else { longest + 1 - length };
    let more = fence.to_string().repeat(more);
    let closing = inside.trim_end().len();
    let (inside, behind) = inside.split_at(closing);
    let is_closed = inside.ends_with(&fence.to_string().repeat(length));
    format!("{more}{opening}{inside}{}{behind}", if is_closed { more.as_str() } else { "" })
}
