//! What is written of a page so far.

/// A text that knows where its last line begins: to search for it at each value would take longer, the longer the line is.
#[derive(Debug, Default)]
pub(super) struct Written {
    pub(super) text: String,
    line: usize,
}

impl Written {
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
