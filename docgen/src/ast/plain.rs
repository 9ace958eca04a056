//! The tree without its markup.

use super::Inline;
use super::html::text_of;
use super::inlines::BLANKS;

/// The text of inline markup. A line break is `\n`.
///
/// # Examples
///
/// ```
/// use errbook_docgen::ast::{Inline, plain};
///
/// let content = [Inline::Text("see ".to_owned()), Inline::Strong(vec![Inline::Code("x".to_owned())])];
/// assert_eq!(plain(&content), "see x");
/// ```
pub fn plain(inlines: &[Inline]) -> String {
    let mut out = String::new();
    collect(inlines, &mut out);
    out
}

/// Adds the text of inline markup.
pub(super) fn collect(inlines: &[Inline], out: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(text) | Inline::Code(text) | Inline::Raw(text) => out.push_str(text),
            Inline::Break => out.push('\n'),
            Inline::SoftBreak => out.push(' '),
            // What is struck out would say the opposite without a sign of it.
            Inline::Strike(content) => {
                out.push_str("~~");
                collect(content, out);
                out.push_str("~~");
            }
            Inline::Emphasis(content) | Inline::Strong(content) | Inline::Link { content, .. } => {
                collect(content, out);
            }
            Inline::Image { alt, .. } => out.push_str(alt),
            Inline::Footnote(label) => out.extend(["[", label, "]"]),
            Inline::Html(tag) => match text_of(tag) {
                " " if out.is_empty() || out.ends_with(BLANKS) => {}
                text => out.push_str(text),
            },
        }
    }
}
