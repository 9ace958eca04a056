//! What is written of a page so far.

use std::ops::Range;

/// A text that knows where its last line begins: to search for it at each value would take longer, the longer the line is.
#[derive(Debug, Default)]
pub(super) struct Written {
    pub(super) text: String,
    line: usize,
    /// Where values are that are taken word for word.
    pub(super) literals: Vec<Range<usize>>,
}

impl Written {
    pub(super) fn push_literal(&mut self, value: &str) {
        self.literals.push(self.text.len()..self.text.len() + value.len());
        self.push(value);
    }

    /// The lines, and whether each begins within such a value.
    pub(super) fn lines(&self) -> impl Iterator<Item = (&str, bool)> {
        let mut values = self.literals.iter().peekable();
        let mut end = 0;
        self.text.split('\n').map(move |line| {
            let start = end;
            end += line.len() + 1;
            while values.next_if(|value| value.end <= start).is_some() {}
            (line, values.peek().is_some_and(|value| value.start <= start))
        })
    }

    pub(super) fn push(&mut self, text: &str) {
        if let Some(at) = text.bytes().rposition(|c| c == b'\n') {
            self.line = self.text.len() + at + 1;
        }
        self.text.push_str(text);
    }

    /// What is on the last line.
    pub(super) fn line(&self) -> &str {
        self.text.get(self.line..).unwrap_or_default()
    }

    /// The line above the last one.
    pub(super) fn line_above(&self) -> &str {
        let above = self.text.get(..self.line.saturating_sub(1)).unwrap_or_default();
        above.rsplit('\n').next().unwrap_or_default()
    }
}
