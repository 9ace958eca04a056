//! From the events of the parser to the tree.

use std::borrow::Cow;
use std::iter::once;
use std::mem::take;

use pulldown_cmark::{Alignment, CodeBlockKind, CowStr, Event, LinkType, Parser, Tag};

use super::inlines::{extend, push, push_text, trimmed, unlinked};
use super::{Block, Cell, Grid, GridColumn, Inline, Item, List, doc_comment, html, plain};
use crate::block::Align;
use crate::template::{has_lost, is_lost};

/// Stands for a value that is not written yet, or empty, and is a letter to a parser. Unicode reserves it for internal use of a program.
pub(crate) const HOLE: char = '\u{FDD0}';

/// A tree may not be deeper than the stack of a thread. What is nested deeper is text.
const DEEPEST: usize = 32;

/// The blocks of a doc comment.
pub(crate) fn parse(source: &str) -> Vec<Block> {
    Reader::of(doc_comment::events(source)).blocks()
}

/// The same, with the components of JSX in it.
pub(crate) fn parse_with_components(source: &str) -> Vec<Block> {
    Reader { has_components: true, ..Reader::of(doc_comment::events(source)) }.blocks()
}

/// The blocks of a template in which the values are written, without this text in front.
pub(crate) fn parse_template(source: &str, before: &str) -> Vec<Block> {
    let mut blocks = Reader::of(Parser::new_ext(source, doc_comment::OPTIONS)).blocks();
    if let Some(Block::Paragraph(content)) = blocks.first_mut() {
        if let Some(Inline::Text(text)) = content.first_mut() {
            text.replace_range(..before.len().min(text.len()), "");
        }
        content.retain(|inline| !matches!(inline, Inline::Text(text) if text.is_empty()));
        *content = trimmed(take(content));
    }
    blocks.retain(|block| !block.is_empty());
    blocks
}

/// What is in a part of the tree. Text beside blocks is a paragraph too.
#[derive(Default)]
struct Part {
    blocks: Vec<Block>,
    inlines: Vec<Inline>,
    has_paragraph: bool,
}

impl Part {
    fn flush(&mut self) {
        let inlines = trimmed(paired(take(&mut self.inlines), false));
        if !inlines.is_empty() {
            self.blocks.push(Block::Paragraph(inlines));
        }
    }

    fn add(&mut self, block: Block) {
        self.flush();
        if !block.is_empty() {
            self.blocks.push(block);
        }
    }
}

struct Reader<E> {
    events: E,
    has_components: bool,
    depth: usize,
    /// The box of the item that is read.
    checked: Option<bool>,
}

impl<'e, E: Iterator<Item = Event<'e>>> Reader<E> {
    fn of(events: E) -> Self {
        Self { events, has_components: false, depth: 0, checked: None }
    }

    /// What there is up to the end of the part.
    fn part(&mut self) -> Part {
        let mut part = Part::default();
        while let Some(event) = self.events.next() {
            match event {
                Event::Start(_) if self.depth >= DEEPEST => self.flat(&mut part.inlines),
                Event::Start(tag) => {
                    self.depth += 1;
                    self.element(tag, &mut part);
                    self.depth -= 1;
                }
                Event::End(_) => break,
                Event::Rule => part.add(Block::Rule),
                Event::TaskListMarker(is_done) => self.checked = Some(is_done),
                event => self.inline(event, &mut part.inlines),
            }
        }
        html::pair(part.blocks.iter_mut().filter_map(|block| match block {
            Block::Html(content) => Some(content),
            _ => None,
        }));
        part
    }

    /// All text up to the end of the part, without its markup.
    fn flat(&mut self, out: &mut Vec<Inline>) {
        let mut depth = 1;
        while depth > 0 {
            match self.events.next() {
                Some(Event::Start(_)) => depth += 1,
                Some(Event::End(_)) => {
                    depth -= 1;
                    push(out, Inline::SoftBreak);
                }
                Some(event) => self.inline(event, out),
                None => break,
            }
        }
    }

    fn blocks(&mut self) -> Vec<Block> {
        let mut part = self.part();
        part.flush();
        part.blocks
    }

    fn content(&mut self) -> Vec<Inline> {
        trimmed(paired(self.part().inlines, false))
    }

    /// The text of a block of code or HTML.
    fn text(&mut self) -> String {
        plain(&self.part().inlines)
    }

    fn inline(&self, event: Event<'_>, out: &mut Vec<Inline>) {
        let inline = match event {
            Event::Text(text) | Event::Html(text) => return push_text(out, &clean(&text)),
            Event::Code(text) => Inline::Code(clean(&text).replace('\n', " ")),
            Event::InlineHtml(html) => {
                return extend(out, html::tokens(&clean(&html), self.has_components));
            }
            Event::SoftBreak => Inline::SoftBreak,
            Event::HardBreak => Inline::Break,
            Event::FootnoteReference(label) => Inline::Footnote(owned(&label)),
            _ => return,
        };
        push(out, inline);
    }

    fn element(&mut self, tag: Tag<'e>, part: &mut Part) {
        part.has_paragraph |= matches!(tag, Tag::Paragraph);
        let block = match tag {
            Tag::Paragraph => Block::Paragraph(self.content()),
            Tag::Heading { level, .. } => Block::Heading { level: level as usize, content: self.content() },
            Tag::CodeBlock(kind) => {
                let info = match kind {
                    CodeBlockKind::Fenced(info) => one_line(&info),
                    CodeBlockKind::Indented => String::new(),
                };
                let text = self.text();
                Block::Code { info, text: text.strip_suffix('\n').unwrap_or(&text).to_owned() }
            }
            Tag::HtmlBlock => Block::Html(trimmed(html::tokens(&self.text(), self.has_components))),
            Tag::BlockQuote(_) => Block::Quote(self.blocks()),
            Tag::FootnoteDefinition(label) => Block::Footnote { label: owned(&label), blocks: self.blocks() },
            Tag::List(first) => Block::List(self.list(first)),
            Tag::Table(aligns) => Block::Table(Box::new(self.table(aligns))),
            tag => {
                let inline = self.around(tag);
                return push(&mut part.inlines, inline);
            }
        };
        part.add(block);
    }

    /// An inline with content.
    fn around(&mut self, tag: Tag<'e>) -> Inline {
        let content = paired(self.part().inlines, matches!(tag, Tag::Link { .. }));
        match tag {
            Tag::Emphasis => Inline::Emphasis(content),
            Tag::Strong => Inline::Strong(content),
            Tag::Strikethrough => Inline::Strike(content),
            Tag::Image { dest_url, title, .. } if !dest_url.is_empty() => {
                let alt = plain(&content).replace('\n', " ");
                Inline::Image { address: one_line(&dest_url), title: owned(&title), alt }
            }
            Tag::Link { link_type, dest_url, title, .. } => {
                let is_bare = link_type == LinkType::Email && !dest_url.starts_with("mailto:");
                let address = if is_bare { CowStr::from(format!("mailto:{dest_url}")) } else { dest_url };
                Inline::Link { address: one_line(&address), title: owned(&title), content }
            }
            _ => Inline::Link { address: String::new(), title: String::new(), content },
        }
    }

    fn list(&mut self, first: Option<u64>) -> List {
        let mut list = List { first, ..List::default() };
        let outer = self.checked;
        while let Some(Event::Start(_)) = self.events.next() {
            self.checked = None;
            let mut item = self.part();
            item.flush();
            list.is_loose |= item.has_paragraph;
            list.items.push(Item { checked: self.checked, blocks: item.blocks });
        }
        self.checked = outer;
        list
    }

    fn table(&mut self, aligns: Vec<Alignment>) -> Grid {
        let mut lines = Vec::new();
        while let Some(Event::Start(_)) = self.events.next() {
            let mut cells = Vec::new();
            while let Some(Event::Start(_)) = self.events.next() {
                cells.push(self.content());
            }
            lines.push(cells);
        }
        let mut lines = lines.into_iter();
        let headers = lines.next().unwrap_or_default();
        let paragraph =
            |content: Vec<_>| if content.is_empty() { vec![] } else { vec![Block::Paragraph(content)] };
        Grid {
            columns: aligns.into_iter().zip(headers).map(column).collect(),
            rows: lines
                .map(|cells| cells.into_iter().map(|cell| Cell::new(paragraph(cell))).collect())
                .collect(),
            ..Grid::default()
        }
    }
}

/// The inlines with text in place of tags without a partner, and of links in links.
fn paired(mut inlines: Vec<Inline>, is_in_link: bool) -> Vec<Inline> {
    html::pair(once(&mut inlines));
    let has_tags = inlines.iter().any(|inline| matches!(inline, Inline::Html(_)));
    if has_tags { unlinked(inlines, is_in_link) } else { inlines }
}

/// Entities may stand for characters that no page can hold.
fn clean(text: &str) -> Cow<'_, str> {
    if has_lost(text) { text.replace(HOLE, "").replace(is_lost, "\u{FFFD}").into() } else { text.into() }
}

fn owned(text: &str) -> String {
    clean(text).into_owned()
}

fn one_line(text: &str) -> String {
    clean(text).replace(['\n', '\t'], "")
}

fn column((align, header): (Alignment, Vec<Inline>)) -> GridColumn {
    let align = match align {
        Alignment::None => None,
        Alignment::Left => Some(Align::Left),
        Alignment::Center => Some(Align::Center),
        Alignment::Right => Some(Align::Right),
    };
    GridColumn { header, align, ..GridColumn::default() }
}
