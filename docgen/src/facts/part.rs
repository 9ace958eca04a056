//! A part of a doc comment, with the definitions of the whole that it uses: link references and footnotes count everywhere.

use std::borrow::Cow;
use std::ops::Range;

use errbook::Entry;
use minijinja::Value;
use pulldown_cmark::{Event, Parser, Tag};

use super::Markdown;
use crate::ast::OPTIONS;

/// The value of a part of the documentation of an error.
pub(super) fn value(entry: &Entry, part: impl Into<Cow<'static, str>>) -> Value {
    let part = part.into();
    // Both kinds of definitions have this.
    let is_alone = part.is_empty() || part.len() == entry.docs().len() || !entry.docs().contains("]:");
    if is_alone { Markdown::value(part) } else { Markdown::value(with_definitions(entry.docs(), &part)) }
}

fn with_definitions(docs: &str, part: &str) -> String {
    let (all, own) = (footnotes(docs), footnotes(part));
    let mut used: Vec<&Footnote<'_>> = Vec::new();
    let mut text = without(part, &own, &used);
    // Footnotes may refer to others.
    while let Some(note) = all.iter().find(|note| note.is_in(&text) && used.iter().all(|used| !used.is(note)))
    {
        text.push_str(note.text);
        used.push(note);
    }
    let mut text = references(docs, &text) + &without(part, &own, &used);
    for note in used.into_iter().filter(|note| own.iter().all(|own| !own.is(note))) {
        text.extend(["\n\n", note.text.trim_end()]);
    }
    text
}

/// The definition of a footnote.
struct Footnote<'d> {
    label: String,
    text: &'d str,
    range: Range<usize>,
}

impl Footnote<'_> {
    fn is(&self, other: &Footnote<'_>) -> bool {
        self.label == other.label
    }

    /// Whether a text refers to it.
    fn is_in(&self, text: &str) -> bool {
        text.contains(&format!("[^{}]", self.label))
    }
}

/// The footnotes that a text defines.
fn footnotes(text: &str) -> Vec<Footnote<'_>> {
    let events = Parser::new_ext(text, OPTIONS).into_offset_iter();
    let footnotes = events.filter_map(|(event, range)| match event {
        Event::Start(Tag::FootnoteDefinition(label)) => {
            Some(Footnote { label: label.to_string(), text: text.get(range.clone())?, range })
        }
        _ => None,
    });
    footnotes.collect()
}

/// A text without those of its footnotes that are not used. One may be inside of another.
fn without(text: &str, own: &[Footnote<'_>], used: &[&Footnote<'_>]) -> String {
    let (mut out, mut at) = (String::with_capacity(text.len()), 0);
    for note in own.iter().filter(|note| used.iter().all(|used| !used.is(note))) {
        out.push_str(text.get(at..note.range.start).unwrap_or_default());
        at = at.max(note.range.end);
    }
    out + text.get(at..).unwrap_or_default()
}

/// The definitions in the whole of the links in a text.
fn references(docs: &str, text: &str) -> String {
    let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let flat_text = flat(text);
    let parser = Parser::new_ext(docs, OPTIONS);
    let definitions = parser.reference_definitions().iter();
    let used = definitions.filter(|(label, _)| flat_text.contains(&format!("[{}]", flat(label))));
    let mut used: Vec<_> = used.filter_map(|(_, link)| docs.get(link.span.clone())).collect();
    used.retain(|definition| !text.contains(definition.trim_end()));
    used.sort_unstable();
    used.into_iter().flat_map(|definition| [definition.trim_end(), "\n\n"]).collect()
}
