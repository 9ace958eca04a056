//! The Markdown of doc comments, read as rustdoc reads it.
//!
//! Links to items (`[`Entry`]`, `[it](crate::Entry)`) lead nowhere outside of rustdoc: of these only the text is left.

use std::ops::Range;

use pulldown_cmark::{BrokenLink, CowStr, Event, LinkType, Options, Parser, Tag, TagEnd};

use super::BLANKS;

/// What rustdoc switches on.
pub(crate) const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_FOOTNOTES);

/// Stands for the address of an item.
const ITEM: &str = "\u{FDD1}item";

/// The events of a text, without the links to items.
pub(crate) fn events(source: &str) -> impl Iterator<Item = Event<'_>> {
    events_with_ranges(source).map(|(event, _)| event)
}

fn events_with_ranges(source: &str) -> impl Iterator<Item = (Event<'_>, Range<usize>)> {
    let broken = |link: BrokenLink<'_>| {
        is_item(&link.reference).then_some((CowStr::Borrowed(ITEM), CowStr::Borrowed("")))
    };
    let mut open = Vec::new();
    let parser = Parser::new_with_broken_link_callback(source, OPTIONS, Some(broken));
    parser.into_offset_iter().filter(move |(event, _)| match event {
        Event::Start(Tag::Link { dest_url, link_type, .. }) => {
            open.push(leads_nowhere(*link_type, dest_url));
            open.last() == Some(&false)
        }
        Event::End(TagEnd::Link) => open.pop() == Some(false),
        _ => true,
    })
}

/// The first paragraph, as written.
pub(crate) fn first_paragraph(source: &str) -> &str {
    let mut events = events_with_ranges(source);
    let range =
        events.find_map(|(event, range)| matches!(event, Event::Start(Tag::Paragraph)).then_some(range));
    let paragraph = range.and_then(|range| source.get(range)).unwrap_or_default();
    paragraph.trim_end_matches(BLANKS)
}

/// The source with its text and code changed, and its markup and addresses as they are.
pub(crate) fn with_text(source: &str, change: impl Fn(&str) -> String) -> String {
    let mut out = String::with_capacity(source.len());
    let mut at = 0;
    let mut is_address = false;
    for (event, range) in events_with_ranges(source) {
        match event {
            Event::Start(Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. }) => {
                is_address = true;
            }
            Event::End(TagEnd::Link) => is_address = false,
            Event::Text(_) | Event::Code(_) if !is_address && range.start >= at => {
                out.push_str(source.get(at..range.start).unwrap_or_default());
                out.push_str(&change(source.get(range.clone()).unwrap_or_default()));
                at = range.end;
            }
            _ => {}
        }
    }
    out.push_str(source.get(at..).unwrap_or_default());
    out
}

fn leads_nowhere(link: LinkType, address: &str) -> bool {
    address == ITEM || (is_path(address) && !matches!(link, LinkType::Autolink | LinkType::Email))
}

/// Whether a text in brackets is meant for rustdoc: it is code, or has a path's colons.
fn is_item(reference: &str) -> bool {
    let inside = reference.strip_prefix('`').and_then(|text| text.strip_suffix('`'));
    inside.is_some_and(|text| !text.is_empty() && !text.contains('`')) || is_path(reference)
}

/// What rustdoc tells items of one name apart by.
#[rustfmt::skip]
const KINDS: [&str; 23] = [
    "struct", "enum", "union", "trait", "type", "tyalias", "typealias", "fn", "function", "method", "mod", "module",
    "macro", "derive", "attribute", "const", "constant", "value", "static", "field", "variant", "prim", "primitive",
];

/// Whether an address is the path of an item, such as `Self::Other` or `crate::Error`.
fn is_path(address: &str) -> bool {
    let (kind, path) = address.split_once('@').unwrap_or(("", address));
    let path = path.split('#').next().unwrap_or_default().trim_end_matches("()").trim_end_matches('!');
    let is_name = |name: &str| {
        let mut chars = name.chars();
        let begins = chars.next().is_some_and(|c| c.is_alphabetic() || c == '_');
        begins && chars.all(|c| c.is_alphanumeric() || c == '_')
    };
    let names_item =
        path.contains("::") || KINDS.contains(&kind) || matches!(path, "Self" | "self" | "super" | "crate");
    names_item && path.trim_start_matches("::").split("::").all(is_name)
}
