//! A part of a doc comment, with the definitions of the whole that it uses: link references and footnotes count everywhere.

use std::cell::RefCell;
use std::ops::Range;

use errbook::Entry;
use minijinja::Value;
use pulldown_cmark::{BrokenLink, Event, Parser, Tag};

use super::Markdown;
use crate::ast::OPTIONS;

/// The value of a part of the documentation of an error.
pub(super) fn value(entry: &Entry, part: &str) -> Value {
    // Both kinds of definitions have this.
    let is_alone = part.is_empty() || part.len() == entry.docs().len() || !entry.docs().contains("]:");
    if is_alone { Markdown::value(part) } else { Markdown::value(with_definitions(entry.docs(), part)) }
}

fn with_definitions(docs: &str, part: &str) -> String {
    let own = footnotes(part);
    let all = footnotes(docs);
    let mut notes = used(&all, part);
    let mut at = 0;
    // Footnotes may refer to others.
    while let Some((_, range)) = notes.get(at) {
        let note = docs.get(range.clone()).and_then(|note| note.split_once("]:"));
        let others = used(&all, note.map_or("", |(_, note)| note.trim_start()));
        let new: Vec<_> = others.into_iter().filter(|note| !notes.contains(note)).collect();
        notes.extend(new);
        at += 1;
    }
    let mut text = String::with_capacity(docs.len());
    let mut from = 0;
    for (label, range) in own {
        if notes.iter().all(|(used, _)| *used != label) {
            text.push_str(part.get(from..range.start).unwrap_or_default());
            from = range.end;
        }
    }
    text.push_str(part.get(from..).unwrap_or_default());
    for (label, range) in notes {
        let note = docs.get(range).unwrap_or_default().trim_end();
        if !footnotes(&text).iter().any(|(known, _)| *known == label) {
            text.push_str("\n\n");
            text.push_str(note);
        }
    }
    references(docs, &text) + &text
}

type Footnote = (String, Range<usize>);

/// The footnotes that a text defines.
fn footnotes(text: &str) -> Vec<Footnote> {
    let events = Parser::new_ext(text, OPTIONS).into_offset_iter();
    let footnotes = events.filter_map(|(event, range)| match event {
        Event::Start(Tag::FootnoteDefinition(label)) => Some((label.to_string(), range)),
        _ => None,
    });
    footnotes.collect()
}

/// The footnotes that a text refers to.
fn used(notes: &[Footnote], part: &str) -> Vec<Footnote> {
    // A parser knows a reference by its definition.
    let mut text = part.to_owned();
    for (label, _) in notes {
        text.extend(["\n\n[^", label, "]: x"]);
    }
    let mut open = 0;
    let mut used: Vec<Footnote> = Vec::new();
    for (event, _) in Parser::new_ext(&text, OPTIONS).into_offset_iter() {
        match event {
            Event::Start(Tag::FootnoteDefinition(_)) => open += 1,
            Event::End(pulldown_cmark::TagEnd::FootnoteDefinition) => open -= 1,
            Event::FootnoteReference(label) if open == 0 => {
                let note = notes.iter().find(|(known, _)| **known == *label);
                used.extend(note.filter(|note| !used.contains(note)).cloned());
            }
            _ => {}
        }
    }
    used
}

/// The definitions in the whole of the links that a text has no definition of.
fn references(docs: &str, text: &str) -> String {
    let whole = Parser::new_ext(docs, OPTIONS);
    let whole = whole.reference_definitions();
    let found = RefCell::new(Vec::new());
    let broken = |link: BrokenLink<'_>| {
        let label = link.reference.to_string();
        if whole.get(&label).is_some() && !found.borrow().contains(&label) {
            found.borrow_mut().push(label);
        }
        None
    };
    Parser::new_with_broken_link_callback(text, OPTIONS, Some(broken)).for_each(drop);
    let found = found.into_inner();
    let definition = |label: &String| {
        let definition = docs.get(whole.get(label)?.span.clone())?;
        Some(format!("{}\n\n", definition.trim_end()))
    };
    found.iter().filter_map(definition).collect()
}
