//! Blocks on one line, as in a cell: line breaks between paragraphs, and elements for lists.

use crate::ast::{Block, Inline, List};

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
        Block::Paragraph(content) | Block::Html(content) => out.extend(content.iter().map(without_note)),
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
        Block::Table(_) => out.extend(crate::ast::line(std::slice::from_ref(block))),
        Block::Raw(raw) => out.push(Inline::Raw(raw.clone())),
        Block::Rule => out.extend([Inline::Break, Inline::Break]),
    }
}

/// The label of a footnote as text: its definition would be a block.
fn without_note(inline: &Inline) -> Inline {
    let all = |content: &[Inline]| content.iter().map(without_note).collect();
    match inline {
        Inline::Footnote(label) => Inline::Text(format!("[{label}]")),
        Inline::Emphasis(content) => Inline::Emphasis(all(content)),
        Inline::Strong(content) => Inline::Strong(all(content)),
        Inline::Strike(content) => Inline::Strike(all(content)),
        other => other.clone(),
    }
}

fn write_list(list: &List, out: &mut Vec<Inline>) {
    let (open, close) = match list.first {
        None => ("<ul>".to_owned(), "</ul>"),
        Some(1) => ("<ol>".to_owned(), "</ol>"),
        Some(first) => (format!("<ol start=\"{first}\">"), "</ol>"),
    };
    out.push(Inline::Html(open));
    for item in &list.items {
        out.push(Inline::Html("<li>".to_owned()));
        if let Some(checked) = item.checked {
            out.push(Inline::Text(if checked { "[x] " } else { "[ ] " }.to_owned()));
        }
        out.extend(one(&item.blocks));
        out.push(Inline::Html("</li>".to_owned()));
    }
    out.push(Inline::Html(close.to_owned()));
}
