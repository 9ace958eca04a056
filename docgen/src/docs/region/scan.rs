//! Finds the regions of a page, and the errors of their markers.

use std::ops::Range;

use super::lines::{Line, code_blocks, is_code, lines};
use super::marker::{Marker, Syntax, options};
use crate::error::{Error, ErrorKind};
use crate::format::Format;

/// A region. If its opening comment has errors, it has no name.
#[derive(Debug, Default)]
pub(crate) struct Region<'p> {
    /// The block.
    pub(crate) name: String,
    /// `key="value"`, in order.
    pub(crate) options: Vec<(String, String)>,
    /// The line where the opening comment starts, counted from 1.
    pub(super) line: usize,
    /// What precedes the opening comment on its line: blanks, and the signs of block quotes.
    pub(super) prefix: &'p str,
    /// The line ending after it.
    pub(super) ending: &'p str,
    /// What is between the lines of the markers, in bytes.
    pub(super) inside: Range<usize>,
}

/// The regions of a page, and the errors of its markers.
#[derive(Debug)]
pub(super) struct Scan<'p> {
    pub(super) regions: Vec<Region<'p>>,
    pub(super) errors: Vec<Error>,
    pub(super) lines: Vec<Line<'p>>,
    /// The blocks of code.
    pub(super) code: Vec<Range<usize>>,
    /// The region that has begun.
    open: Option<Region<'p>>,
    syntax: Syntax,
}

/// Finds all regions and all errors.
pub(super) fn scan(page: &str, format: Format) -> Result<Scan<'_>, Error> {
    let syntax = Syntax::of(format)?;
    let lines = lines(page);
    let code = code_blocks(page, &lines, format);
    let (regions, errors) = (Vec::new(), Vec::new());
    let mut scan = Scan { regions, errors, lines: Vec::new(), code: Vec::new(), open: None, syntax };
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        let marker = if is_code(&code, line) { None } else { scan.syntax.marker(page, &lines, at) };
        if let Some(marker) = marker {
            at = marker.last;
            if let Err(message) = scan.add(line, lines.get(at).unwrap_or(line), marker) {
                scan.error(line.number, &message);
            }
        }
        at += 1;
    }
    let Syntax { begin, end, .. } = &scan.syntax;
    if let Some(region) = scan.open.take().filter(|region| !region.name.is_empty()) {
        let message =
            format!("region `{}` has no end: write {end} on a line below it, outside of code", region.name);
        scan.error(region.line, &message);
    } else if scan.regions.is_empty() && scan.errors.is_empty() {
        let message = format!(
            "the page has no region: write {begin} and {end} where the block belongs, on lines of their own and outside of code"
        );
        let example = lines.iter().find(|line| line.text.contains("errbook:begin"));
        scan.error(example.map_or(0, |line| line.number), &message);
    }
    Ok(Scan { lines, code, ..scan })
}

impl<'p> Scan<'p> {
    fn error(&mut self, line: usize, message: &str) {
        self.errors.push(Error::new(ErrorKind::Marker, message).on_line(line));
    }

    /// Begins or ends a region. One mistake is one error: after a wrong marker, it goes on as if the right one were there.
    fn add(&mut self, first: &Line<'p>, last: &Line<'p>, marker: Marker<'p>) -> Result<(), String> {
        let outer = self.open.take();
        if marker.word == "end" || (marker.word != "begin" && outer.is_some()) {
            // Another region begins behind the end, on the same line.
            let begins = marker.rest.as_ref().is_err_and(|behind| behind.contains("errbook:begin"));
            self.open = (marker.word == "end" && begins).then(Region::default);
            return self.end(first, marker.rest?.trim(), outer);
        }
        let Marker { rest, prefix, .. } = marker;
        let inside = last.end()..last.end();
        let region = Region { line: first.number, prefix, ending: last.ending, inside, ..Region::default() };
        let region = self.open.insert(region);
        let (name, options) = options(rest?, prefix.trim_end())?;
        if let Some(outer) = outer.filter(|outer| !outer.name.is_empty()) {
            let (line, end) = (outer.line, &self.syntax.end);
            return Err(format!(
                "a region starts inside of the region on line {line}: write {end} before it"
            ));
        }
        (region.name, region.options) = (name, options);
        Ok(())
    }

    fn end(&mut self, line: &Line<'p>, rest: &str, region: Option<Region<'p>>) -> Result<(), String> {
        let begin = &self.syntax.begin;
        let mut region = region.ok_or_else(|| {
            format!(
                "`errbook:end` without a region: write {begin} on a line of its own above it, or remove it"
            )
        })?;
        if region.name.is_empty() {
            return Ok(());
        }
        region.inside.end = line.start;
        let (name, start) = (region.name.clone(), region.line);
        self.regions.push(region);
        if rest.is_empty() || rest == name {
            return Ok(());
        }
        Err(format!(
            "expected `errbook:end {name}`, found `errbook:end {rest}`: the region starts on line {start}"
        ))
    }
}
