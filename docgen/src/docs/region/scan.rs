//! Finds the regions of a page, and the errors of its markers.

use std::ops::Range;

use super::Opening;
use super::code::{Code, Verbatim};
use super::lines::{Line, lines};
use super::marker::{Marker, Said, Syntax, Word};
use super::options;
use crate::error::{Error, ErrorKind};
use crate::format::Format;
use crate::suggest::suggest;

/// A region. If the page has errors, it may have no inside.
#[derive(Debug)]
pub(super) struct Region<'p> {
    pub(super) opening: Opening,
    /// What precedes the opening comment on its line: blanks, and the signs of block quotes.
    pub(super) prefix: &'p str,
    /// The line ending after it.
    pub(super) ending: &'p str,
    /// What is between the lines of the markers, in bytes.
    pub(super) inside: Range<usize>,
}

/// The regions of a page, and the errors of its markers.
#[derive(Debug, Default)]
pub(super) struct Found<'p> {
    pub(super) regions: Vec<Region<'p>>,
    pub(super) errors: Vec<Error>,
}

/// Finds all regions and all errors.
pub(super) fn scan(page: &str, format: Format) -> Found<'_> {
    let Some(syntax) = Syntax::of(format) else {
        return Found { regions: Vec::new(), errors: vec![no_comments(format).on_line(1)] };
    };
    let (lines, code) = (lines(page), Code::of(page, format));
    let mut scanner =
        Scanner { syntax, found: Found::default(), open: None, is_nested: false, examples: Vec::new() };
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        let marker = Marker::read(page, &lines, at, syntax);
        at += 1;
        match (marker, code.holds(line)) {
            (Some(_), Some(verbatim)) => scanner.examples.push((line.number, verbatim)),
            (None, Some(_)) => {}
            (None, None) => scanner.no_marker(line, &code),
            (Some(marker), None) => {
                at = marker.last + 1;
                scanner.marker(line, lines.get(marker.last).unwrap_or(line), &marker);
            }
        }
    }
    scanner.finish()
}

struct Scanner<'p> {
    syntax: Syntax,
    found: Found<'p>,
    /// The region that has begun.
    open: Option<Region<'p>>,
    /// Whether another region began inside of the open one, so that its end is not certain.
    is_nested: bool,
    /// The lines of markers in code.
    examples: Vec<(usize, Verbatim)>,
}

impl<'p> Scanner<'p> {
    fn error(&mut self, line: usize, message: &str) {
        self.found.errors.push(Error::new(ErrorKind::Marker, message).on_line(line));
    }

    /// A line that no marker starts may have one behind other text. In a region it is content.
    fn no_marker(&mut self, line: &Line<'p>, code: &Code) {
        let mut stray = self.syntax.in_line(line.text).filter(|(at, _)| !code.has_span_at(line.start + at));
        if let Some((_, word)) = stray.next().filter(|_| self.open.is_none()) {
            self.misplaced(line, word);
            self.assume(line, line, "", word);
        }
    }

    fn misplaced(&mut self, line: &Line<'p>, word: Word) {
        let (expected, found) = (self.syntax.marker(word), line.text.trim());
        self.error(line.number, &format!("expected `{expected}` on a line of its own, found `{found}`"));
    }

    /// Continues as if the marker that was meant were there, so that one mistake is one error.
    fn assume(&mut self, first: &Line<'p>, last: &Line<'p>, prefix: &'p str, word: Word) {
        match word {
            Word::Begin => self.open(last, prefix, Opening { line: first.number, ..Opening::default() }),
            Word::End => self.open = None,
        }
    }

    fn marker(&mut self, first: &Line<'p>, last: &Line<'p>, marker: &Marker<'p>) {
        let (word, rest) = match &marker.said {
            Said::Marker(word, rest) => (*word, *rest),
            Said::Misspelled { found, meant } => {
                let suggestion = match meant {
                    Some(word) => format!(", did you mean `{}`?", self.syntax.marker(*word)),
                    None => suggest("", &["errbook:begin", "errbook:end"]),
                };
                self.error(first.number, &format!("unknown marker `{found}`{suggestion}"));
                if let Some(word) = meant {
                    self.assume(first, last, marker.prefix, *word);
                }
                return;
            }
        };
        if !marker.is_closed {
            self.error(first.number, &format!("unclosed comment: expected `{}`", self.syntax.close));
            return self.assume(first, last, marker.prefix, word);
        }
        if !marker.after.trim().is_empty() {
            self.misplaced(last, word);
        }
        match word {
            Word::Begin => self.begin(first, last, marker, rest),
            Word::End => self.end(first, rest.trim()),
        }
    }

    fn begin(&mut self, first: &Line<'p>, last: &Line<'p>, marker: &Marker<'p>, rest: &str) {
        // The comment goes on in the quote.
        let quote = marker.prefix.trim_end();
        let rest = if quote.is_empty() { rest.to_owned() } else { rest.replace(&format!("\n{quote}"), "\n") };
        let mut opening = Opening { line: first.number, ..Opening::default() };
        match options::read(&rest) {
            Ok((Some(name), options)) => (opening.name, opening.options) = (name, options),
            Ok((None, _)) => {
                let begin = self.syntax.marker(Word::Begin);
                self.error(first.number, &format!("missing block name: write `{begin}`"));
            }
            Err((lines, error)) => {
                let line = last.number - rest.matches('\n').count() + lines;
                self.found.errors.push(error.on_line(line));
            }
        }
        self.open(last, marker.prefix, opening);
    }

    fn open(&mut self, last: &Line<'p>, prefix: &'p str, opening: Opening) {
        if let Some(outer) = &self.open {
            let is_clear = !outer.opening.name.is_empty() && !opening.name.is_empty();
            let (outer, end) = (outer.opening.line, self.syntax.marker(Word::End));
            self.is_nested = true;
            if is_clear {
                let message =
                    format!("a region starts inside of the region on line {outer}: write `{end}` before it");
                self.error(opening.line, &message);
            }
            return;
        }
        self.is_nested = false;
        let inside = last.end()..last.end();
        self.open = Some(Region { opening, prefix, ending: last.ending, inside });
    }

    fn end(&mut self, line: &Line<'p>, rest: &str) {
        let (name, more) = rest.split_at(rest.find(char::is_whitespace).unwrap_or(rest.len()));
        if !more.is_empty() {
            let found = more.trim();
            let message = format!("unexpected `{found}`: `errbook:end` takes at most the name of its block");
            self.error(line.number, &message);
        }
        let Some(mut region) = self.open.take() else {
            if !self.is_nested {
                let begin = self.syntax.marker(Word::Begin);
                let message =
                    format!("`errbook:end` without a region: write `{begin}` before it, or remove it");
                self.error(line.number, &message);
            }
            return;
        };
        let Opening { name: begin, line: start, .. } = &region.opening;
        if !name.is_empty() && !begin.is_empty() && name != begin {
            let message = format!(
                "expected `errbook:end {begin}`, found `errbook:end {name}`: the region starts on line {start}"
            );
            self.error(line.number, &message);
        }
        region.inside.end = line.start;
        self.keep(region);
    }

    /// Keeps a region even without an end: its block or options may be wrong too. One without a name is an error already.
    fn keep(&mut self, region: Region<'p>) {
        if !region.opening.name.is_empty() {
            self.found.regions.push(region);
        }
    }

    fn finish(mut self) -> Found<'p> {
        if let Some(region) = self.open.take() {
            let Opening { name, line, .. } = &region.opening;
            if !name.is_empty() && !self.is_nested {
                let hint = hint(self.examples.iter().find(|(example, _)| example > line));
                let end = self.syntax.marker(Word::End);
                let message = format!("region `{name}` has no end: write `{end}` after it{hint}");
                self.error(*line, &message);
            }
            self.keep(region);
        }
        if self.found.regions.is_empty() && self.found.errors.is_empty() {
            let [begin, end] = [Word::Begin, Word::End].map(|word| self.syntax.marker(word));
            let hint = hint(self.examples.first());
            let message =
                format!("the page has no region: write `{begin}` and `{end}` where the block belongs{hint}");
            self.error(0, &message);
        }
        self.found
    }
}

pub(super) fn no_comments(format: Format) -> Error {
    let message =
        format!("{format} has no comments and so no regions: generate the whole file with `Docs::file`");
    Error::new(ErrorKind::Marker, &message)
}

/// Names the marker that is an example.
fn hint(example: Option<&(usize, Verbatim)>) -> String {
    match example {
        Some((line, Verbatim::Delimited)) => format!("; the marker on line {line} is in a code block"),
        Some((line, Verbatim::Indented)) => format!("; the marker on line {line} is indented as code"),
        None => String::new(),
    }
}
