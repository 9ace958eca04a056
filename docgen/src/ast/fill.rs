//! Values in a parsed template: text becomes text, and doc comments become parts of the tree.

use super::parse::{extend, parse, parse_line, parse_template, push, trimmed};
use super::{Block, Inline, html, plain_blocks};
use crate::template::Piece;

/// Begins a hole, and is a letter to a parser. Unicode reserves it for internal use of a program.
const HOLE: char = '\u{FDD0}';
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
    pub(crate) fn line(&self) -> Vec<Inline> {
        let mut content = self.inlines(parse_line(&self.text));
        html::balance_inlines(&mut content);
        trimmed(content)
    }

    /// The content of a cell.
    pub(crate) fn cell(&self) -> Vec<Block> {
        let mut blocks = Vec::new();
        self.paragraph(parse_line(&self.text), &mut blocks);
        html::balance(&mut blocks);
        blocks
    }

    /// The blocks of a list item or a page.
    pub(crate) fn blocks(&self) -> Vec<Block> {
        let mut blocks = self.filled(parse_template(&self.text));
        html::balance(&mut blocks);
        blocks
    }

    fn filled(&self, blocks: Vec<Block>) -> Vec<Block> {
        let mut out = Vec::with_capacity(blocks.len());
        for block in blocks {
            out.push(match block {
                Block::Paragraph(content) => {
                    self.paragraph(content, &mut out);
                    continue;
                }
                Block::Heading { level, content } => {
                    Block::Heading { level, content: trimmed(self.inlines(content)) }
                }
                Block::Html(content) => Block::Html(self.inlines(content)),
                Block::Code { info, text } => Block::Code { info: self.text(&info), text: self.text(&text) },
                Block::Quote(blocks) => Block::Quote(self.filled(blocks)),
                Block::Footnote { label, blocks } => Block::Footnote { label, blocks: self.filled(blocks) },
                Block::List(mut list) => {
                    for item in &mut list.items {
                        item.blocks = self.filled(std::mem::take(&mut item.blocks));
                    }
                    Block::List(list)
                }
                Block::Table(mut grid) => {
                    for column in &mut grid.columns {
                        column.header = self.inlines(std::mem::take(&mut column.header));
                    }
                    for cell in grid.rows.iter_mut().flatten() {
                        cell.blocks = self.filled(std::mem::take(&mut cell.blocks));
                    }
                    Block::Table(grid)
                }
                other @ (Block::Definitions(_) | Block::Rule | Block::Raw(_)) => other,
            });
        }
        out
    }

    /// A paragraph. The blocks of a doc comment at its end go on behind it.
    fn paragraph(&self, mut content: Vec<Inline>, out: &mut Vec<Block>) {
        let tail = self.split_tail(&mut content);
        let mut content = self.inlines(content);
        let mut tail = tail.into_iter().peekable();
        if !trimmed(content.clone()).is_empty() {
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
        for inline in inlines {
            match inline {
                Inline::Text(text) => self.split(&text, &mut out),
                Inline::Code(text) => {
                    let text = self.text(&text);
                    out.extend(
                        (!text.trim_matches([' ', '\t', '\n']).is_empty()).then_some(Inline::Code(text)),
                    );
                }
                Inline::Emphasis(content) => push(&mut out, Inline::Emphasis(self.inlines(content))),
                Inline::Strong(content) => push(&mut out, Inline::Strong(self.inlines(content))),
                Inline::Strike(content) => push(&mut out, Inline::Strike(self.inlines(content))),
                Inline::Link { address, title, content } => {
                    let (address, title) = (self.address(&address), self.text(&title));
                    let content = self.inlines(content);
                    if address.is_empty() {
                        extend(&mut out, content);
                    } else if !content.is_empty() {
                        out.push(Inline::Link { address, title, content });
                    }
                }
                Inline::Image { address, title, alt } => out.push(Inline::Image {
                    address: self.address(&address),
                    title: self.text(&title),
                    alt: self.text(&alt),
                }),
                Inline::Html(tag) => out.push(Inline::Html(self.tag(&tag))),
                other => push(&mut out, other),
            }
        }
        out
    }

    /// Text with the values in its holes.
    fn split(&self, text: &str, out: &mut Vec<Inline>) {
        self.each(text, |part| match part {
            Part::Text(text) => push(out, Inline::Text(text.to_owned())),
            Part::Value(Piece::Code(code)) => {
                out.extend((!code.is_empty()).then(|| Inline::Code(code.to_owned())));
            }
            Part::Value(Piece::Markdown(source)) => {
                extend(out, super::line(&parse(source)));
            }
            Part::Value(value) => {
                extend(out, super::text(value.as_str()));
            }
        });
    }

    fn text(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        self.each(text, |part| match part {
            Part::Text(text) => out.push_str(text),
            Part::Value(Piece::Markdown(source)) => out.push_str(&plain_blocks(&parse(source))),
            Part::Value(value) => out.push_str(value.as_str()),
        });
        out
    }

    fn address(&self, address: &str) -> String {
        self.text(address).replace(['\n', '\t'], "")
    }

    /// A tag with values in its attributes, which are in quotes.
    fn tag(&self, tag: &str) -> String {
        let mut out = String::with_capacity(tag.len());
        self.each(tag, |part| match part {
            Part::Text(text) => out.push_str(text),
            Part::Value(value) => {
                let plain = match value {
                    Piece::Markdown(source) => plain_blocks(&parse(source)),
                    value => value.as_str().to_owned(),
                };
                out.push_str(&crate::format::html::escape(&plain, "&#10;"));
            }
        });
        out
    }

    fn each<'t>(&'t self, text: &'t str, mut take: impl FnMut(Part<'t>)) {
        let mut parts = text.split(HOLE);
        take(Part::Text(parts.next().unwrap_or_default()));
        for part in parts {
            let mut behind = part.chars();
            match behind.next().and_then(|number| self.value(number)) {
                Some(value) => {
                    take(Part::Value(value));
                    take(Part::Text(behind.as_str()));
                }
                None => take(Part::Text(part)),
            }
        }
    }

    fn value(&self, number: char) -> Option<Piece<'_>> {
        let at = u32::from(number).checked_sub(FIRST)?;
        self.values.get(at as usize).copied()
    }
}

enum Part<'t> {
    Text(&'t str),
    Value(Piece<'t>),
}
