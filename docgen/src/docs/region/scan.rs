//! Finds the regions of a page, and the errors of its markers.

use std::ops::Range;

use super::Opening;
use super::code::Code;
use super::lines::{Line, lines};
use super::marker::{Marker, Syntax, Word};
use super::options;
use crate::error::{Error, ErrorKind};
use crate::format::Format;

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
        if let Some(marker) = syntax.marker(page, &lines, at) {
            // Behind other text it may be in a code span, and in a region it is content.
            let is_text =
                marker.prefix.is_none() && (scanner.open.is_some() || code.has_span_at(marker.start));
            if code.holds(line) {
                scanner.examples.extend(marker.prefix.map(|_| line.number));
            } else if !is_text {
                at = marker.last;
                scanner.marker(line, lines.get(marker.last).unwrap_or(line), marker);
            }
        }
        at += 1;
    }
    scanner.finish()
}

struct Scanner<'p> {
    syntax: Syntax,
    found: Found<'p>,
    /// The region that has begun. It has no name if its opening comment is wrong.
    open: Option<Region<'p>>,
    /// Whether another region began inside of the open one, so that its end is not certain.
    is_nested: bool,
    /// The lines of markers in code.
    examples: Vec<usize>,
}

impl<'p> Scanner<'p> {
    fn error(&mut self, line: usize, message: &str) {
        self.found.errors.push(Error::new(ErrorKind::Marker, message).on_line(line));
    }

    fn marker(&mut self, first: &Line<'p>, last: &Line<'p>, marker: Marker<'p>) {
        let misplaced = |word, line: &Line<'_>| {
            let (expected, found) = (self.syntax.example(word), line.text.trim());
            format!("expected `{expected}` on a line of its own, found `{found}`")
        };
        let (word, problem) = match marker.word {
            Ok(word) if marker.prefix.is_none() => (word, misplaced(word, first)),
            Ok(word) if !marker.is_closed => {
                (word, format!("unclosed comment: expected `{}`", self.syntax.close))
            }
            Ok(word) => {
                if !marker.after.trim().is_empty() {
                    self.error(last.number, &misplaced(word, last));
                }
                let prefix = marker.prefix.unwrap_or_default();
                return match word {
                    Word::Begin => self.begin(first, last, prefix, marker.rest),
                    Word::End => self.end(first, marker.rest.trim()),
                };
            }
            Err(found) => {
                let meant = if self.open.is_some() { Word::End } else { Word::Begin };
                let example = self.syntax.example(meant);
                (meant, format!("unknown marker `{found}`, did you mean `{example}`?"))
            }
        };
        self.error(first.number, &problem);
        // It goes on as if the marker that was meant were there, so that one mistake is one error.
        match word {
            Word::Begin => self.open(last, "", Opening { line: first.number, ..Opening::default() }),
            Word::End => self.open = None,
        }
    }

    fn begin(&mut self, first: &Line<'p>, last: &Line<'p>, prefix: &'p str, rest: &str) {
        // The comment goes on in the quote.
        let quote = prefix.trim_end();
        let rest = if quote.is_empty() { rest.to_owned() } else { rest.replace(&format!("\n{quote}"), "\n") };
        let mut opening = Opening { line: first.number, ..Opening::default() };
        match options::read(&rest) {
            Ok((Some(name), options)) => (opening.name, opening.options) = (name, options),
            Ok((None, _)) => {
                let begin = self.syntax.example(Word::Begin);
                self.error(first.number, &format!("missing block name: write `{begin}`"));
            }
            Err((lines, error)) => {
                let line = last.number - rest.matches('\n').count() + lines;
                self.found.errors.push(error.on_line(line));
            }
        }
        self.open(last, prefix, opening);
    }

    fn open(&mut self, last: &Line<'p>, prefix: &'p str, opening: Opening) {
        self.is_nested = self.open.is_some();
        match &self.open {
            None => {
                let inside = last.end()..last.end();
                self.open = Some(Region { opening, prefix, ending: last.ending, inside });
            }
            Some(Region { opening: outer, .. }) if !outer.name.is_empty() && !opening.name.is_empty() => {
                let (outer, end) = (outer.line, self.syntax.example(Word::End));
                let message =
                    format!("a region starts inside of the region on line {outer}: write `{end}` before it");
                self.error(opening.line, &message);
            }
            Some(_) => {}
        }
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
                let begin = self.syntax.example(Word::Begin);
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
        self.found.regions.extend(Some(region).filter(|region| !region.opening.name.is_empty()));
    }

    fn finish(mut self) -> Found<'p> {
        if let Some(region) = self.open.take().filter(|region| !region.opening.name.is_empty()) {
            let Opening { name, line, .. } = &region.opening;
            if !self.is_nested {
                let hint = hint(self.examples.iter().find(|example| *example > line));
                let end = self.syntax.example(Word::End);
                self.error(*line, &format!("region `{name}` has no end: write `{end}` after it{hint}"));
            }
            // Its block or options may be wrong too.
            self.found.regions.push(region);
        }
        if self.found.regions.is_empty() && self.found.errors.is_empty() {
            let [begin, end] = [Word::Begin, Word::End].map(|word| self.syntax.example(word));
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
fn hint(example: Option<&usize>) -> String {
    example.map(|line| format!("; the marker on line {line} is in code")).unwrap_or_default()
}
