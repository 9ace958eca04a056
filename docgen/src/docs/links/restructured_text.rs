//! The anchors and the links of a page of reStructuredText, outside of literal blocks.

use super::page::{Page, around};
use crate::docs::region::prose;
use crate::format::Format;

pub(super) fn read(page: &mut Page, content: &str) {
    let mut before = "";
    for (line, text) in prose(content, Format::ReStructuredText) {
        if let Some((label, address)) =
            text.trim_start().strip_prefix(".. _").and_then(|text| text.split_once(':'))
        {
            id(page, label.trim_matches('`'));
            link(page, line, address.trim());
        }
        if is_underline(text) && !before.trim().is_empty() && !before.starts_with([' ', '.']) {
            id(page, before.trim());
        }
        for (before, _) in around(text, ">`_") {
            // Not in an inline literal.
            if before.matches("``").count() % 2 == 0 {
                link(page, line, before.rsplit_once('<').map_or("", |(_, address)| address));
            }
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
fn id(page: &mut Page, text: &str) {
    // It has letters for those with accents.
    page.is_unclear |= !text.is_ascii();
    let words = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let id = words.collect::<Vec<_>>().join("-").to_lowercase();
    page.slugs([id.trim_start_matches(|c: char| c.is_ascii_digit() || c == '-').to_owned()]);
}

/// Adds a link, unless it is to a label.
fn link(page: &mut Page, line: usize, address: &str) {
    let address = address.replace('\\', "");
    if !address.is_empty() && !address.ends_with('_') && !address.contains(char::is_whitespace) {
        page.links.push((line, address));
    }
}
