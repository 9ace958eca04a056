//! Regions of a hand-written page: the text between two comments is generated, everything else stays byte for byte.
//!
//! `docs/content.rs` renders the block of a region, and `docs/file.rs` reads and writes pages.

mod code;
mod comment;
mod lines;
mod marker;
mod mistake;
mod options;
mod scan;

use self::comment::Syntax;
pub(crate) use self::mistake::Mistake;
use self::scan::{Found, Region, scan};
use crate::error::{Cause, Error};
use crate::format::Format;

/// The opening comment of a region.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Opening {
    /// The block.
    pub(crate) name: String,
    /// `key="value"`, in order.
    pub(crate) options: Vec<(String, String)>,
    /// The line where the comment starts, counted from 1.
    pub(crate) line: usize,
}

/// An error of a marker, and its line.
type At = (usize, Mistake);

/// Renders the inside of regions.
pub(crate) type Render<'r> = dyn FnMut(&Opening) -> Result<String, Error> + 'r;

/// The page with new content in each region, or all of its errors, in order.
pub(crate) fn rewrite(page: &str, format: Format, render: &mut Render<'_>) -> Result<String, Vec<Error>> {
    let found = scan(page, format);
    let mut errors: Vec<Error> = found.mistakes.into_iter().map(Error::from).collect();
    let mut out = String::with_capacity(page.len());
    let mut insides = Vec::with_capacity(found.regions.len());
    let mut copied = 0;
    for region in &found.regions {
        match render(&region.opening) {
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
        errors.extend(broken_by(&out, format, &found.regions, &insides).map(Error::from));
    }
    errors.sort_by_key(Error::line);
    if errors.is_empty() { Ok(out) } else { Err(errors) }
}

impl From<At> for Error {
    fn from((line, mistake): At) -> Self {
        Self::from(Cause::Marker(mistake)).on_line(line)
    }
}

/// The content with the line ending and the indentation of the opening comment, between the empty lines that its format requires.
///
/// HTML is not indented: spaces in `<pre>` are text.
fn lay_out(content: &str, region: &Region<'_>, format: Format) -> String {
    let content = content.replace("\r\n", "\n").replace('\r', "\n");
    let content = content.trim_matches('\n');
    let (blank, indent) = if format == Format::Html { ("", "") } else { (region.ending, region.indent) };
    let mut out = String::from(blank);
    if content.is_empty() {
        return out;
    }
    for line in content.split('\n') {
        if !line.is_empty() {
            out.push_str(indent);
            out.push_str(line);
        }
        out.push_str(region.ending);
    }
    out.push_str(blank);
    out
}

/// The first region whose new inside is not read back unchanged: it contains a marker or an unclosed code block.
fn broken_by(page: &str, format: Format, regions: &[Region<'_>], insides: &[String]) -> Option<At> {
    let Found { regions: again, mistakes } = scan(page, format);
    let is_whole =
        |region: &Region<'_>, inside: &String| page.get(region.inside.clone()) == Some(inside.as_str());
    let whole = again.iter().zip(insides).take_while(|(region, inside)| is_whole(region, inside)).count();
    let before = |line: usize| again.iter().take_while(|region| region.opening.line <= line).count();
    let at = match mistakes.first() {
        Some((line, _)) => whole.min(before(*line).saturating_sub(1)),
        None => whole,
    };
    let opening = &regions.get(at)?.opening;
    Some((opening.line, Mistake::Broken { name: opening.name.clone() }))
}

/// The two markers of a region, for an error message.
pub(crate) fn example(format: Format) -> Result<String, Error> {
    let syntax = Syntax::of(format).ok_or(Cause::Marker(Mistake::NoComments { format }))?;
    Ok(format!("`{}` and `{}`", syntax.comment("errbook:begin NAME"), syntax.comment("errbook:end")))
}
