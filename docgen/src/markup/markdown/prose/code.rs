//! Code of doc comments: spans where there is one line, fenced blocks elsewhere.

use std::ops::Range;

use pulldown_cmark::CodeBlockKind;

use super::super::{Dialect, code, indented};
use super::{Layout, Writer};
use crate::markup::source;

/// What is done about the text of a code block.
#[derive(Default)]
pub(super) enum Code {
    #[default]
    None,
    /// It is copied, in its fence.
    Copied,
    /// It gets a fence, or a span, of ours.
    Collected(String),
}

/// Whether a fenced block has both of its fences.
fn is_closed(block: &str) -> bool {
    let sign = block.chars().next().unwrap_or('`');
    let opening = block.len() - block.trim_start_matches(sign).len();
    let last = block.trim_end().rsplit_once('\n').map_or("", |(_, last)| last);
    let last = last.trim_start_matches([' ', '\t', '>']);
    last.len() >= opening && last.trim_matches(sign).is_empty()
}

impl Writer<'_> {
    /// A line has its code in spans; code by indentation would be none where the text is indented, and in MDX; and a block
    /// that is not closed would take the rest of the page.
    pub(super) fn has_own_code(&self, kind: &CodeBlockKind<'_>, range: Range<usize>) -> bool {
        let block = self.source.get(range).unwrap_or_default();
        self.layout != Layout::Blocks || matches!(kind, CodeBlockKind::Indented) || !is_closed(block)
    }

    pub(super) fn begin_code(&mut self, kind: &CodeBlockKind<'_>) {
        self.code = Code::Collected(String::new());
        if self.layout == Layout::Blocks && matches!(kind, CodeBlockKind::Indented) {
            // The indentation that made it code.
            let blanks = self.out.len() - self.out.trim_end_matches(' ').len();
            let indentation = if self.out.ends_with('\t') { 1 } else { blanks.min(4) };
            self.out.truncate(self.out.len() - indentation);
        }
    }

    pub(super) fn end_code(&mut self, range: Range<usize>) {
        let Code::Collected(text) = std::mem::take(&mut self.code) else { return };
        let text = text.trim_end_matches('\n');
        match self.layout {
            Layout::Blocks => {
                let fence = code::fence('`', 3, text);
                let line = self.out.rsplit('\n').next().unwrap_or_default();
                let block = indented(&format!("{fence}\n{text}\n{fence}\n"), &source::prefix(line));
                self.out.push_str(&block);
                self.out.push('\n');
                self.at = Some(range.end);
            }
            Layout::Line { in_cell } => {
                let span = |line| code::span(line, in_cell, "", self.dialect);
                let spans: Vec<_> = text.lines().map(span).collect();
                self.out.push_str(&spans.join(self.dialect.line_break()));
                self.end_block();
            }
        }
    }

    pub(super) fn code_span(&mut self, content: &str, range: Range<usize>) {
        self.copy(range.start);
        // A line of MDX that begins with `<` begins an element, even in a span.
        let breaks = self.source.get(range.clone()).is_some_and(|span| span.contains('\n'));
        let in_cell = match self.layout {
            Layout::Blocks if self.dialect == Dialect::Gfm || !breaks => return self.copy(range.end),
            Layout::Blocks => false,
            Layout::Line { in_cell } => in_cell,
        };
        self.out.push_str(&code::span(content, in_cell, &self.out, self.dialect));
        self.at = Some(range.end);
    }
}
