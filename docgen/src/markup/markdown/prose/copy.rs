//! What is copied of a doc comment, with the escapes of its place.

use super::super::around::is_module;
use super::{Layout, Writer};

impl Writer<'_> {
    /// Copies what the parser does not tell of: the signs of markup.
    pub(super) fn copy(&mut self, to: usize) {
        match self.at.replace(to) {
            None if self.is_escaped_at(to) => self.out.push('\\'),
            None => {}
            Some(mut from) => {
                while let Some(definition) = self.definitions.next_if(|definition| definition.end <= to) {
                    if definition.start >= from {
                        self.push(self.source.get(from..definition.start).unwrap_or_default());
                        from = self.behind_definition(definition.end, to);
                    }
                }
                self.push(self.source.get(from..to).unwrap_or_default());
            }
        }
    }

    /// Where copying goes on. What is left of a paragraph begins where the definition did.
    pub(super) fn behind_definition(&mut self, end: usize, to: usize) -> usize {
        let between = self.source.get(end..to).unwrap_or_default();
        let blank = between.len() - between.trim_start_matches([' ', '\t', '\n', '>']).len();
        let blank = between.get(..blank).unwrap_or_default();
        self.is_behind_definition = blank.matches('\n').count() < 2;
        if self.is_behind_definition { end + blank.len() } else { end }
    }

    /// Whether the character here has a backslash before it, which the parser counts to none of its texts.
    pub(super) fn is_escaped_at(&self, at: usize) -> bool {
        let before = self.source.get(..at).unwrap_or_default();
        let backslashes = before.len() - before.trim_end_matches('\\').len();
        backslashes % 2 == 1
    }

    /// Text of the source: on a line it has no line breaks, in a cell no `|` that would end it.
    pub(super) fn push(&mut self, text: &str) {
        for c in text.chars() {
            match (c, self.layout) {
                ('\n', Layout::Line { .. }) => self.out.push(' '),
                ('|', Layout::Line { in_cell: true }) if !self.is_escaped() => self.out.push_str("\\|"),
                _ => self.out.push(c),
            }
        }
    }

    pub(super) fn push_escaped(&mut self, text: &str) {
        if let Some(rest) = text.strip_prefix(['i', 'e']).filter(|_| self.begins_module(text)) {
            self.out.push_str(if text.starts_with('i') { "&#105;" } else { "&#101;" });
            return self.push_escaped(rest);
        }
        for c in text.chars() {
            if matches!(c, '<' | '{' | '}') && !self.is_escaped() {
                self.out.push('\\');
            }
            self.push(c.encode_utf8(&mut [0; 4]));
        }
    }

    /// Whether the text is taken for code of MDX, as its first line.
    pub(super) fn begins_module(&self, text: &str) -> bool {
        self.is_on_new_line() && is_module(text)
    }

    pub(super) fn is_on_new_line(&self) -> bool {
        let line = self.out.trim_end_matches(' ');
        line.is_empty() || line.ends_with('\n')
    }

    /// Whether a backslash stands before what is written next.
    pub(super) fn is_escaped(&self) -> bool {
        let backslashes = self.out.len() - self.out.trim_end_matches('\\').len();
        backslashes % 2 == 1
    }
}
