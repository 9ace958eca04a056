//! Regions of a hand-written page: the text between two comments is generated, everything else stays byte for byte.
//!
//! `docs/content.rs` renders the block of a region, and `docs/file.rs` reads and writes pages.

mod lines;
mod marker;
mod scan;

use std::mem::take;

use self::lines::{is_code, parent};
pub(super) use self::marker::Syntax;
pub(super) use self::scan::Region;
use self::scan::{Scan, scan};
use crate::error::{DocsErrors, Error, ErrorKind};
use crate::format::Format;

/// The page with new content in each region, or all of its errors, in order.
pub(super) fn rewrite(
    page: &str,
    format: Format,
    mut render: impl FnMut(&Region<'_>) -> Result<String, Error>,
) -> Result<String, DocsErrors> {
    let (mark, page) = page.split_at(page.len() - page.trim_start_matches('\u{feff}').len());
    let mut scan = self::scan(page, format).map_err(|error| error.on_line(1))?;
    let mut errors = take(&mut scan.errors);
    let regions = &scan.regions;
    let mut out = String::with_capacity(page.len());
    let mut insides = Vec::with_capacity(regions.len());
    let mut copied = 0;
    for region in regions {
        match render(region).and_then(|content| lay_out(&scan, &content, region, format)) {
            Ok(inside) => {
                out.push_str(page.get(copied..region.inside.start).unwrap_or_default());
                out.push_str(&inside);
                insides.push(inside);
                copied = region.inside.end;
            }
            Err(error) => errors.push(error.on_line(region.line)),
        }
    }
    out.push_str(page.get(copied..).unwrap_or_default());
    if errors.is_empty() {
        errors.extend(broken_by(&out, format, regions, &insides));
    }
    errors.sort_by_key(Error::line);
    DocsErrors::unless_empty(errors, mark.to_owned() + &out)
}

/// The content with the line ending and the prefix of the opening comment, between the empty lines that its format requires.
///
/// HTML is not indented: spaces in `<pre>` are text.
fn lay_out(page: &Scan<'_>, content: &str, region: &Region<'_>, format: Format) -> Result<String, Error> {
    if let Some(why) = misfit(page, content, region, format) {
        return Err(Error::new(ErrorKind::Marker, &why));
    }
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
    Ok(out)
}

/// Why the author's markup around the region cannot hold the content, if that is so.
fn misfit(page: &Scan<'_>, content: &str, region: &Region<'_>, format: Format) -> Option<String> {
    let at = region.line - 1;
    let in_table = |table: &str| {
        format!(
            "the region is inside of `{table}`, and its block has a table or a `|` of its own: move the markers out, and write `caption=\"…\"` for a title"
        )
    };
    match format {
        Format::ReStructuredText => {
            let above = parent(&page.lines, at)?.text.trim();
            let tables = [".. table::", ".. list-table::", ".. csv-table::"];
            if tables.iter().any(|table| above.starts_with(table)) && content.contains(".. list-table::") {
                return Some(in_table(above));
            }
            content.lines().any(is_underline).then(|| {
                format!(
                    "the region is inside of `{above}`, where docutils takes no titles, and its block has some: move the markers out, or write `group-heading=\"**{{{{ key }}}}**\"`"
                )
            })
        }
        // A line opens a table, the next one like it closes it.
        Format::AsciiDoc if content.contains('|') => {
            let is_sign = |text: &&str| {
                text.strip_prefix('|').is_some_and(|sign| sign.len() > 2 && sign.bytes().all(|c| c == b'='))
            };
            let outside = page.lines.iter().take(at).filter(|line| !is_code(&page.code, line));
            let signs = outside.map(|line| line.text.trim_end()).filter(is_sign);
            let open = signs.fold(None, |open, sign| match open {
                Some(opened) if opened == sign => None,
                open => open.or(Some(sign)),
            });
            open.map(in_table)
        }
        _ => None,
    }
}

/// Whether a line makes a title of that above it.
fn is_underline(line: &str) -> bool {
    line.len() > 3
        && line.chars().next().is_some_and(|sign| "=-~^\"'".contains(sign) && line.chars().all(|c| c == sign))
}

/// The first region whose new inside is not read back unchanged: it contains a marker or an unclosed code block. If all are, the last
/// region, where the new page has an error: an example of a marker behind a region may be in code no longer.
fn broken_by(page: &str, format: Format, regions: &[Region<'_>], insides: &[String]) -> Option<Error> {
    let again = scan(page, format).ok()?;
    let mut read = again.regions.iter().map(|region| page.get(region.inside.clone()));
    let hidden = regions.iter().zip(insides).find(|(_, inside)| read.next() != Some(Some(inside)));
    let (broken, why) = match (hidden, again.errors.first()) {
        (Some((region, _)), _) => {
            (region, "hide the end of the region: it contains a marker or an unclosed code block".to_owned())
        }
        (None, Some(error)) => (regions.last()?, format!("make the page invalid: {error}")),
        (None, None) => return None,
    };
    let message = format!("the output of block `{}` would {why}", broken.name);
    Some(Error::new(ErrorKind::Marker, &message).on_line(broken.line))
}
