//! Blocks on one line, as in a cell: line breaks between paragraphs, and elements for lists.

use std::slice;

use crate::ast::{Block, Inline, List, Part, each_inline, plain};
use crate::format::html::list_tags;

/// All that the blocks say as the content of one line.
pub(super) fn one(blocks: &[Block]) -> Vec<Inline> {
    let mut out = Vec::new();
    for (at, block) in blocks.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| blocks.get(at));
        let is_apart = |block: &Block| !matches!(block, Block::List(_) | Block::Rule);
        if before.is_some_and(is_apart) && is_apart(block) {
            out.extend([Inline::Break, Inline::Break]);
        }
        write(block, &mut out);
    }
    out
}

fn write(block: &Block, out: &mut Vec<Inline>) {
    match block {
        Block::Paragraph(content) | Block::Html(content) => {
            let from = out.len();
            out.extend_from_slice(content);
            // The definition of a footnote would be a block.
            each_inline(out.get_mut(from..).unwrap_or_default(), &mut |part| {
                if let Part::Inline(note @ Inline::Footnote(_)) = part {
                    *note = Inline::Text(plain(slice::from_ref(note)));
                }
            });
        }
        Block::Heading { content, .. } => out.push(Inline::Strong(content.clone())),
        Block::Code { text, .. } => {
            let lines: Vec<_> = text.lines().map(|line| vec![Inline::Code(line.to_owned())]).collect();
            out.extend(lines.join(&Inline::Break));
        }
        Block::Quote(blocks) => out.extend(one(blocks)),
        Block::Footnote { label, blocks } => {
            out.push(Inline::Text(format!("[{label}] ")));
            out.extend(one(blocks));
        }
        Block::List(list) => write_list(list, out),
        Block::Definitions(items) => {
            for item in items {
                out.push(Inline::Strong(item.term.clone()));
                out.push(Inline::Break);
                out.extend(one(&item.blocks));
            }
        }
        Block::Table(_) => out.extend(crate::ast::line(slice::from_ref(block))),
        Block::Raw(raw) => out.push(Inline::Raw(raw.clone())),
        Block::Rule => out.extend([Inline::Break, Inline::Break]),
    }
}

fn write_list(list: &List, out: &mut Vec<Inline>) {
    let (open, close) = list_tags(list);
    out.push(Inline::Html(open));
    for item in &list.items {
        out.push(Inline::Html("<li>".to_owned()));
        if item.checked.is_some() {
            out.push(Inline::Text(item.task_box().to_owned()));
        }
        out.extend(one(&item.blocks));
        out.push(Inline::Html("</li>".to_owned()));
    }
    out.push(Inline::Html(close.to_owned()));
}
