//! The blocks of doc comments, parted by empty lines.

use super::text::Spot;
use super::{code_block, prose, table};
use crate::markup::source;
use crate::markup::tree::{Block, Inline};

/// Keeps apart what would be one block: an indented one and a list, or two lists.
const COMMENT: &str = "..";

pub(super) fn write(blocks: &[Block]) -> String {
    let mut parts: Vec<String> = Vec::new();
    let mut before: Option<&Block> = None;
    for block in blocks {
        let is_behind_list = matches!(before, Some(Block::List { .. }));
        let needs_comment = match block {
            Block::Quote(_) => !matches!(before, Some(Block::Paragraph(_) | Block::Heading(_))),
            Block::List { .. } => is_behind_list,
            _ => false,
        };
        if needs_comment {
            parts.push(COMMENT.to_owned());
        }
        parts.push(self::block(block));
        before = Some(block);
    }
    parts.retain(|part| !part.is_empty());
    parts.join("\n\n")
}

fn block(block: &Block) -> String {
    match block {
        Block::Paragraph(content) => match content.as_slice() {
            [Inline::Image { address, alt }] => image(address, alt),
            content => prose::paragraph(content),
        },
        Block::Heading(content) => {
            let spot = Spot { begins_line: true, ..Spot::default() };
            prose::inline(&[Inline::Strong(content.clone())], &spot)
        }
        Block::Code { language, text } => code_block::write(language, text),
        Block::Quote(blocks) => {
            let inside = write(blocks);
            format!("   {}", source::indented(&inside, "   "))
        }
        Block::List { first, items } => list(*first, items),
        Block::Table(rows) => {
            let cell = |cell: &Vec<Inline>| prose::paragraph(cell);
            let rows: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(cell).collect()).collect();
            table::write(&rows)
        }
        // There is no rule but between the blocks of a section.
        Block::Rule => "\\* * *".to_owned(),
    }
}

fn image(address: &str, alt: &str) -> String {
    let alt = alt.replace(|c: char| c.is_whitespace(), " ");
    let option = if alt.trim().is_empty() { String::new() } else { format!("\n   :alt: {}", alt.trim()) };
    format!(".. image:: {}{option}", super::address::escape(address).replace('\\', ""))
}

fn list(first: Option<u64>, items: &[Vec<Block>]) -> String {
    let mut counter = [first];
    let mut out = String::new();
    let is_wide = items.iter().any(|item| item.len() > 1);
    for (at, item) in items.iter().enumerate() {
        let marker = source::marker(&mut counter);
        let inside = source::indented(&write(item), &" ".repeat(marker.len()));
        if at > 0 {
            out.push_str(if is_wide { "\n\n" } else { "\n" });
        }
        out.push_str(&marker);
        out.push_str(&inside);
        out.truncate(out.trim_end().len());
    }
    out
}
