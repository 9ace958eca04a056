//! Values in a template that has no markup of its own: they are put into the tree, and nothing is parsed but doc comments.

use std::mem::take;

use super::inlines::{extend, push, push_text, trimmed};
use super::{Block, Inline, parse, text};
use crate::template::{Mark, Piece, has_lost};

/// What could be markup in a text that begins with a letter.
const SIGNS: [char; 10] = ['\\', '`', '*', '_', '[', '<', '&', '~', '!', '\n'];

/// The blocks of such a template. The first paragraph of a doc comment goes on behind the text in front of it, and the text behind it
/// goes on in its last one.
pub(crate) fn of_values(pieces: &[Piece<'_>]) -> Option<Vec<Block>> {
    let is_author = |piece: &&Piece<'_>| piece.mark == Mark::Author;
    if pieces.first().filter(is_author).is_some_and(|first| !first.text.starts_with(char::is_alphabetic)) {
        return None;
    }
    let (mut blocks, mut content) = (Vec::new(), Vec::new());
    for piece in pieces {
        match piece.mark {
            Mark::Author if piece.text.contains(SIGNS) || has_lost(piece.text) => return None,
            Mark::Author => push_text(&mut content, piece.text),
            Mark::Code => push(&mut content, Inline::Code(piece.text.to_owned())),
            Mark::Markdown => {
                for (at, block) in parse(piece.text).into_iter().enumerate() {
                    if at > 0 || !matches!(block, Block::Paragraph(_)) {
                        end(&mut content, &mut blocks);
                    }
                    match block {
                        Block::Paragraph(more) => extend(&mut content, more),
                        block => blocks.push(block),
                    }
                }
            }
            Mark::Text | Mark::Fact | Mark::Url | Mark::Verbatim => extend(&mut content, text(piece.text)),
        }
    }
    end(&mut content, &mut blocks);
    Some(blocks)
}

/// Ends a paragraph.
fn end(content: &mut Vec<Inline>, blocks: &mut Vec<Block>) {
    let content = trimmed(take(content));
    if !content.is_empty() {
        blocks.push(Block::Paragraph(content));
    }
}
