//! From the events of the parser to the tree.

use pulldown_cmark::{CodeBlockKind, Event, Tag, TagEnd};

use super::{Block, Inline};
use crate::markup::source;

/// What is nested deeper stands on the level above it: a tree may not be deeper than the stack of a thread.
const DEEPEST: usize = 32;

/// A part of the tree that is not closed.
#[derive(Default)]
struct Open {
    blocks: Vec<Block>,
    inlines: Vec<Inline>,
    /// The items of a list.
    items: Vec<Vec<Block>>,
    /// The rows of a table.
    rows: Vec<Vec<Vec<Inline>>>,
    cells: Vec<Vec<Inline>>,
    /// A language, an address, the label of a footnote.
    about: String,
    /// Where a list begins to count.
    first: Option<u64>,
}

pub(super) struct Builder {
    open: Vec<Open>,
    top: Open,
}

impl Builder {
    pub(super) fn build(source: &str) -> Vec<Block> {
        let mut builder = Self { open: Vec::new(), top: Open::default() };
        for (event, _) in source::events(source) {
            builder.read(event);
        }
        builder.flush();
        builder.top.blocks
    }

    fn read(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.text(&text),
            Event::Code(text) => self.push(Inline::Code(clean(&text).replace('\n', " "))),
            Event::Html(html) | Event::InlineHtml(html) => self.lines(&html),
            Event::SoftBreak => self.push(Inline::Text(" ".to_owned())),
            Event::HardBreak => self.push(Inline::Break),
            Event::Rule => self.block(Block::Rule),
            Event::TaskListMarker(is_done) => self.text(if is_done { "[x] " } else { "[ ] " }),
            Event::FootnoteReference(label) => self.text(&format!("[{label}]")),
            Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        let is_inline = matches!(
            tag,
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. }
        );
        if !is_inline {
            self.flush();
        }
        let mut open = Open::default();
        match tag {
            Tag::Link { dest_url, link_type, .. } => {
                let is_bare =
                    link_type == pulldown_cmark::LinkType::Email && !dest_url.starts_with("mailto:");
                open.about = format!("{}{}", if is_bare { "mailto:" } else { "" }, one_line(&dest_url));
            }
            Tag::Image { dest_url, .. } => open.about = one_line(&dest_url),
            Tag::CodeBlock(CodeBlockKind::Fenced(info)) => open.about = language(&info),
            Tag::FootnoteDefinition(label) => {
                open.inlines.push(Inline::Text(format!("[{label}] ")));
            }
            Tag::List(first) => open.first = first,
            _ => {}
        }
        self.open.push(open);
    }

    fn end(&mut self, tag: TagEnd) {
        let is_deep = self.open.len() > DEEPEST;
        let Some(mut open) = self.open.pop() else { return };
        match tag {
            TagEnd::Paragraph | TagEnd::HtmlBlock => self.block(Block::Paragraph(trimmed(open.inlines))),
            TagEnd::Heading(_) => self.block(Block::Heading(trimmed(open.inlines))),
            TagEnd::CodeBlock => {
                let text = super::plain(&open.inlines);
                self.block(Block::Code {
                    language: open.about,
                    text: text.trim_end_matches('\n').to_owned(),
                });
            }
            TagEnd::TableCell => self.parent().cells.push(trimmed(open.inlines)),
            TagEnd::TableHead | TagEnd::TableRow => self.parent().rows.push(open.cells),
            TagEnd::Table => self.block(Block::Table(open.rows)),
            TagEnd::Emphasis if !is_deep => self.push(Inline::Emphasis(open.inlines)),
            TagEnd::Strong if !is_deep => self.push(Inline::Strong(open.inlines)),
            TagEnd::Link
                if !is_deep && !open.about.is_empty() && !super::plain(&open.inlines).trim().is_empty() =>
            {
                self.push(Inline::Link { address: open.about, content: open.inlines });
            }
            TagEnd::Image if !open.about.is_empty() => {
                let alt = super::plain(&open.inlines);
                self.push(Inline::Image { address: open.about, alt });
            }
            // What is struck out would say the opposite without a sign of it.
            TagEnd::Strikethrough => {
                self.text("~~");
                open.inlines.into_iter().for_each(|inline| self.push(inline));
                self.text("~~");
            }
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link | TagEnd::Image => {
                open.inlines.into_iter().for_each(|inline| self.push(inline));
            }
            _ => {
                flush(&mut open);
                self.container(tag, open, is_deep);
            }
        }
    }

    fn container(&mut self, tag: TagEnd, open: Open, is_deep: bool) {
        match tag {
            TagEnd::BlockQuote(_) if !is_deep && !open.blocks.is_empty() => {
                self.block(Block::Quote(open.blocks));
            }
            TagEnd::List(_) if !is_deep => self.block(Block::List { first: open.first, items: open.items }),
            TagEnd::Item if !is_deep => self.parent().items.push(open.blocks),
            _ => {
                let blocks = open.items.into_iter().flatten().chain(open.blocks);
                blocks.for_each(|block| self.block(block));
            }
        }
    }

    fn parent(&mut self) -> &mut Open {
        self.open.last_mut().unwrap_or(&mut self.top)
    }

    fn block(&mut self, block: Block) {
        let parent = self.parent();
        let is_label = parent.blocks.is_empty() && !parent.inlines.is_empty();
        match block {
            // The label of a footnote, or the box of a task, stands in front of its first paragraph.
            Block::Paragraph(content) if is_label => {
                for inline in content {
                    push(&mut parent.inlines, inline);
                }
                flush(parent);
            }
            block => {
                flush(parent);
                parent.blocks.push(block);
            }
        }
    }

    /// Text directly in an item of a list is a paragraph too.
    fn flush(&mut self) {
        let parent = self.parent();
        let is_label = matches!(parent.inlines.as_slice(), [Inline::Text(text)] if text.starts_with('[') && text.ends_with("] "));
        if !is_label {
            flush(parent);
        }
    }

    fn push(&mut self, inline: Inline) {
        push(&mut self.parent().inlines, inline);
    }

    fn text(&mut self, text: &str) {
        self.push(Inline::Text(clean(text)));
    }

    /// HTML as it was written.
    fn lines(&mut self, html: &str) {
        for (at, line) in html.split('\n').enumerate() {
            if at > 0 {
                self.push(Inline::Break);
            }
            self.push(Inline::Text(clean(line)));
        }
    }
}

fn flush(open: &mut Open) {
    let inlines = trimmed(std::mem::take(&mut open.inlines));
    if !inlines.is_empty() {
        open.blocks.push(Block::Paragraph(inlines));
    }
}

/// The parser divides texts where there might have been markup.
fn push(inlines: &mut Vec<Inline>, inline: Inline) {
    match (inlines.last_mut(), inline) {
        (_, Inline::Text(text)) if text.is_empty() => {}
        (_, Inline::Emphasis(content) | Inline::Strong(content)) if content.is_empty() => {}
        (Some(Inline::Text(before)), Inline::Text(text)) => before.push_str(&text),
        (_, inline) => inlines.push(inline),
    }
}

/// Without blanks and breaks around it.
fn trimmed(mut inlines: Vec<Inline>) -> Vec<Inline> {
    let is_blank = |inline: Option<&Inline>| match inline {
        Some(Inline::Text(text)) => text.trim().is_empty(),
        Some(Inline::Break) => true,
        _ => false,
    };
    while is_blank(inlines.last()) {
        inlines.pop();
    }
    let blanks = inlines.iter().take_while(|inline| is_blank(Some(inline))).count();
    inlines.drain(..blanks);
    if let Some(Inline::Text(text)) = inlines.first_mut() {
        text.drain(..text.len() - text.trim_start().len());
    }
    if let Some(Inline::Text(text)) = inlines.last_mut() {
        text.truncate(text.trim_end().len());
    }
    inlines
}

/// Entities may stand for characters that no page can hold.
fn clean(text: &str) -> String {
    let clean = |c: char| match c {
        '\n' | '\t' => c,
        '\u{FDD0}'..='\u{FDEF}' => '\u{FFFD}',
        c if c.is_control() => '\u{FFFD}',
        c => c,
    };
    text.chars().map(clean).collect()
}

fn one_line(text: &str) -> String {
    clean(text).replace(['\n', '\t'], "")
}

/// The name of a language; rustdoc's own words are none.
fn language(info: &str) -> String {
    let word = info.split([',', ' ', '\t', '{']).next().unwrap_or_default();
    let is_name = word.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '_'));
    match word {
        "no_run" | "ignore" | "should_panic" | "compile_fail" | "text" | "txt" | "plain" => String::new(),
        _ if is_name => word.to_ascii_lowercase(),
        _ => String::new(),
    }
}
