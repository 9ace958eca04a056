//! Code spans and code blocks (`CommonMark` §6.1, §4.5), which know no escapes: their fences are made long enough.

use super::fill::literal;
use super::{Flavour, text};
use crate::ast::HOLE;
use crate::format::{Place, Position, fence, runs};
use crate::template::{Piece, indented};

/// A code span; nothing if there is nothing in it. One of the author's keeps the length of its fence and the blank inside if it can.
pub(super) fn span(
    content: &str,
    author: Option<(usize, &str)>,
    around: Position<'_>,
    flavour: Flavour,
) -> String {
    let is_apart = author.is_some() || !around.touches_code();
    if content.is_empty()
        || !is_apart
        || !flavour.is_code(content, around.is_cell())
        || !is_exact(content, around)
    {
        return element(content, around, flavour);
    }
    let has_signs = content.contains('`');
    let is_free = |length: &usize| !has_signs || runs(content, '`').all(|run| run != *length);
    let has_fence = content.starts_with('`') || content.ends_with('`');
    let author = author.filter(|(length, _)| is_free(length) && !has_fence);
    let (length, blank) = author.unwrap_or_else(|| {
        // There are fewer lengths of runs than characters.
        ((1..content.len() + 2).find(is_free).unwrap_or(1), if has_fence { " " } else { "" })
    });
    let fence = "`".repeat(length);
    let escaped = (around.is_cell() && content.contains('|')).then(|| content.replace('|', "\\|"));
    [&fence, blank, escaped.as_deref().unwrap_or(content), blank, &fence].concat()
}

/// Whether a code span says exactly this: it has no line breaks, and loses blanks at its ends. Behind a `[`, `]:` would end the
/// label of a definition, even in code.
fn is_exact(content: &str, around: Position<'_>) -> bool {
    let ends_label = around.before.contains('[') && content.contains("]:");
    let ends_cell = around.is_cell() && (content.contains("\\|") || content.ends_with('\\'));
    let loses_blanks = content.starts_with(' ') || content.ends_with(' ') || content.contains('\n');
    !ends_label && !ends_cell && !loses_blanks
}

/// Code in an element, which can say everything.
fn element(content: &str, around: Position<'_>, flavour: Flavour) -> String {
    if content.is_empty() {
        return String::new();
    }
    let place = if around.is_cell() { Place::Cell } else { Place::Paragraph };
    let around =
        Position { place, start: None, before: "<code>", after: Some('<'), is_value: true, is_marked: true };
    let attribute = flavour.code_attribute(content);
    let written = text::escape(content, around, flavour);
    // The attribute is that of the element.
    let (open, close) = flavour.shield(content);
    let written =
        written.strip_prefix(open).and_then(|inside| inside.strip_suffix(close)).unwrap_or(&written);
    format!("<code{attribute}>{written}</code>")
}

/// A block of code between fences.
pub(super) fn fenced(info: &str, code: &str) -> String {
    let sign = if info.contains('`') { '~' } else { '`' };
    let fence = fence(sign, 3, code);
    let info = info.replace('\\', "\\\\").replace('&', "&amp;");
    format!("{fence}{}\n{code}{}{fence}", info.trim(), if code.is_empty() { "" } else { "\n" })
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
        let is_author = !line.contains(HOLE);
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
