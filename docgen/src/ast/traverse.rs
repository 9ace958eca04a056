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
        block.inside(&mut |blocks| each(blocks, visit));
        block.content(&mut |content| each_inline(content, visit));
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

impl Block {
    /// Visits the blocks in it.
    pub(super) fn inside(&mut self, visit: &mut dyn FnMut(&mut Vec<Block>)) {
        match self {
            Self::Quote(blocks) | Self::Footnote { blocks, .. } => visit(blocks),
            Self::List(list) => list.items.iter_mut().for_each(|item| visit(&mut item.blocks)),
            Self::Definitions(items) => items.iter_mut().for_each(|item| visit(&mut item.blocks)),
            Self::Table(grid) => grid.rows.iter_mut().flatten().for_each(|cell| visit(&mut cell.blocks)),
            Self::Paragraph(_)
            | Self::Heading { .. }
            | Self::Html(_)
            | Self::Code { .. }
            | Self::Rule
            | Self::Raw(_) => {}
        }
    }

    /// Visits the lines in it that are in no other block.
    pub(super) fn content(&mut self, visit: &mut dyn FnMut(&mut Vec<Inline>)) {
        match self {
            Self::Paragraph(content) | Self::Heading { content, .. } | Self::Html(content) => visit(content),
            Self::Definitions(items) => items.iter_mut().for_each(|item| visit(&mut item.term)),
            Self::Table(grid) => grid.columns.iter_mut().for_each(|column| visit(&mut column.header)),
            Self::Quote(_)
            | Self::Footnote { .. }
            | Self::List(_)
            | Self::Code { .. }
            | Self::Rule
            | Self::Raw(_) => {}
        }
    }
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
