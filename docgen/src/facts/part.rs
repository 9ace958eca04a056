//! A part of a doc comment, with the definitions of the whole that it uses: link references and footnotes count everywhere.

use std::borrow::Cow;
use std::ops::Range;

use errbook::Entry;
use minijinja::Value;
use pulldown_cmark::{Event, Parser, Tag};

use super::Markdown;
use crate::ast::{BLANKS, OPTIONS};

/// The value of a part of the documentation of an error.
pub(super) fn value(entry: &Entry, part: impl Into<Cow<'static, str>>) -> Value {
    let part = part.into();
    // Both kinds of definitions have this.
    let is_alone = part.is_empty() || part.len() == entry.docs().len() || !entry.docs().contains("]:");
    if is_alone { Markdown::value(part) } else { Markdown::value(with_definitions(entry.docs(), &part)) }
}

/// The part without the footnotes in it, and around it the definitions that it uses: its own, or those of the whole. Links stay
/// defined where they are, too: what is between two blocks separates them. An open fence would take definitions of links at the end
/// for code.
fn with_definitions(docs: &str, part: &str) -> String {
    let (mut links, mut text, mut at) = (String::new(), String::with_capacity(part.len()), 0);
    let own = definitions(part);
    for (_, range) in own.iter().filter(|(label, _)| label.starts_with("[^")) {
        // A footnote may be inside of another.
        text.push_str(part.get(at..range.start).unwrap_or_default());
        at = at.max(range.end);
    }
    text.push_str(part.get(at..).unwrap_or_default());
    text.truncate(text.trim_end_matches(BLANKS).len());
    let own = own.into_iter().map(|definition| (part, definition));
    let mut all: Vec<_> =
        own.chain(definitions(docs).into_iter().map(|definition| (docs, definition))).collect();
    let mut uses = flat(&text);
    // Footnotes may refer to others.
    while let Some(at) = all.iter().position(|(_, (label, _))| uses.contains(label)) {
        let (source, (label, range)) = all.remove(at);
        let definition = source.get(range).unwrap_or_default().trim_end_matches(BLANKS);
        uses.push_str(&flat(definition));
        if label.starts_with("[^") {
            text.extend(["\n\n", definition]);
        } else {
            links.extend([definition, "\n\n"]);
        }
        all.retain(|(_, (other, _))| *other != label);
    }
    links + &text
}

/// What a text defines, in order: by what refers to it.
fn definitions(text: &str) -> Vec<(String, Range<usize>)> {
    let parser = Parser::new_ext(text, OPTIONS);
    let links = parser.reference_definitions().iter();
    let mut all: Vec<_> =
        links.map(|(label, link)| (flat(&format!("[{label}]")), link.span.clone())).collect();
    all.extend(parser.into_offset_iter().filter_map(|(event, range)| match event {
        Event::Start(Tag::FootnoteDefinition(label)) => Some((flat(&format!("[^{label}]")), range)),
        _ => None,
    }));
    all.sort_by_key(|(_, range)| range.start);
    all
}

/// Labels differ neither in case nor in spaces.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
