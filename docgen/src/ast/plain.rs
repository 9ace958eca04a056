//! The tree without its markup.

use super::{Block, Inline};

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

fn collect(inlines: &[Inline], out: &mut String) {
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
            Inline::Html(tag) if tag.starts_with("<br") => out.push('\n'),
            Inline::Html(_) => {}
        }
    }
}

/// The text of blocks: an empty line between paragraphs, a line for each item of a list and each row of a table.
pub fn plain_blocks(blocks: &[Block]) -> String {
    let mut out = String::new();
    for block in blocks {
        let text = plain_block(block);
        if !out.is_empty() && !text.is_empty() {
            out.push_str(if matches!(block, Block::List(_)) { "\n" } else { "\n\n" });
        }
        out.push_str(&text);
    }
    out
}

fn plain_block(block: &Block) -> String {
    match block {
        Block::Paragraph(content) | Block::Heading { content, .. } | Block::Html(content) => plain(content),
        Block::Code { text, .. } | Block::Raw(text) => text.trim_end_matches('\n').to_owned(),
        Block::Quote(blocks) => plain_blocks(blocks),
        Block::Footnote { label, blocks } => format!("[{label}] {}", plain_blocks(blocks)),
        Block::List(list) => {
            let item = |(at, item): (usize, &super::Item)| list.marker(at) + &plain_blocks(&item.blocks);
            list.items.iter().enumerate().map(item).collect::<Vec<_>>().join("\n")
        }
        Block::Definitions(items) => {
            let item =
                |item: &super::Definition| format!("{}: {}", plain(&item.term), plain_blocks(&item.blocks));
            items.iter().map(item).collect::<Vec<_>>().join("\n")
        }
        Block::Table(grid) => grid.lines().iter().map(|line| plain(line)).collect::<Vec<_>>().join("\n"),
        Block::Rule => String::new(),
    }
}
