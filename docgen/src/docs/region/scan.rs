//! Finds the regions of a page, and the errors of its markers.

use std::ops::Range;

use super::code::{Code, Verbatim};
use super::comment::{self, Comment, Syntax, comment};
use super::lines::{Line, lines};
use super::marker::{Marker, Word, marker};
use super::mistake::Mistake;
use super::options;
use super::{At, Opening};
use crate::format::Format;

/// A region. If the page has errors, it may have no inside.
#[derive(Debug)]
pub(super) struct Region<'p> {
    pub(super) opening: Opening,
    /// The indentation of the opening comment.
    pub(super) indent: &'p str,
    /// The line ending after it.
    pub(super) ending: &'p str,
    /// What is between the lines of the markers, in bytes.
    pub(super) inside: Range<usize>,
}

/// What a page has.
#[derive(Debug, Default)]
pub(super) struct Found<'p> {
    pub(super) regions: Vec<Region<'p>>,
    pub(super) mistakes: Vec<At>,
}

/// Finds all regions and all errors.
pub(super) fn scan(page: &str, format: Format) -> Found<'_> {
    let Some(syntax) = Syntax::of(format) else {
        return Found { regions: Vec::new(), mistakes: vec![(1, Mistake::NoComments { format })] };
    };
    let lines = lines(page);
    let mut scanner = Scanner { syntax, found: Found::default(), open: None, spare_ends: 0, example: None };
    let mut code = Code::new(format);
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        let comment = comment(page, &lines, at, syntax);
        let verbatim = code.holds(line);
        at += 1;
        match comment {
            _ if verbatim.is_some() => scanner.example(line, verbatim, comment.as_ref()),
            Some(comment) => {
                scanner.comment(line, lines.get(comment.last).unwrap_or(line), &comment);
                at = comment.last + 1;
            }
            None => scanner.no_comment(line, other_format(page, &lines, at - 1, syntax), format),
        }
    }
    scanner.finish(code.open_since())
}

/// A marker of ours in a comment of another format.
fn other_format(page: &str, lines: &[Line<'_>], at: usize, syntax: Syntax) -> Option<(Syntax, Word)> {
    comment::ALL.into_iter().filter(|other| *other != syntax).find_map(|other| {
        let word = match marker(comment(page, lines, at, other)?.text)? {
            Marker::Begin(_) => Word::Begin,
            Marker::End(_) => Word::End,
            Marker::Misspelt { .. } => return None,
        };
        Some((other, word))
    })
}

/// A marker that does not begin its line, and what is before it; looked for from a place in the line on. In a code span it is
/// an example.
fn behind_text<'p>(line: &Line<'p>, from: usize, syntax: Syntax) -> Option<(&'p str, Word)> {
    let (before, word) = syntax.split(line.text, from).find_map(|(before, text)| match marker(text)? {
        Marker::Begin(_) => Some((before, Word::Begin)),
        Marker::End(_) => Some((before, Word::End)),
        Marker::Misspelt { .. } => None,
    })?;
    (!before.contains('`')).then_some((before.trim(), word))
}

struct Scanner<'p> {
    syntax: Syntax,
    found: Found<'p>,
    /// The region that has begun; its end is not known yet.
    open: Option<Region<'p>>,
    /// How many ends may follow that belong to regions which are in others.
    spare_ends: usize,
    /// The first line with a marker in code.
    example: Option<(usize, Verbatim)>,
}

impl<'p> Scanner<'p> {
    fn wrong(&mut self, line: &Line<'_>, mistake: Mistake) {
        self.found.mistakes.push((line.number, mistake));
    }

    fn comment(&mut self, first: &Line<'p>, last: &Line<'p>, comment: &Comment<'p>) {
        let syntax = self.syntax;
        let (word, rest) = match marker(comment.text) {
            None => return self.behind(last, last.text.len() - comment.after.len()),
            Some(Marker::Misspelt { found, meant }) => {
                return self.misspelt(first, last, found, meant);
            }
            Some(Marker::Begin(rest)) => (Word::Begin, rest),
            Some(Marker::End(rest)) => (Word::End, rest),
        };
        if !comment.is_closed {
            self.wrong(first, Mistake::UnclosedComment { syntax, word });
        } else if !comment.after.trim().is_empty() {
            self.wrong(last, Mistake::Behind { found: comment.after.trim().to_owned() });
        }
        match word {
            Word::Begin => self.begin(first, last, comment, rest),
            Word::End => self.end(first, rest),
        }
    }

    fn example(&mut self, line: &Line<'p>, verbatim: Option<Verbatim>, comment: Option<&Comment<'p>>) {
        if self.example.is_none() && comment.and_then(|comment| marker(comment.text)).is_some() {
            self.example = verbatim.map(|verbatim| (line.number, verbatim));
        }
    }

    /// A line that begins with no comment may have a marker that is none: of another format, or behind other text.
    fn no_comment(&mut self, line: &Line<'p>, other: Option<(Syntax, Word)>, format: Format) {
        let syntax = self.syntax;
        if let Some((found, word)) = other {
            self.wrong(line, Mistake::OtherFormat { format, syntax, found, word });
        } else {
            self.behind(line, 0);
        }
    }

    /// A marker behind something else, from a place in the line on. What is in a region is made, and may say what it wants.
    fn behind(&mut self, line: &Line<'p>, from: usize) {
        if let Some((before, word)) = behind_text(line, from, self.syntax).filter(|_| self.open.is_none()) {
            self.wrong(line, Mistake::Before { found: before.to_owned() });
            self.stand_in(line, line, word);
        }
    }

    fn misspelt(&mut self, first: &Line<'p>, last: &Line<'p>, found: String, meant: Option<Word>) {
        self.wrong(first, Mistake::Misspelt { syntax: self.syntax, found, meant });
        if let Some(word) = meant {
            self.stand_in(first, last, word);
        }
    }

    /// Goes on as if there were the marker that was meant, so that one mistake is one and not two.
    fn stand_in(&mut self, first: &Line<'p>, last: &Line<'p>, word: Word) {
        match word {
            Word::Begin => {
                self.open(first, last, Opening { name: String::new(), options: Vec::new(), line: 0 });
            }
            Word::End => drop(self.open.take()),
        }
    }

    fn begin(&mut self, first: &Line<'p>, last: &Line<'p>, comment: &Comment<'p>, rest: &str) {
        if !comment.is_closed {
            // Its words cannot be told from what follows them.
            return self.stand_in(first, last, Word::Begin);
        }
        let words = options::read(rest);
        let before =
            comment.text.get(..comment.text.len() - rest.len()).unwrap_or_default().matches('\n').count();
        for (lines, mistake) in words.mistakes {
            self.found.mistakes.push((first.number + before + lines, mistake));
        }
        if words.name.is_none() {
            self.wrong(first, Mistake::NoName { syntax: self.syntax });
        }
        let opening =
            Opening { name: words.name.unwrap_or_default(), options: words.options, line: first.number };
        self.open(first, last, opening);
    }

    fn open(&mut self, first: &Line<'p>, last: &Line<'p>, opening: Opening) {
        if let Some(region) = self.open.take() {
            let outer = region.opening.line;
            if outer > 0 && opening.line > 0 {
                self.wrong(first, Mistake::Nested { syntax: self.syntax, outer });
            }
            self.keep(region);
            self.spare_ends += 1;
        } else {
            self.spare_ends = 0;
        }
        let inside = last.end()..last.end();
        self.open = Some(Region { opening, indent: first.indent(), ending: last.ending, inside });
    }

    fn end(&mut self, line: &Line<'p>, rest: &str) {
        let name = rest.split_whitespace().next().unwrap_or_default();
        let more = rest.trim().get(name.len()..).unwrap_or_default().trim();
        if !more.is_empty() {
            self.wrong(line, Mistake::EndOptions { found: more.to_owned() });
        }
        let Some(mut region) = self.open.take() else {
            if self.spare_ends == 0 {
                self.wrong(line, Mistake::NoBegin { syntax: self.syntax });
            }
            self.spare_ends = self.spare_ends.saturating_sub(1);
            return;
        };
        let begin = &region.opening.name;
        if !name.is_empty() && !begin.is_empty() && name != begin {
            let (begin, end) = (begin.clone(), name.to_owned());
            self.wrong(line, Mistake::OtherEnd { begin, line: region.opening.line, end });
        }
        region.inside.end = line.start;
        self.keep(region);
    }

    /// One without an end is kept too: what its opening says may be wrong as well.
    fn keep(&mut self, region: Region<'p>) {
        if !region.opening.name.is_empty() {
            self.found.regions.push(region);
        }
    }

    fn finish(mut self, code: Option<usize>) -> Found<'p> {
        let syntax = self.syntax;
        if let Some(region) = self.open.take() {
            let name = region.opening.name.clone();
            if region.opening.line > 0 {
                self.found.mistakes.push((region.opening.line, Mistake::NoEnd { syntax, name, code }));
            }
            self.keep(region);
        }
        if self.found.regions.is_empty() && self.found.mistakes.is_empty() {
            self.found.mistakes.push((0, Mistake::NoRegion { syntax, example: self.example }));
        }
        self.found
    }
}
