//! From the events of the parser to the tree.

use std::mem::take;

use pulldown_cmark::{Alignment, CodeBlockKind, Event, LinkType, Options, Parser, Tag, TagEnd};

use super::fill::HOLE;
use super::{Block, Cell, Grid, GridColumn, Inline, Item, List, doc_comment, html, plain};
use crate::block::Align;
use crate::template::is_lost;

/// The spaces that are not text at the ends of a block, unlike U+00A0 or U+3000.
const BLANKS: [char; 3] = [' ', '\t', '\n'];

/// What is nested deeper stands on the level above it: a tree may not be deeper than the stack of a thread.
const DEEPEST: usize = 32;

/// The blocks of a doc comment.
pub(crate) fn parse(source: &str) -> Vec<Block> {
    Builder::default().finish(doc_comment::events(source).map(|(event, _)| event))
}

/// The same, with the components of JSX in it.
pub(crate) fn parse_with_components(source: &str) -> Vec<Block> {
    let builder = Builder { has_components: true, ..Builder::default() };
    builder.finish(doc_comment::events(source).map(|(event, _)| event))
}

/// The blocks of a template with holes.
pub(super) fn parse_template(source: &str) -> Vec<Block> {
    let options = doc_comment::OPTIONS.difference(Options::ENABLE_FOOTNOTES);
    Builder { has_holes: true, ..Builder::default() }.finish(Parser::new_ext(source, options))
}

/// A template with holes that is a part of a line: it begins no block.
pub(crate) fn parse_line(source: &str) -> Vec<Inline> {
    let line = source.trim_matches([' ', '\t', '\n', '\r']).replace(['\n', '\r'], " ");
    let mut content = super::line(&parse_template(&format!("x {line}")));
    if let Some(Inline::Text(first)) = content.first_mut() {
        first.replace_range(..first.len().min(2), "");
    }
    content.retain(|inline| !matches!(inline, Inline::Text(text) if text.is_empty()));
    content
}

/// A part of the tree that is not closed.
#[derive(Default)]
struct Open {
    blocks: Vec<Block>,
    inlines: Vec<Inline>,
    list: List,
    grid: Grid,
    cells: Vec<Cell>,
    is_item: bool,
    checked: Option<bool>,
    level: usize,
    /// The info of a code block, an address, the label of a footnote.
    about: String,
    title: String,
}

#[derive(Default)]
struct Builder {
    open: Vec<Open>,
    top: Open,
    has_holes: bool,
    has_components: bool,
}

impl Builder {
    fn finish<'e>(mut self, events: impl Iterator<Item = Event<'e>>) -> Vec<Block> {
        events.for_each(|event| self.read(event));
        flush(&mut self.top);
        html::balance(&mut self.top.blocks);
        self.top.blocks
    }

    fn read(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.push(Inline::Text(self.clean(&text))),
            Event::Code(text) => self.push(Inline::Code(self.clean(&text).replace('\n', " "))),
            Event::Html(html) => self.push(Inline::Html(self.clean(&html))),
            Event::InlineHtml(html) => {
                let tokens = html::tokens(&self.clean(&html), self.has_components);
                extend(&mut self.parent().inlines, tokens);
            }
            Event::SoftBreak => self.push(Inline::SoftBreak),
            Event::HardBreak => self.push(Inline::Break),
            Event::Rule => self.block(Block::Rule),
            Event::TaskListMarker(is_done) => {
                if let Some(item) = self.open.iter_mut().rev().find(|open| open.is_item) {
                    item.checked = Some(is_done);
                }
            }
            Event::FootnoteReference(label) => self.push(Inline::Footnote(self.clean(&label))),
            Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        let is_inline = matches!(
            tag,
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. }
        );
        if !is_inline {
            flush(self.parent());
        }
        let mut open = Open::default();
        match tag {
            Tag::Link { dest_url, link_type, title, .. } | Tag::Image { dest_url, link_type, title, .. } => {
                let is_bare = link_type == LinkType::Email && !dest_url.starts_with("mailto:");
                open.about = format!("{}{}", if is_bare { "mailto:" } else { "" }, self.one_line(&dest_url));
                open.title = self.clean(&title);
            }
            Tag::CodeBlock(CodeBlockKind::Fenced(info)) => open.about = self.one_line(&info),
            Tag::FootnoteDefinition(label) => open.about = self.clean(&label),
            Tag::Heading { level, .. } => open.level = level as usize,
            Tag::List(first) => open.list.first = first,
            Tag::Item => open.is_item = true,
            Tag::Table(aligns) => {
                open.grid.columns = aligns.into_iter().map(column).collect();
            }
            Tag::Paragraph if self.open.last().is_some_and(|open| open.is_item) => {
                let list = self.open.len().checked_sub(2).and_then(|at| self.open.get_mut(at));
                list.unwrap_or(&mut self.top).list.is_loose = true;
            }
            _ => {}
        }
        self.open.push(open);
    }

    fn end(&mut self, tag: TagEnd) {
        let is_deep = self.open.len() > DEEPEST;
        let Some(open) = self.open.pop() else { return };
        match tag {
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image => {
                self.end_inline(tag, open, is_deep);
            }
            TagEnd::Paragraph => self.block(Block::Paragraph(trimmed(open.inlines))),
            TagEnd::HtmlBlock => {
                let source = html_of(&open.inlines);
                self.block(Block::Html(trimmed(html::tokens(&source, self.has_components))));
            }
            TagEnd::Heading(_) => {
                self.block(Block::Heading { level: open.level, content: trimmed(open.inlines) });
            }
            TagEnd::CodeBlock => {
                let text = plain(&open.inlines);
                let text = text.strip_suffix('\n').unwrap_or(&text).to_owned();
                self.block(Block::Code { info: open.about, text });
            }
            TagEnd::TableCell => {
                let content = trimmed(open.inlines);
                let blocks = if content.is_empty() { Vec::new() } else { vec![Block::Paragraph(content)] };
                self.parent().cells.push(Cell::new(blocks));
            }
            TagEnd::TableHead => {
                let columns = &mut self.parent().grid.columns;
                for (column, cell) in columns.iter_mut().zip(open.cells) {
                    column.header = super::line(&cell.blocks);
                }
            }
            TagEnd::TableRow => self.parent().grid.rows.push(open.cells),
            TagEnd::Table => self.block(Block::Table(open.grid)),
            _ => self.end_container(tag, open, is_deep),
        }
    }

    fn end_inline(&mut self, tag: TagEnd, open: Open, is_deep: bool) {
        let (content, address, title) = (open.inlines, open.about, open.title);
        match tag {
            TagEnd::Strikethrough if !is_deep => self.push(Inline::Strike(content)),
            TagEnd::Emphasis if !is_deep => self.push(Inline::Emphasis(content)),
            TagEnd::Strong if !is_deep => self.push(Inline::Strong(content)),
            TagEnd::Link if !is_deep => self.push(Inline::Link { address, title, content }),
            TagEnd::Image if !address.is_empty() => {
                self.push(Inline::Image { address, title, alt: plain(&content).replace('\n', " ") });
            }
            _ => extend(&mut self.parent().inlines, content),
        }
    }

    fn end_container(&mut self, tag: TagEnd, mut open: Open, is_deep: bool) {
        flush(&mut open);
        match tag {
            TagEnd::BlockQuote(_) if !is_deep && !open.blocks.is_empty() => {
                self.block(Block::Quote(open.blocks));
            }
            TagEnd::FootnoteDefinition if !is_deep => {
                self.block(Block::Footnote { label: open.about, blocks: open.blocks });
            }
            TagEnd::List(_) if !is_deep => self.block(Block::List(open.list)),
            TagEnd::Item if !is_deep => {
                self.parent().list.items.push(Item { checked: open.checked, blocks: open.blocks });
            }
            _ => {
                let items = open.list.items.into_iter().flat_map(|item| item.blocks);
                items.chain(open.blocks).for_each(|block| self.block(block));
            }
        }
    }

    fn parent(&mut self) -> &mut Open {
        self.open.last_mut().unwrap_or(&mut self.top)
    }

    fn block(&mut self, block: Block) {
        let parent = self.parent();
        flush(parent);
        let is_empty = match &block {
            Block::Paragraph(content) | Block::Html(content) => content.is_empty(),
            _ => false,
        };
        if !is_empty {
            parent.blocks.push(block);
        }
    }

    fn push(&mut self, inline: Inline) {
        push(&mut self.parent().inlines, inline);
    }

    /// Entities may stand for characters that no page can hold.
    fn clean(&self, text: &str) -> String {
        let is_lost = |c| is_lost(c) && !(self.has_holes && c == HOLE);
        if text.contains(is_lost) { text.replace(is_lost, "\u{FFFD}") } else { text.to_owned() }
    }

    fn one_line(&self, text: &str) -> String {
        self.clean(text).replace(['\n', '\t'], "")
    }
}

fn html_of(inlines: &[Inline]) -> String {
    let html = |inline: &Inline| match inline {
        Inline::Html(html) | Inline::Text(html) => html.clone(),
        _ => String::new(),
    };
    inlines.iter().map(html).collect()
}

fn column(align: Alignment) -> GridColumn {
    let align = match align {
        Alignment::None => None,
        Alignment::Left => Some(Align::Left),
        Alignment::Center => Some(Align::Center),
        Alignment::Right => Some(Align::Right),
    };
    GridColumn { align, ..GridColumn::default() }
}

/// Text directly in an item of a list is a paragraph too.
fn flush(open: &mut Open) {
    let inlines = trimmed(take(&mut open.inlines));
    if !inlines.is_empty() {
        open.blocks.push(Block::Paragraph(inlines));
    }
}

pub(super) fn extend(inlines: &mut Vec<Inline>, more: impl IntoIterator<Item = Inline>) {
    for inline in more {
        push(inlines, inline);
    }
}

/// Adds a part. The parser divides texts where there might have been markup. Signs of emphasis are read beside text only, so the spaces
/// and breaks at the ends of what is emphasized are moved out of it.
pub(super) fn push(inlines: &mut Vec<Inline>, mut inline: Inline) {
    let mut behind = Vec::new();
    if let Inline::Emphasis(content) | Inline::Strong(content) | Inline::Strike(content) = &mut inline {
        if has_blank_ends(content) {
            let (before, inside, after) = divided(take(content));
            (*content, behind) = (inside, after);
            extend(inlines, before);
        }
    }
    match (inlines.last_mut(), inline) {
        (_, Inline::Text(text) | Inline::Code(text)) if text.is_empty() => {}
        (_, Inline::Emphasis(content) | Inline::Strong(content) | Inline::Strike(content))
            if content.is_empty() => {}
        (_, Inline::Link { address, content, .. })
            if address.is_empty() || plain(&content).trim_matches(BLANKS).is_empty() =>
        {
            extend(inlines, content);
        }
        (Some(Inline::Text(before)), Inline::Text(text)) => before.push_str(&text),
        (_, inline) => inlines.push(inline),
    }
    extend(inlines, behind);
}

/// Without spaces and breaks around it.
pub(super) fn trimmed(inlines: Vec<Inline>) -> Vec<Inline> {
    if has_blank_ends(&inlines) { divided(inlines).1 } else { inlines }
}

/// Whether it is more than spaces and breaks.
pub(super) fn is_said(inline: &Inline) -> bool {
    match inline {
        Inline::Text(text) => !text.trim_matches(BLANKS).is_empty(),
        inline => !matches!(inline, Inline::Break | Inline::SoftBreak),
    }
}

fn has_blank_ends(inlines: &[Inline]) -> bool {
    [inlines.first(), inlines.last()].into_iter().flatten().any(|inline| match inline {
        Inline::Text(text) => text.starts_with(BLANKS) || text.ends_with(BLANKS),
        inline => !is_said(inline),
    })
}

/// The spaces and breaks before the content, the content, and those behind it.
fn divided(mut inlines: Vec<Inline>) -> (Vec<Inline>, Vec<Inline>, Vec<Inline>) {
    let mut behind = inlines.split_off(inlines.iter().rposition(is_said).map_or(0, |last| last + 1));
    let mut inside = inlines.split_off(inlines.iter().position(is_said).unwrap_or_default());
    if let Some(Inline::Text(text)) = inside.first_mut() {
        let rest = text.split_off(text.len() - text.trim_start_matches(BLANKS).len());
        inlines.push(Inline::Text(std::mem::replace(text, rest)));
    }
    if let Some(Inline::Text(text)) = inside.last_mut() {
        behind.insert(0, Inline::Text(text.split_off(text.trim_end_matches(BLANKS).len())));
    }
    (inlines, inside, behind)
}
