//! The Markdown of doc comments, fitted into a page: as blocks, or on one line.
//!
//! What is written is copied, with four exceptions: links by reference become links on the spot, since two texts may mean
//! different things by `[1]`; links to items become their text; a cell has its own escapes, and so has MDX.

mod code;
mod copy;
mod links;
mod text;

use std::iter::Peekable;
use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use self::code::Code;
use self::links::Link;
use self::text::Emphasis;
use super::Dialect;
use crate::markup::{html, source};

/// The blocks of a text, as they are.
pub(super) fn blocks(text: &str, dialect: Dialect) -> String {
    Writer::write(text, Layout::Blocks, None, dialect)
}

/// A text on one line, its blocks parted by line breaks of HTML; behind it stands this character.
pub(super) fn line(text: &str, in_cell: bool, after: Option<char>, dialect: Dialect) -> String {
    Writer::write(text, Layout::Line { in_cell }, after, dialect)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Layout {
    Blocks,
    Line { in_cell: bool },
}

struct Writer<'s> {
    source: &'s str,
    layout: Layout,
    /// What stands behind all of it.
    after: Option<char>,
    dialect: Dialect,
    out: String,
    /// Up to where the source is copied; of a line, where copying goes on is only known at the next event.
    at: Option<usize>,
    /// Behind the last break in a paragraph.
    line: usize,
    /// Where references are defined, which is not copied.
    definitions: Peekable<std::vec::IntoIter<Range<usize>>>,
    links: Vec<Link>,
    lists: Vec<Option<u64>>,
    code: Code,
    emphasis: Emphasis,
    /// Whether a definition was left out: a line behind it may begin a block now.
    is_behind_definition: bool,
    /// Whether a block of HTML is not closed.
    is_html_open: bool,
    /// Whether a block is behind what is written.
    is_behind_block: bool,
}

impl<'s> Writer<'s> {
    fn write(source: &'s str, layout: Layout, after: Option<char>, dialect: Dialect) -> String {
        let parser = source::parser(source);
        let mut definitions: Vec<_> =
            parser.reference_definitions().iter().map(|(_, definition)| definition.span.clone()).collect();
        definitions.sort_unstable_by_key(|span| span.start);
        let mut writer = Self {
            source,
            layout,
            after,
            dialect,
            out: String::with_capacity(source.len() + 8),
            at: (layout == Layout::Blocks).then_some(0),
            line: 0,
            definitions: definitions.into_iter().peekable(),
            links: Vec::new(),
            lists: Vec::new(),
            code: Code::None,
            emphasis: if layout == Layout::Blocks { Emphasis::Signs } else { Emphasis::on_line(source) },
            is_behind_definition: false,
            is_html_open: false,
            is_behind_block: false,
        };
        for (event, range) in parser.into_offset_iter() {
            writer.read(event, range);
        }
        if layout == Layout::Blocks {
            writer.copy(source.len());
        }
        writer.out.truncate(source::trim_end(&writer.out).len());
        if layout != Layout::Blocks {
            writer.end_text();
        }
        writer.out
    }

    fn read(&mut self, event: Event<'s>, range: Range<usize>) {
        let is_start = matches!(event, Event::Start(_));
        self.write_event(event, range);
        self.is_behind_definition &= is_start;
    }

    fn write_event(&mut self, event: Event<'s>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag, range),
            Event::Text(text) => match &mut self.code {
                Code::Collected(code) => code.push_str(&text),
                Code::Copied | Code::None => self.text(&text, range),
            },
            Event::Code(content) => self.code_span(&content, range),
            Event::Html(html) => self.html(&html, range),
            Event::InlineHtml(html) => self.inline_html(&html, range),
            Event::SoftBreak if self.layout != Layout::Blocks => {
                self.copy(range.start);
                self.out.push(' ');
                self.break_line(range.end);
            }
            Event::HardBreak if self.layout != Layout::Blocks => {
                self.copy(range.start);
                self.end_text();
                self.out.push_str(self.dialect.line_break());
                self.break_line(range.end);
            }
            Event::TaskListMarker(_) | Event::FootnoteReference(_) => {
                self.copy(range.start);
                self.copy(range.end);
            }
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'s>, range: Range<usize>) {
        match tag {
            Tag::Link { link_type, dest_url, title, .. } | Tag::Image { link_type, dest_url, title, .. } => {
                self.start_link(link_type, &dest_url, &title, range);
            }
            Tag::Emphasis if self.emphasis == Emphasis::Elements => {
                self.begin_element("<em>", range.start, 1);
            }
            Tag::Strong if self.emphasis == Emphasis::Elements => {
                self.begin_element("<strong>", range.start, 2);
            }
            Tag::Strikethrough if self.emphasis == Emphasis::Elements => {
                let is_double = self.source.get(range.start..).is_some_and(|text| text.starts_with("~~"));
                self.begin_element("<del>", range.start, 1 + usize::from(is_double));
            }
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough => self.copy(range.start),
            Tag::CodeBlock(kind) if self.has_own_code(&kind, range.clone()) => {
                self.copy(range.start);
                self.begin_block(2);
                self.begin_code(&kind);
            }
            Tag::CodeBlock(_) => self.code = Code::Copied,
            Tag::HtmlBlock if self.layout == Layout::Blocks => {
                let block = self.source.get(range).unwrap_or_default();
                self.is_html_open = html::takes_the_rest(block);
            }
            _ if self.layout == Layout::Blocks => {}
            Tag::List(first) => self.lists.push(first),
            Tag::Item => {
                self.begin_block(1);
                let marker = source::marker(&mut self.lists);
                self.out.push_str(&marker);
                self.is_behind_block = false;
            }
            Tag::TableHead | Tag::TableRow => self.begin_block(1),
            Tag::Heading { .. } => {
                self.begin_block(2);
                self.out.push_str("<b>");
            }
            Tag::Paragraph | Tag::HtmlBlock | Tag::Table(_) => {
                // The first block of an item stands behind its marker.
                let begins_item = !self.is_behind_block && self.out.ends_with(' ');
                self.begin_block(if begins_item { 0 } else { 2 });
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        match tag {
            TagEnd::Link | TagEnd::Image => self.end_link(range.end),
            TagEnd::Emphasis if self.emphasis == Emphasis::Elements => self.end_element("em", range.end),
            TagEnd::Strong if self.emphasis == Emphasis::Elements => self.end_element("strong", range.end),
            TagEnd::Strikethrough if self.emphasis == Emphasis::Elements => {
                self.end_element("del", range.end);
            }
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough => self.copy(range.end),
            TagEnd::CodeBlock => self.end_code(range),
            // What was a block of its own can be the next line of this one.
            TagEnd::Paragraph if self.layout == Layout::Blocks => self.end_text(),
            _ if self.layout == Layout::Blocks => {}
            TagEnd::List(_) => drop(self.lists.pop()),
            TagEnd::Heading(_) => {
                self.end_text();
                self.out.push_str("</b>");
                self.end_block();
            }
            TagEnd::TableCell => {
                self.out.push(' ');
                self.at = None;
            }
            TagEnd::Paragraph | TagEnd::Item | TagEnd::HtmlBlock | TagEnd::Table => self.end_block(),
            _ => {}
        }
    }

    fn break_line(&mut self, behind: usize) {
        self.at = None;
        self.line = behind;
    }

    fn begin_block(&mut self, breaks: usize) {
        if self.layout != Layout::Blocks {
            self.at = None;
        }
        if self.layout != Layout::Blocks && !self.out.is_empty() && breaks > 0 {
            self.out.truncate(source::trim_end(&self.out).len());
            self.end_text();
            self.out.push_str(&self.dialect.line_break().repeat(breaks));
        }
        self.is_behind_block = false;
    }

    /// A backslash at the end of a text is one, which it would not be in front of what follows now.
    fn end_text(&mut self) {
        if self.is_escaped() {
            self.out.push('\\');
        }
    }

    fn end_block(&mut self) {
        self.at = None;
        self.is_behind_block = true;
    }
}
