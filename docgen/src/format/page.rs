//! A page in the author's markup of a format: each value is written by the format, the rest is kept.

use super::asciidoc::{self, AsciiDoc};
use super::written::Written;
use super::{Format, Position};
use crate::ast::{self, Block, HOLE, Inline};
use crate::template::{Mark, Piece, indented, prefix};

pub(super) fn write(format: Format, pieces: &[Piece<'_>]) -> String {
    let markup = format.markup();
    let mut out = Written::default();
    let has_tags = format == Format::Html;
    let (mut is_in_link, mut is_in_tag, mut is_in_text) = (false, false, false);
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
                if has_tags {
                    is_in_link = ast::ends_in(&["a"], piece.text, is_in_link);
                    is_in_tag = ast::ends_in_tag(piece.text, is_in_tag);
                    is_in_text = ast::ends_in(&["option", "textarea", "title"], piece.text, is_in_text);
                }
                continue;
            }
            // An attribute and these elements hold text alone.
            Mark::Markdown | Mark::Code if is_in_tag || is_in_text => markup.verbatim(&piece.plain()),
            Mark::Code if !piece.text.is_empty() => {
                markup.inline(&[Inline::Code(piece.text.to_owned())], position)
            }
            Mark::Text | Mark::Fact | Mark::Code => markup.inline(&ast::text(piece.text), position),
            Mark::Verbatim => {
                let written = indented(&markup.verbatim(&piece.plain()), &prefix_of(line));
                out.push_literal(&written);
                continue;
            }
            Mark::Url => markup.address(ast::safe_address(&piece.plain())),
            Mark::Markdown => {
                let blocks = ast::linkable(ast::parse(piece.text), is_in_link);
                let above = out.line_above();
                let continues = || markup.joins_lines() && is_text(above) && !is_defined(format, above, line);
                if line.trim().is_empty() && after.is_none() && !continues() {
                    let written = match format {
                        Format::AsciiDoc => AsciiDoc::placed(&blocks, line, above),
                        _ => indented(&markup.blocks(&blocks), &prefix(line)),
                    };
                    let is_apart =
                        markup.joins_lines() && !goes_on(&blocks) && is_followed(pieces.get(at + 1..));
                    written + if is_apart { "\n" } else { "" }
                } else {
                    markup.fitted(&blocks, position)
                }
            }
        };
        out.push(&written);
    }
    if format == Format::AsciiDoc { asciidoc::with_room(out) } else { out.text }
}

/// Whether the line below the blocks belongs to the last one.
fn goes_on(blocks: &[Block]) -> bool {
    match blocks.last() {
        // With line breaks, it is a block of lines.
        Some(Block::Paragraph(content)) => !ast::plain(content).contains('\n'),
        last => last.is_none(),
    }
}

/// Whether a line of reStructuredText is the definition of the text above it, which is indented less.
fn is_defined(format: Format, above: &str, line: &str) -> bool {
    let text = above.trim_start();
    let is_marker = |word: &&str| word.chars().all(|c| "*-+#.()".contains(c) || c.is_ascii_digit());
    let marker = text.split(' ').next().filter(is_marker);
    let column = above.len() - text.len() + marker.map_or(0, |marker| marker.len() + 1);
    format == Format::ReStructuredText && line.len() > column
}

/// Whether the next line is one that they would go on with.
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
