//! The blocks of doc comments, parted by empty lines.

use super::text::Spot;
use super::{code_block, prose, table};
use crate::ast::{self, Block, Inline, List};
use crate::format::Markup;
use crate::template::indented;

/// Keeps apart what would be one block: an indented one and a list, or two lists.
const COMMENT: &str = "..";

pub(super) fn write(blocks: &[Block]) -> String {
    let mut parts: Vec<String> = Vec::new();
    let mut before: Option<&Block> = None;
    for block in blocks {
        let is_behind_list = matches!(before, Some(Block::List(_)));
        let needs_comment = match block {
            Block::Quote(_) => !matches!(before, Some(Block::Paragraph(_) | Block::Heading { .. })),
            Block::List(_) => is_behind_list,
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

pub(super) fn block(block: &Block) -> String {
    match block {
        Block::Paragraph(content) => match content.as_slice() {
            [Inline::Image { address, alt, .. }] => image(address, alt),
            content => prose::paragraph(content),
        },
        Block::Html(content) => prose::paragraph(content),
        Block::Heading { content, .. } => {
            let spot = Spot { begins_line: true, ..Spot::default() };
            prose::inline(&[Inline::Strong(content.clone())], &spot)
        }
        Block::Code { info, text } => code_block::write(&ast::language(info), text),
        Block::Quote(blocks) => {
            let inside = write(blocks);
            format!("   {}", indented(&inside, "   "))
        }
        Block::List(list) => self::list(list),
        Block::Table(grid) => table::write(grid),
        Block::Footnote { label, blocks } => {
            let label = Inline::Text(format!("[{label}] "));
            prose::paragraph(&[&[label], ast::line(blocks).as_slice()].concat())
        }
        Block::Definitions(items) => super::ReStructuredText.definitions(items),
        Block::Raw(raw) => raw.clone(),
        // There is no rule but between the blocks of a section.
        Block::Rule => "\\* * *".to_owned(),
    }
}

fn image(address: &str, alt: &str) -> String {
    let alt = alt.replace(|c: char| c.is_whitespace(), " ");
    let option = if alt.trim().is_empty() { String::new() } else { format!("\n   :alt: {}", alt.trim()) };
    format!(".. image:: {}{option}", super::address::escape(address).replace('\\', ""))
}

fn list(list: &List) -> String {
    let mut out = String::new();
    let is_wide = list.items.iter().any(|item| item.blocks.len() > 1);
    for (at, item) in list.items.iter().enumerate() {
        let marker = match list.first {
            Some(first) => format!("{}. ", first.saturating_add(at as u64)),
            None => "- ".to_owned(),
        };
        let written = match item.blocks.split_first() {
            Some((Block::Paragraph(content), rest)) => {
                let first = Block::Paragraph(item.with_box(content));
                write(&[&[first], rest].concat())
            }
            _ => write(&item.blocks),
        };
        if at > 0 {
            out.push_str(if is_wide { "\n\n" } else { "\n" });
        }
        out.push_str(&marker);
        out.push_str(&indented(&written, &" ".repeat(marker.len())));
        out.truncate(out.trim_end().len());
    }
    out
}
