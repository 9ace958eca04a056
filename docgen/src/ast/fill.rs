//! Values in a parsed template: text becomes text, and doc comments become parts of the tree.

use std::mem::take;

use super::inlines::{BLANKS, extend, is_said, push, trimmed};
use super::parse::{parse, parse_line, parse_template};
use super::{Block, Inline};
use crate::format::Parsed;
use crate::format::html::escape;
use crate::template::Piece;

/// Stands for a value that is not written yet, and is a letter to a parser. Unicode reserves it for internal use of a program.
pub(crate) const HOLE: char = '\u{FDD0}';
/// The number of a hole follows it as a character for private use.
const FIRST: u32 = 0xF_0000;
const MOST: usize = 0xFFFD;

/// The template with a hole for each value.
pub(crate) struct Holes<'p> {
    pub(crate) text: String,
    values: Vec<Piece<'p>>,
}

pub(crate) fn holes<'p>(pieces: &[Piece<'p>]) -> Holes<'p> {
    let mut holes = Holes { text: String::new(), values: Vec::new() };
    for piece in pieces {
        match (piece, u32::try_from(holes.values.len()).ok().and_then(|at| char::from_u32(FIRST + at))) {
            (Piece::Author(author), _) => holes.text.push_str(author),
            (value, Some(number)) if holes.values.len() < MOST => {
                holes.text.extend([HOLE, number]);
                holes.values.push(*value);
            }
            _ => {}
        }
    }
    holes
}

impl Holes<'_> {
    /// The content of a line, such as a heading or a term.
    pub(crate) fn line(&self, parsed: &Parsed) -> Vec<Inline> {
        let mut content = Vec::new();
        extend(&mut content, super::line(&self.cell(parsed)));
        trimmed(content)
    }

    /// The content of a cell.
    pub(crate) fn cell(&self, parsed: &Parsed) -> Vec<Block> {
        let mut blocks = Vec::new();
        self.paragraph(self.parsed_line(parsed), &mut blocks);
        blocks
    }

    /// The content of a cell without its markup: the values are put into text, and no tree is made of them.
    pub(crate) fn plain_cell(&self, parsed: &Parsed) -> String {
        // Without a value, nothing is struck out.
        if self.text.contains('~') {
            return super::plain_blocks(&self.cell(parsed));
        }
        let text = self.text(&super::plain(&self.parsed_line(parsed)));
        text.trim_matches(BLANKS).to_owned()
    }

    /// The blocks of a list item or a page.
    pub(crate) fn blocks(&self, parsed: &Parsed) -> Vec<Block> {
        self.filled(parsed.tree.get(&self.text, parse_template).to_vec())
    }

    fn parsed_line(&self, parsed: &Parsed) -> Vec<Inline> {
        super::line(&parsed.tree.get(&self.text, |text| vec![Block::Paragraph(parse_line(text))]))
    }

    fn filled(&self, blocks: Vec<Block>) -> Vec<Block> {
        let mut out = Vec::with_capacity(blocks.len());
        for mut block in blocks {
            match &mut block {
                Block::Paragraph(content) => {
                    self.paragraph(take(content), &mut out);
                    continue;
                }
                Block::Code { info, text } => (*info, *text) = (self.text(info), self.text(text)),
                _ => {}
            }
            block.inside(&mut |blocks| *blocks = self.filled(take(blocks)));
            block.content(&mut |content| *content = trimmed(self.inlines(take(content))));
            out.extend(Some(block).filter(|block| !block.is_empty()));
        }
        out
    }

    /// A paragraph. The blocks of a doc comment at its end go on behind it.
    fn paragraph(&self, mut content: Vec<Inline>, out: &mut Vec<Block>) {
        let tail = self.split_tail(&mut content);
        let mut content = self.inlines(content);
        let mut tail = tail.into_iter().peekable();
        if content.iter().any(is_said) {
            if let Some(Block::Paragraph(first)) = tail.next_if(|block| matches!(block, Block::Paragraph(_)))
            {
                extend(&mut content, first);
            }
        }
        let content = trimmed(content);
        if !content.is_empty() {
            out.push(Block::Paragraph(content));
        }
        out.extend(tail);
    }

    /// Takes off the doc comment that a paragraph ends with, if the paragraph has room for it.
    fn split_tail(&self, content: &mut [Inline]) -> Vec<Block> {
        let Some(Inline::Text(text)) = content.last_mut() else { return Vec::new() };
        let Some((at, Piece::Markdown(source))) = self.last_hole(text) else { return Vec::new() };
        let blocks = parse(source);
        let is_alone = at == 0 && content.len() == 1;
        if !is_alone && !matches!(blocks.first(), None | Some(Block::Paragraph(_))) {
            return Vec::new();
        }
        if let Some(Inline::Text(text)) = content.last_mut() {
            text.truncate(at);
        }
        blocks
    }

    fn last_hole(&self, text: &str) -> Option<(usize, Piece<'_>)> {
        let text = text.trim_end_matches([' ', '\t']);
        let at = text.rfind(HOLE)?;
        let mut behind = text.get(at + HOLE.len_utf8()..)?.chars();
        let value = self.value(behind.next()?)?;
        behind.next().is_none().then_some((at, value))
    }

    fn inlines(&self, inlines: Vec<Inline>) -> Vec<Inline> {
        let mut out = Vec::with_capacity(inlines.len());
        for mut inline in inlines {
            if let Some(content) = inline.content() {
                *content = self.inlines(take(content));
            }
            match &mut inline {
                Inline::Text(text) => {
                    self.split(text, &mut out);
                    continue;
                }
                Inline::Code(text) => {
                    *text = self.text(text);
                    if text.trim_matches(BLANKS).is_empty() {
                        continue;
                    }
                }
                Inline::Html(tag) => *tag = self.tag(tag),
                Inline::Link { address, title, .. } => {
                    (*address, *title) = (self.address(address), self.text(title));
                }
                Inline::Image { address, title, alt } => {
                    (*address, *title, *alt) = (self.address(address), self.text(title), self.text(alt));
                }
                _ => {}
            }
            push(&mut out, inline);
        }
        out
    }

    /// Text with the values in its holes.
    fn split(&self, text: &str, out: &mut Vec<Inline>) {
        for piece in self.pieces(text) {
            match piece {
                Piece::Author(text) => push(out, Inline::Text(text.to_owned())),
                Piece::Code(code) => push(out, Inline::Code(code.to_owned())),
                Piece::Markdown(source) => extend(out, super::line(&parse(source))),
                value => extend(out, super::text(value.as_str())),
            }
        }
    }

    fn text(&self, text: &str) -> String {
        self.pieces(text).map(|piece| piece.plain()).collect()
    }

    fn address(&self, address: &str) -> String {
        self.text(address).replace(['\n', '\t'], "")
    }

    /// A tag with values in its attributes, which are in quotes.
    fn tag(&self, tag: &str) -> String {
        let pieces = self.pieces(tag).map(|piece| match piece {
            Piece::Author(author) => author.to_owned(),
            value => escape(&value.plain(), "&#10;"),
        });
        pieces.collect()
    }

    /// The text between holes, and the values in them.
    fn pieces<'t>(&'t self, text: &'t str) -> impl Iterator<Item = Piece<'t>> {
        let (first, holes) = text.split_at(text.find(HOLE).unwrap_or(text.len()));
        let holes = holes.split(HOLE).skip(1).flat_map(|part| {
            let mut behind = part.chars();
            let value = behind.next().and_then(|number| self.value(number));
            [value, Some(Piece::Author(if value.is_some() { behind.as_str() } else { part }))]
        });
        std::iter::once(Piece::Author(first)).chain(holes.flatten())
    }

    fn value(&self, number: char) -> Option<Piece<'_>> {
        let at = u32::from(number).checked_sub(FIRST)?;
        self.values.get(at as usize).copied()
    }
}
