//! Regions of a hand-written page: the text between two comments is generated, everything else stays byte for byte.
//!
//! `docs/content.rs` renders the block of a region, and `docs/file.rs` reads and writes pages.

mod code;
mod lines;
mod marker;
mod options;
mod scan;

use self::code::Code;
use self::lines::{lines, parent};
use self::marker::{Syntax, Word};
use self::scan::{Found, Region, no_comments, scan};
use crate::error::{Error, ErrorKind};
use crate::format::Format;

/// The opening comment of a region.
#[derive(Debug, Default)]
pub(crate) struct Opening {
    /// The block.
    pub(crate) name: String,
    /// `key="value"`, in order.
    pub(crate) options: Vec<(String, String)>,
    /// The line where the comment starts, counted from 1.
    pub(crate) line: usize,
}

/// The lines of a page that are not code, with their numbers.
pub(super) fn prose(page: &str, format: Format) -> impl Iterator<Item = (usize, &str)> {
    let code = Code::of(page, format);
    lines(page).into_iter().filter(move |line| !code.holds(line)).map(|line| (line.number, line.text))
}

/// Renders the inside of regions.
pub(crate) type Render<'r> = dyn FnMut(&Opening) -> Result<String, Error> + 'r;

/// The page with new content in each region, or all of its errors, in order.
pub(crate) fn rewrite(page: &str, format: Format, render: &mut Render<'_>) -> Result<String, Vec<Error>> {
    let (mark, page) = page.split_at(page.len() - page.trim_start_matches('\u{feff}').len());
    let Found { regions, mut errors } = scan(page, format);
    let mut out = String::with_capacity(page.len());
    let mut insides = Vec::with_capacity(regions.len());
    let mut copied = 0;
    for region in &regions {
        let rendered = render(&region.opening).and_then(|content| fits(page, format, region, content));
        match rendered {
            Ok(content) => {
                let inside = lay_out(&content, region, format);
                out.push_str(page.get(copied..region.inside.start).unwrap_or_default());
                out.push_str(&inside);
                insides.push(inside);
                copied = region.inside.end;
            }
            Err(error) => errors.push(error.on_line(region.opening.line)),
        }
    }
    out.push_str(page.get(copied..).unwrap_or_default());
    if errors.is_empty() {
        errors.extend(broken_by(&out, format, &regions, &insides));
    }
    errors.sort_by_key(Error::line);
    if errors.is_empty() { Ok(mark.to_owned() + &out) } else { Err(errors) }
}

/// The content, unless it is a table inside of the directive of a table, which docutils rejects.
fn fits(page: &str, format: Format, region: &Region<'_>, content: String) -> Result<String, Error> {
    let is_table = format == Format::ReStructuredText && content.contains(".. list-table::");
    let above = if is_table { lines(page) } else { Vec::new() };
    let above = parent(&above, region.opening.line - 1).map_or("", |line| line.text.trim());
    if ![".. table::", ".. list-table::", ".. csv-table::"].iter().any(|table| above.starts_with(table)) {
        return Ok(content);
    }
    let message = format!(
        "the region is inside of `{above}`, and its block is a table of its own: move the markers out, and write `caption=\"…\"` for a title"
    );
    Err(Error::new(ErrorKind::Marker, &message))
}

/// The content with the line ending and the prefix of the opening comment, between the empty lines that its format requires.
///
/// HTML is not indented: spaces in `<pre>` are text.
fn lay_out(content: &str, region: &Region<'_>, format: Format) -> String {
    let content = content.replace("\r\n", "\n").replace('\r', "\n");
    let content = content.trim_matches('\n');
    let (blank, prefix) = if format == Format::Html { (None, "") } else { (Some(""), region.prefix) };
    let lines = content.split('\n').filter(|_| !content.is_empty());
    let lines = blank.into_iter().chain(lines).chain(blank.filter(|_| !content.is_empty()));
    let mut out = String::new();
    for line in lines {
        let prefix = if line.is_empty() { prefix.trim_end() } else { prefix };
        out.extend([prefix, line, region.ending]);
    }
    out
}

/// The first region whose new inside is not read back unchanged: it contains a marker or an unclosed code block.
fn broken_by(page: &str, format: Format, regions: &[Region<'_>], insides: &[String]) -> Option<Error> {
    let Found { regions: again, errors } = scan(page, format);
    let is_whole =
        |region: &Region<'_>, inside: &String| page.get(region.inside.clone()) == Some(inside.as_str());
    let whole = again.iter().zip(insides).take_while(|(region, inside)| is_whole(region, inside)).count();
    let before = |line: usize| again.iter().take_while(|region| region.opening.line <= line).count();
    let at = match errors.first().and_then(Error::line) {
        Some(line) => whole.min(before(line).saturating_sub(1)),
        None => whole,
    };
    let Opening { name, line, .. } = &regions.get(at)?.opening;
    let message = format!(
        "the output of block `{name}` would hide the end of the region: it contains a marker or an unclosed code block"
    );
    Some(Error::new(ErrorKind::Marker, &message).on_line(*line))
}

/// The two markers of a region, for an error message.
pub(crate) fn example(format: Format) -> Result<String, Error> {
    let syntax = Syntax::of(format).ok_or_else(|| no_comments(format))?;
    Ok(format!("`{}` and `{}`", syntax.example(Word::Begin), syntax.example(Word::End)))
}
