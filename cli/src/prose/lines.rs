//! Lines that are filled with words of several styles.

use anstyle::Style;

use crate::terminal::{DIM, Styled, visible, width};

/// A narrower line is not worth breaking.
const NARROWEST: usize = 12;

/// The lines of a text, each after the indentations of what it is in.
pub struct Lines<'o> {
    out: &'o mut Styled,
    columns: Option<usize>,
    /// What the first and the following lines of each open block begin with. The first one is used up by a line.
    indentations: Vec<(Option<String>, String)>,
    /// The words of the line that is not written yet, each of parts in one style.
    words: Vec<Vec<(Style, String)>>,
    /// Whether the next text begins a new word.
    is_between_words: bool,
    /// Whether an empty line is missing before the next one.
    is_after_paragraph: bool,
    is_begun: bool,
}

impl<'o> Lines<'o> {
    pub fn new(indentation: &str, columns: Option<usize>, out: &'o mut Styled) -> Self {
        Self {
            out,
            columns,
            indentations: vec![(None, indentation.to_owned())],
            words: Vec::new(),
            is_between_words: true,
            is_after_paragraph: false,
            is_begun: false,
        }
    }

    /// Indents what follows, after the line that is open.
    pub fn indent(&mut self, first: &str, rest: &str) {
        self.end_line();
        self.indentations.push((Some(first.to_owned()), rest.to_owned()));
    }

    pub fn unindent(&mut self) {
        self.indentations.pop();
    }

    /// Adds text, which may be broken at its spaces.
    pub fn words(&mut self, style: Style, text: &str) {
        for part in text.split_inclusive(char::is_whitespace) {
            let word = part.trim_end();
            if !word.is_empty() {
                self.unbroken(style, word);
            }
            self.is_between_words |= word.len() < part.len();
        }
    }

    /// Adds text that stays on one line.
    pub fn unbroken(&mut self, style: Style, text: &str) {
        let text = visible(&text.replace('\n', " "));
        match self.words.last_mut().filter(|_| !self.is_between_words) {
            Some(word) => word.push((style, text)),
            None => self.words.push(vec![(style, text)]),
        }
        self.is_between_words = false;
    }

    /// Writes the words that wait, and goes to the next line.
    pub fn break_line(&mut self) {
        self.end_line();
    }

    /// Writes a line as it is.
    pub fn verbatim(&mut self, style: Style, line: &str) {
        self.end_line();
        let is_blank = line.trim().is_empty();
        if is_blank {
            self.begin_empty_line();
        } else {
            self.begin();
            self.out.push(style, line);
        }
        self.out.end_line();
    }

    /// Ends a block: an empty line follows, if anything does.
    pub fn end_paragraph(&mut self) {
        self.end_line();
        self.is_after_paragraph = self.is_begun;
    }

    /// Fills lines with the words that wait.
    pub fn end_line(&mut self) {
        let words = std::mem::take(&mut self.words);
        self.is_between_words = true;
        let mut left = 0;
        for (at, word) in words.iter().enumerate() {
            let taken: usize = word.iter().map(|(_, text)| width(text)).sum();
            if at == 0 {
                left = self.begin();
            } else if left > taken {
                self.out.text(" ");
                left -= 1;
            } else {
                self.out.end_line();
                left = self.begin();
            }
            for (style, text) in word {
                self.out.push(*style, text);
            }
            left = left.saturating_sub(taken);
        }
        if !words.is_empty() {
            self.out.end_line();
        }
    }

    /// Begins a line, and returns the columns that are left.
    fn begin(&mut self) -> usize {
        if std::mem::take(&mut self.is_after_paragraph) {
            self.begin_empty_line();
            self.out.end_line();
        }
        self.is_begun = true;
        let mut taken = 0;
        for (first, rest) in &mut self.indentations {
            let indentation = first.take().unwrap_or_else(|| rest.clone());
            taken += width(&indentation);
            self.out.push(DIM, &indentation);
        }
        self.columns.map_or(usize::MAX, |columns| columns.saturating_sub(taken).max(NARROWEST))
    }

    /// The indentation of an empty line: that of the blocks that it is inside of.
    fn begin_empty_line(&mut self) {
        let begun = self.indentations.iter().filter(|(first, _)| first.is_none());
        let indentation: String = begun.map(|(_, rest)| rest.as_str()).collect();
        self.out.push(DIM, indentation.trim_end());
    }
}
