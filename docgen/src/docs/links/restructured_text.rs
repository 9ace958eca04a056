//! The anchors and the links of a page of reStructuredText, outside of literal blocks.

use super::page::Reader;
use crate::docs::region::prose;
use crate::format::Format;

pub(super) fn read(reader: &mut Reader, page: &str) {
    let mut before = "";
    for (line, text) in prose(page, Format::ReStructuredText) {
        if let Some((label, address)) =
            text.trim_start().strip_prefix(".. _").and_then(|text| text.split_once(':'))
        {
            id(reader, label.trim_matches('`'));
            link(reader, line, address.trim());
        }
        if is_underline(text) && !before.trim().is_empty() && !before.starts_with([' ', '.']) {
            id(reader, before.trim());
        }
        for (at, _) in text.match_indices(">`_") {
            let address = text.get(..at).and_then(|text| text.rsplit_once('<'));
            link(reader, line, address.map_or("", |(_, address)| address));
        }
        before = text;
    }
}

/// Whether a line may be below a title.
fn is_underline(text: &str) -> bool {
    let text = text.trim_end();
    let mut chars = text.chars();
    chars.next().is_some_and(|sign| sign.is_ascii_punctuation() && chars.all(|c| c == sign))
}

/// The id that docutils makes of a label or a title.
fn id(reader: &mut Reader, text: &str) {
    // It has letters for those with accents.
    reader.is_unclear |= !text.is_ascii();
    let words = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let id = words.collect::<Vec<_>>().join("-").to_lowercase();
    reader.slugs([id.trim_start_matches(|c: char| c.is_ascii_digit() || c == '-').to_owned()]);
}

/// Adds a link, unless it is to a label.
fn link(reader: &mut Reader, line: usize, address: &str) {
    let address = address.replace('\\', "");
    if !address.is_empty() && !address.ends_with('_') && !address.contains(char::is_whitespace) {
        reader.link_on_line(line, &address);
    }
}
