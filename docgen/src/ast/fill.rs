//! Values in a template that has no markup of its own: they are put into the tree, and nothing is parsed but doc comments.

use std::mem::take;

use super::inlines::{extend, is_said, push, push_text, trimmed};
use super::{Block, Inline, line, parse, text};
use crate::template::{Mark, Piece, has_lost};

/// What could be markup in a text that begins with a letter.
const SIGNS: [char; 10] = ['\\', '`', '*', '_', '[', '<', '&', '~', '!', '\n'];

/// The blocks of such a template. The blocks of a doc comment at its end go on behind its text.
pub(crate) fn of_values(pieces: &[Piece<'_>]) -> Option<Vec<Block>> {
    let is_author = |piece: &&Piece<'_>| piece.mark == Mark::Author;
    if pieces.first().filter(is_author).is_some_and(|first| !first.text.starts_with(char::is_alphabetic)) {
        return None;
    }
    let (mut tail, pieces) = match pieces.split_last() {
        Some((last, before)) if last.mark == Mark::Markdown => (parse(last.text), before),
        _ => (Vec::new(), pieces),
    };
    let mut content = Vec::new();
    for piece in pieces {
        match piece.mark {
            Mark::Author if piece.text.contains(SIGNS) || has_lost(piece.text) => return None,
            Mark::Author => push_text(&mut content, piece.text),
            Mark::Code => push(&mut content, Inline::Code(piece.text.to_owned())),
            Mark::Markdown => extend(&mut content, line(&parse(piece.text))),
            Mark::Text | Mark::Fact | Mark::Url | Mark::Verbatim => extend(&mut content, text(piece.text)),
        }
    }
    if content.iter().any(is_said) {
        match tail.first_mut() {
            Some(Block::Paragraph(first)) => {
                extend(&mut content, take(first));
                tail.remove(0);
            }
            _ => extend(&mut content, line(&take(&mut tail))),
        }
    }
    let content = trimmed(content);
    if !content.is_empty() {
        tail.insert(0, Block::Paragraph(content));
    }
    Some(tail)
}
