//! What is in a block or an inline, for functions that visit the whole tree.

use super::{Block, Inline};

/// A part of the tree.
pub(crate) enum Part<'p> {
    Block(&'p mut Block),
    Inline(&'p mut Inline),
}

/// Visits the blocks and all that is in them.
pub(crate) fn each(blocks: &mut [Block], visit: &mut dyn FnMut(Part<'_>)) {
    for block in blocks {
        visit(Part::Block(block));
        match block {
            Block::Quote(blocks) | Block::Footnote { blocks, .. } => each(blocks, visit),
            Block::List(list) => list.items.iter_mut().for_each(|item| each(&mut item.blocks, visit)),
            Block::Definitions(items) => items.iter_mut().for_each(|item| {
                each_inline(&mut item.term, visit);
                each(&mut item.blocks, visit);
            }),
            Block::Table(grid) => {
                grid.columns.iter_mut().for_each(|column| each_inline(&mut column.header, visit));
                grid.rows.iter_mut().flatten().for_each(|cell| each(&mut cell.blocks, visit));
            }
            Block::Paragraph(content) | Block::Heading { content, .. } | Block::Html(content) => {
                each_inline(content, visit);
            }
            Block::Code { .. } | Block::Rule | Block::Raw(_) => {}
        }
    }
}

pub(crate) fn each_inline(inlines: &mut [Inline], visit: &mut dyn FnMut(Part<'_>)) {
    for inline in inlines {
        visit(Part::Inline(inline));
        if let Some(content) = inline.content() {
            each_inline(content, visit);
        }
    }
}

/// Makes headings this many levels deeper.
pub(crate) fn deepen(blocks: &mut [Block], levels: usize) {
    each(blocks, &mut |part| {
        if let Part::Block(Block::Heading { level, .. }) = part {
            *level += levels;
        }
    });
}

impl Inline {
    /// What it is around.
    pub(crate) fn content(&mut self) -> Option<&mut Vec<Inline>> {
        match self {
            Self::Emphasis(content)
            | Self::Strong(content)
            | Self::Strike(content)
            | Self::Link { content, .. } => Some(content),
            _ => None,
        }
    }
}
