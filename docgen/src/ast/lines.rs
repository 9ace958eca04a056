//! Blocks as inline markup, for places where blocks do not fit, and all of the tree without its markup.

use std::mem::take;

use super::html::text_of;
use super::inlines::BLANKS;
use super::{Block, Inline, Part, each_inline};
use crate::format::html::list_tags;

/// What fits into the place.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Room {
    /// One line break between blocks.
    Line,
    /// Empty lines between them.
    Text,
    /// These, and elements of HTML for lists.
    Elements,
}

/// One line of all that the blocks say, with line breaks between them.
pub fn line(blocks: &[Block]) -> Vec<Inline> {
    inlines(blocks, Room::Line)
}

/// The same in a format that has elements for lists, but no definitions of footnotes within a line.
pub(crate) fn line_with_elements(blocks: &[Block]) -> Vec<Inline> {
    let mut line = inlines(blocks, Room::Elements);
    each_inline(&mut line, &mut |part| {
        if let Part::Inline(note @ Inline::Footnote(_)) = part {
            *note = Inline::Text(plain(std::slice::from_ref(note)));
        }
    });
    line
}

fn inlines(blocks: &[Block], room: Room) -> Vec<Inline> {
    let mut out = Vec::new();
    flow(blocks, room, &mut |inlines| out.extend_from_slice(inlines));
    out
}

/// The text of blocks: an empty line between paragraphs, a line for each item of a list and each row of a table.
pub fn plain_blocks(blocks: &[Block]) -> String {
    let mut out = String::with_capacity(64);
    flow(blocks, Room::Text, &mut |inlines| collect(inlines, &mut out));
    out
}

fn flow(blocks: &[Block], room: Room, out: &mut dyn FnMut(&[Inline])) {
    Flow { out, room, parts: 0, breaks: 0, depth: 0 }.blocks(blocks);
}

struct Flow<'o> {
    /// Takes the inlines.
    out: &'o mut dyn FnMut(&[Inline]),
    room: Room,
    /// How many inlines are written.
    parts: usize,
    /// How many line breaks are due before the next one.
    breaks: usize,
    /// How many lists are open.
    depth: usize,
}

impl Flow<'_> {
    fn blocks(&mut self, blocks: &[Block]) {
        let mut above = None;
        for block in blocks {
            let (parts, breaks) = (self.parts, self.breaks);
            self.breaks += above.map_or(0, |above| between(above, block, self.room));
            self.block(block);
            if self.parts > parts {
                above = Some(block);
            } else {
                self.breaks = breaks;
            }
        }
    }

    fn block(&mut self, block: &Block) {
        let has_elements = self.room == Room::Elements;
        match block {
            Block::Paragraph(content) | Block::Html(content) => self.write(content),
            Block::Heading { content, .. } => self.title(content),
            Block::Raw(raw) => self.part(Inline::Raw(raw.clone())),
            Block::Quote(blocks) => self.blocks(blocks),
            Block::Footnote { label, blocks } => self.behind(format!("[{label}] "), blocks),
            Block::Rule if has_elements => self.write(&[Inline::Break, Inline::Break]),
            Block::Rule => {}
            Block::List(list) if has_elements => {
                let (open, close) = list_tags(list);
                self.part(Inline::Html(open));
                for item in &list.items {
                    self.part(Inline::Html("<li>".to_owned()));
                    self.behind(item.task_box().to_owned(), &item.blocks);
                    self.part(Inline::Html("</li>".to_owned()));
                }
                self.part(Inline::Html(close.to_owned()));
            }
            Block::List(list) => {
                // On one line, levels are not shown.
                let depth = if self.room == Room::Text { self.depth } else { 0 };
                self.depth += 1;
                self.lines(list.items.iter().enumerate(), |flow, (at, item)| {
                    flow.behind("  ".repeat(depth) + &list.marker(at), &item.blocks);
                });
                self.depth -= 1;
            }
            Block::Code { text, .. } => {
                self.lines(text.lines(), |flow, line| flow.part(Inline::Code(line.to_owned())));
            }
            Block::Definitions(items) => self.lines(items, |flow, item| {
                flow.title(&item.term);
                flow.part(Inline::Break);
                flow.blocks(&item.blocks);
            }),
            Block::Table(grid) => {
                let headers = grid.columns.iter().map(|column| column.header.clone()).collect();
                let rows = grid.full_rows().into_iter().map(|row| row.into_iter().map(line).collect());
                self.lines(std::iter::once(headers).chain(rows), |flow, cells: Vec<_>| {
                    flow.write(&cells.join(&Inline::Text(" ".to_owned())));
                });
            }
        }
    }

    fn write(&mut self, inlines: &[Inline]) {
        if !inlines.is_empty() {
            (0..take(&mut self.breaks)).for_each(|_| (self.out)(&[Inline::Break]));
            (self.out)(inlines);
            self.parts += inlines.len();
        }
    }

    fn part(&mut self, inline: Inline) {
        self.write(&[inline]);
    }

    fn title(&mut self, content: &[Inline]) {
        match self.room {
            Room::Elements => self.part(Inline::Strong(content.to_vec())),
            Room::Line | Room::Text => self.write(content),
        }
    }

    /// The content of blocks behind a text.
    fn behind(&mut self, text: String, blocks: &[Block]) {
        if !text.is_empty() {
            self.part(Inline::Text(text));
        }
        self.blocks(blocks);
    }

    /// A line for each item.
    fn lines<I: IntoIterator>(&mut self, items: I, mut line: impl FnMut(&mut Self, I::Item)) {
        for (at, item) in items.into_iter().enumerate() {
            if at > 0 {
                self.part(Inline::Break);
            }
            line(self, item);
        }
    }
}

/// How many line breaks are between two blocks.
fn between(above: &Block, block: &Block, room: Room) -> usize {
    let is_apart = |block: &Block| matches!(block, Block::List(_) | Block::Rule);
    match room {
        Room::Line => 1,
        Room::Text if matches!(block, Block::List(_)) => 1,
        Room::Elements if is_apart(above) || is_apart(block) => 0,
        Room::Text | Room::Elements => 2,
    }
}

/// The text of inline markup. A line break is `\n`.
///
/// # Examples
///
/// ```
/// use errbook_docgen::ast::{Inline, plain};
///
/// let content = [Inline::Text("see ".to_owned()), Inline::Strong(vec![Inline::Code("x".to_owned())])];
/// assert_eq!(plain(&content), "see x");
/// ```
pub fn plain(inlines: &[Inline]) -> String {
    let mut out = String::new();
    collect(inlines, &mut out);
    out
}

/// Adds the text of inline markup.
fn collect(inlines: &[Inline], out: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(text) | Inline::Code(text) | Inline::Raw(text) => out.push_str(text),
            Inline::Break => out.push('\n'),
            Inline::SoftBreak => out.push(' '),
            // What is struck out would say the opposite without a sign of it.
            Inline::Strike(content) => {
                out.push_str("~~");
                collect(content, out);
                out.push_str("~~");
            }
            Inline::Emphasis(content) | Inline::Strong(content) | Inline::Link { content, .. } => {
                collect(content, out);
            }
            Inline::Image { alt, .. } => out.push_str(alt),
            Inline::Footnote(label) => out.extend(["[", label, "]"]),
            Inline::Html(tag) => match text_of(tag) {
                " " if out.is_empty() || out.ends_with(BLANKS) => {}
                text => out.push_str(text),
            },
        }
    }
}
