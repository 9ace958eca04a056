//! Lists of Markdown: further blocks of an item are attached to it by a line with `+`.

use super::prose::{Blocks, inline};
use crate::markup::tree::Block;

pub(super) fn write(blocks: Blocks, first: Option<u64>, items: &[Vec<Block>]) -> String {
    let inside = match first {
        Some(_) => Blocks { numbers: blocks.numbers + 1, ..blocks },
        None => Blocks { bullets: blocks.bullets + 1, ..blocks },
    };
    let marker = match first {
        Some(_) => ".".repeat(inside.numbers),
        None => "*".repeat(inside.bullets),
    };
    let start = match first {
        Some(first) if first != 1 => format!("[start={first}]\n"),
        _ => String::new(),
    };
    let items: Vec<_> = items.iter().map(|blocks| item(inside, &marker, blocks)).collect();
    format!("{start}{}", items.join("\n"))
}

fn item(inside: Blocks, marker: &str, blocks: &[Block]) -> String {
    let (text, rest) = match blocks.split_first() {
        Some((Block::Paragraph(content), rest)) => (inline(content, &inside.spot()), rest),
        _ => ("{empty}".to_owned(), blocks),
    };
    let mut out = format!("{marker} {}", if text.is_empty() { "{empty}" } else { &text });
    // How many lists are open inside this item.
    let mut open = 0;
    for (at, block) in rest.iter().enumerate() {
        match block {
            Block::List { .. } if open == 0 => {
                // Without an empty line, it would go on with an attached paragraph.
                out.push_str(if at > 0 { "\n\n" } else { "\n" });
                out.push_str(&inside.block(block));
                open = depth(block);
            }
            // Each empty line leaves one of the lists that are open.
            block => {
                out.push_str(&"\n".repeat(open));
                out.push_str("\n+\n");
                out.push_str(&attached(inside, block));
                open = 0;
            }
        }
    }
    out
}

/// A list that is attached is not one of the item's level: it stands in a block of its own.
fn attached(inside: Blocks, block: &Block) -> String {
    match block {
        Block::List { .. } => {
            let fence = "=".repeat(4 + inside.depth);
            let written = Blocks { bullets: 0, numbers: 0, depth: inside.depth + 1, ..inside }.block(block);
            format!("[none]\n{fence}\n{written}\n{fence}")
        }
        block => inside.block(block),
    }
}

/// How many lists are open behind the last item.
fn depth(block: &Block) -> usize {
    let Block::List { items, .. } = block else { return 0 };
    let last = items.last().and_then(|item| item.last());
    1 + last.map_or(0, depth)
}
