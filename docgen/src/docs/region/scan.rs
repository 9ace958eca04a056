//! Finds the regions of a page, and the errors of their markers.

use std::ops::Range;

use super::code;
use super::lines::{Line, lines};
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
#[derive(Debug, Default)]
pub(super) struct Scan<'p> {
    pub(super) regions: Vec<Region<'p>>,
    pub(super) errors: Vec<Error>,
    /// The region that has begun.
    open: Option<Region<'p>>,
}

/// Finds all regions and all errors.
pub(super) fn scan(page: &str, format: Format) -> Scan<'_> {
    let mut scan = Scan::default();
    let syntax = match Syntax::of(format) {
        Ok(syntax) => syntax,
        Err(error) => return Scan { errors: vec![error.on_line(1)], ..scan },
    };
    let lines = lines(page);
    let code = code::blocks(page, &lines, format);
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        let marker = if code::holds(&code, line) { None } else { syntax.marker(page, &lines, at) };
        if let Some(marker) = marker {
            at = marker.last;
            scan.add(&syntax, line, lines.get(at).unwrap_or(line), marker);
        }
        at += 1;
    }
    let Syntax { begin, end, .. } = &syntax;
    if let Some(region) = scan.open.take().filter(|region| !region.name.is_empty()) {
        let message =
            format!("region `{}` has no end: write {end} on a line below it, outside of code", region.name);
        scan.error(region.line, &message);
    } else if scan.regions.is_empty() && scan.errors.is_empty() {
        let message = format!(
            "the page has no region: write {begin} and {end} where the block belongs, on lines of their own and outside of code"
        );
        scan.error(0, &message);
    }
    scan
}

impl<'p> Scan<'p> {
    fn error(&mut self, line: usize, message: &str) {
        self.errors.push(Error::new(ErrorKind::Marker, message).on_line(line));
    }

    /// Begins or ends a region. One mistake is one error: after a wrong marker, it goes on as if the right one were there.
    fn add(&mut self, syntax: &Syntax, first: &Line<'p>, last: &Line<'p>, marker: Marker<'p>) {
        let outer = self.open.take();
        let is_end = marker.word == "end" || (marker.word != "begin" && outer.is_some());
        let added = if is_end {
            self.end(syntax, first, marker, outer)
        } else {
            self.begin(syntax, first, last, marker, outer)
        };
        if let Err(message) = added {
            self.error(first.number, &message);
        }
    }

    fn begin(
        &mut self,
        syntax: &Syntax,
        first: &Line<'p>,
        last: &Line<'p>,
        Marker { rest, prefix, .. }: Marker<'p>,
        outer: Option<Region<'p>>,
    ) -> Result<(), String> {
        let inside = last.end()..last.end();
        let region = Region { line: first.number, prefix, ending: last.ending, inside, ..Region::default() };
        let region = self.open.insert(region);
        let (name, options) = options(rest?, prefix.trim_end())?;
        if let Some(outer) = outer.filter(|outer| !outer.name.is_empty()) {
            let (line, end) = (outer.line, &syntax.end);
            return Err(format!(
                "a region starts inside of the region on line {line}: write {end} before it"
            ));
        }
        (region.name, region.options) = (name, options);
        Ok(())
    }

    fn end(
        &mut self,
        syntax: &Syntax,
        line: &Line<'p>,
        marker: Marker<'p>,
        region: Option<Region<'p>>,
    ) -> Result<(), String> {
        let (begin, rest) = (&syntax.begin, marker.rest?.trim());
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
