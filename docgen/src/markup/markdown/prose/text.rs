//! Text of doc comments, and HTML in them.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::super::around::Around;
use super::super::place::{HOLE, Inline};
use super::super::{Dialect, text};
use super::code::Code;
use super::links::Link;
use super::{Layout, Writer};
use crate::markup::{html, source};

/// What text is emphasized by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Emphasis {
    /// The signs of the source.
    Signs,
    Elements,
}

impl Emphasis {
    pub(super) fn on_line(source: &str) -> Self {
        if has_loose_signs(source) { Self::Elements } else { Self::Signs }
    }
}

/// Whether emphasis and signs that are none stand together: a backslash before one could change what another is.
fn has_loose_signs(source: &str) -> bool {
    let (mut has_emphasis, mut has_signs) = (false, false);
    for (event, _) in source::events(source) {
        match event {
            Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough) => has_emphasis = true,
            Event::Text(text) => {
                has_signs |= text.contains(['*', '~']) || text.starts_with('_') || text.ends_with('_');
            }
            _ => {}
        }
    }
    has_emphasis && has_signs
}

impl Writer<'_> {
    /// Text that the parser found no markup in. On a line it has other neighbours, so signs of markup get a backslash.
    pub(super) fn text(&mut self, text: &str, range: Range<usize>) {
        self.copy(range.start);
        let written = self.source.get(range.clone()).unwrap_or_default();
        let first = if self.is_escaped() { written.chars().next().map_or(0, char::len_utf8) } else { 0 };
        let (escaped, rest) = written.split_at(first);
        self.push(escaped);
        let begins_block = std::mem::take(&mut self.is_behind_definition) && self.is_on_new_line();
        // A character reference says another text than is written, and an address is as it is.
        let is_exact = matches!(self.code, Code::Copied)
            || !text.ends_with(rest)
            || matches!(self.links.last(), Some(Link::Bare));
        let guarded =
            if begins_block { text::guarded(rest, self.behind(range.end)) } else { Cow::Borrowed(rest) };
        match (self.layout, self.dialect) {
            _ if is_exact => self.push(rest),
            (Layout::Blocks, Dialect::Gfm) => self.push(&guarded),
            (Layout::Blocks, Dialect::Mdx) => self.push_words(&guarded, self.behind(range.end)),
            (Layout::Line { .. }, _) => self.escape(rest, self.behind(range.end)),
        }
        self.at = Some(range.end);
    }

    /// Text of MDX. In an address, a backslash of ours would stand for itself: such an address becomes none.
    fn push_words(&mut self, text: &str, behind: Option<char>) {
        let is_sign = |c: char| matches!(c, '<' | '{' | '}' | '\\');
        for word in text.split_inclusive([' ', '\t', '\n']) {
            let is_last = !word.ends_with([' ', '\t', '\n']);
            if word.contains(is_sign) || (is_last && behind.is_some_and(is_sign)) {
                self.push_escaped(&text::without_addresses(word));
            } else {
                self.push_escaped(word);
            }
        }
    }

    /// What will stand behind what the source has up to here.
    pub(super) fn behind(&self, at: usize) -> Option<char> {
        let rest = self.source.get(at..).unwrap_or_default();
        match rest.chars().next() {
            _ if rest.trim().is_empty() => self.after,
            Some('\n') => Some(' '),
            // It is markup: if not, it would be a part of the text.
            Some('*' | '_' | '~') => Some('-'),
            next => next,
        }
    }

    /// HTML is Markdown too; MDX has elements in its place, which must be closed, so there it is text.
    pub(super) fn inline_html(&mut self, html: &str, range: Range<usize>) {
        self.copy(range.start);
        match self.dialect {
            // In a tag, a backslash would stand for itself.
            Dialect::Gfm if self.layout == (Layout::Line { in_cell: true }) => {
                self.push(&html.replace('|', "&#124;"));
            }
            Dialect::Gfm => self.push(html),
            Dialect::Mdx => self.escape(html, Some(HOLE)),
        }
        self.at = Some(range.end);
    }

    /// A line of a block of HTML: on a line of ours, what is between its tags would be read as Markdown.
    pub(super) fn html(&mut self, html: &str, range: Range<usize>) {
        if self.layout == Layout::Blocks {
            self.copy(range.start);
        }
        match (self.dialect, self.layout) {
            (Dialect::Gfm, Layout::Blocks) if !self.is_html_open => self.copy(range.end),
            (Dialect::Mdx, _) => self.escape(html, Some(HOLE)),
            (Dialect::Gfm, Layout::Blocks) => self.html_text(html),
            (Dialect::Gfm, Layout::Line { .. }) => {
                let mut rest = html;
                while let Some((text, tag, behind)) = html::split_at_tag(rest) {
                    self.html_text(text);
                    self.push(tag);
                    rest = behind;
                }
                self.html_text(rest);
            }
        }
        self.at = Some(range.end);
    }

    /// Text in HTML, which knows character references, and no backslashes.
    pub(super) fn html_text(&mut self, text: &str) {
        let mut parts = text.split('&').peekable();
        while let Some(part) = parts.next() {
            let is_last = parts.peek().is_none();
            self.escape(part, Some(if is_last { '<' } else { '&' }));
            self.out.push_str(if is_last { "" } else { "&" });
        }
    }

    pub(super) fn escape(&mut self, text: &str, after: Option<char>) {
        let inline = match self.layout {
            Layout::Line { in_cell: true } => Inline::Cell { indentation: None },
            Layout::Line { in_cell: false } => Inline::within_line(),
            Layout::Blocks => Inline::Block { indentation: Some(0), is_alone: false, prefix: String::new() },
        };
        for (at, line) in text.lines().enumerate() {
            self.out.push_str(if at > 0 { " " } else { "" });
            // A line of ours has no breaks, so there is no need to look for them.
            let before = match self.layout {
                Layout::Line { .. } => self.out.as_str(),
                Layout::Blocks => self.out.rsplit('\n').next().unwrap_or_default(),
            };
            let around = Around { inline: &inline, before, after, is_value: false };
            let escaped = text::escape(line, around, self.dialect);
            self.out.push_str(&escaped);
        }
        if text.ends_with('\n') {
            self.out.push(if self.layout == Layout::Blocks { '\n' } else { ' ' });
        }
    }

    pub(super) fn begin_element(&mut self, tag: &str, at: usize, signs: usize) {
        self.copy(at);
        self.out.push_str(tag);
        self.at = Some(at + signs);
    }

    pub(super) fn end_element(&mut self, name: &str, at: usize) {
        self.end_text();
        self.out.extend(["</", name, ">"]);
        self.at = Some(at);
    }
}
