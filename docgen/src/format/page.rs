//! A page in the author's markup of a format: each value is written by the format, the rest is kept.

use super::written::Written;
use super::{Markup, Position};
use crate::ast::{self, Block, HOLE, Inline};
use crate::template::{Mark, Piece, indented, prefix};

pub(super) fn write(markup: &dyn Markup, pieces: &[Piece<'_>]) -> Written {
    let mut out = Written::default();
    let mut is_in_link = false;
    for (at, piece) in pieces.iter().enumerate() {
        let next = pieces.get(at + 1);
        let after = match next {
            Some(Piece { mark: Mark::Author, text }) => {
                text.chars().next().filter(|c| !matches!(c, '\n' | '\r'))
            }
            Some(_) => Some(HOLE),
            None => None,
        };
        let line = out.line();
        let is_value = piece.mark != Mark::Markdown;
        let position = Position { before: line, after, is_value, ..Position::default() };
        let written = match piece.mark {
            Mark::Author => {
                out.push(piece.text);
                is_in_link = ast::ends_in_link(piece.text, is_in_link);
                continue;
            }
            Mark::Text | Mark::Fact => markup.inline(&ast::text(piece.text), position),
            Mark::Code if piece.text.is_empty() => String::new(),
            Mark::Code => markup.inline(&[Inline::Code(piece.text.to_owned())], position),
            Mark::Verbatim => {
                let written = indented(&markup.verbatim(&piece.plain()), &prefix_of(line));
                out.push_literal(&written);
                continue;
            }
            Mark::Url => markup.address(ast::safe_address(&piece.plain())),
            Mark::Markdown => {
                let blocks = ast::linkable(ast::parse(piece.text), is_in_link);
                let continues = || markup.joins_lines() && is_text(out.line_above());
                if line.trim().is_empty() && after.is_none() && !continues() {
                    let is_apart = matches!(blocks.last(), None | Some(Block::Paragraph(_)));
                    let is_followed = !is_apart && markup.joins_lines() && is_followed(pieces.get(at + 1..));
                    indented(&markup.blocks(&blocks), &prefix(line)) + if is_followed { "\n" } else { "" }
                } else {
                    markup.fitted(&blocks, position)
                }
            }
        };
        out.push(&written);
    }
    out
}

/// Whether the next line is one that a list would go on with.
fn is_followed(pieces: Option<&[Piece<'_>]>) -> bool {
    match pieces {
        Some([Piece { mark: Mark::Author, text }, rest @ ..]) => {
            let line = text.lines().nth(1).unwrap_or_default();
            let is_value = text.trim_start_matches('\r') == "\n" && !rest.is_empty();
            is_value || !matches!(line.trim(), "" | "+")
        }
        _ => false,
    }
}

/// Whether a line is text, and not the beginning of a block or an attribute of it.
fn is_text(line: &str) -> bool {
    let line = line.trim();
    line.contains(char::is_alphanumeric)
        && !line.starts_with(['.', '[', ':', '<', '|', '/'])
        && !line.ends_with([':', '>'])
}

/// The spaces that a line begins with.
fn prefix_of(line: &str) -> String {
    line.chars().take_while(|c| matches!(c, ' ' | '\t')).collect()
}
