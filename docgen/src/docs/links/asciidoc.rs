//! The anchors and the links of a page of `AsciiDoc`, outside of listings and comments.

use super::page::{Page, around};
use crate::docs::region::prose;
use crate::format::Format;

pub(super) fn read(page: &mut Page, content: &str) {
    let mut has_id = false;
    for (line, text) in prose(content, Format::AsciiDoc).filter(|(_, text)| !text.starts_with("//")) {
        ids(page, text);
        let (signs, title) = text.split_at(text.len() - text.trim_start_matches('=').len());
        if (1..=6).contains(&signs.len()) && title.starts_with(' ') && !has_id {
            heading(page, title.trim());
        }
        has_id = text.starts_with('[')
            && (has_id || text.starts_with("[[") || text.contains('#') || text.contains("id="));
        for (open, close) in [("<<", ">>"), ("xref:", "["), ("link:", "[")] {
            for (before, behind) in around(text, open) {
                let target = behind.split_once(close).and_then(|(target, _)| target.split(',').next());
                let target = target.unwrap_or_default();
                link(page, line, before, target, open != "link:");
            }
        }
    }
}

/// The ids of `[#id]`, `[[id]]`, `[id=id]` and `anchor:id[]`.
fn ids(page: &mut Page, text: &str) {
    for sign in ["[#", "[[", "[id=", "anchor:"] {
        for (_, id) in around(text, sign) {
            let id = id.trim_start_matches(['"', '\'', '[']);
            let end = id.find([']', ',', '"', '\'', '%', '[']).unwrap_or(id.len());
            let id = id.split_at(end).0;
            // A role follows a dot, which may also be in an id.
            page.anchors.extend([id, id.split('.').next().unwrap_or_default()].map(str::to_owned));
        }
    }
}

/// The ids that Asciidoctor and Antora give a heading. What markup in it comes to, only they know.
fn heading(page: &mut Page, title: &str) {
    page.is_unclear |= title.contains(['_', '*', '{', '&', '<', '[', '#', '^', '~']);
    let words = title.split([' ', '.', '-']);
    let words =
        words.map(|word| word.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase());
    let words: Vec<_> = words.filter(|word| !word.is_empty()).collect();
    page.slugs([format!("_{}", words.join("_")), words.join("-")]);
}

/// Adds a link, unless it is escaped or in code, or only a tool knows where it leads.
fn link(page: &mut Page, line: usize, before: &str, target: &str, is_reference: bool) {
    let is_code = before.matches('`').count() % 2 == 1;
    let is_word = before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '\\' | '_'));
    let target = target.replace("&#35;", "#").replace("&#95;", "_");
    let is_clear =
        !target.is_empty() && !target.contains(|c: char| c.is_whitespace() || "{+&\"<".contains(c));
    if is_code || is_word || !is_clear {
        return;
    }
    // A name alone is the id of a place on the page.
    let is_id = is_reference && !target.contains(['#', '.', '/']);
    let address = if is_id { format!("#{target}") } else { target };
    page.links.push((line, address));
}
