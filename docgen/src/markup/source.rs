//! The Markdown of doc comments, read as rustdoc reads it.
//!
//! Links to items (`[`Entry`]`, `[it](crate::Entry)`) lead nowhere outside of rustdoc: of these only the text is left.

use std::fmt::Write as _;
use std::ops::Range;

use pulldown_cmark::{BrokenLink, BrokenLinkCallback, CowStr, Event, LinkType, Options, Parser, Tag, TagEnd};

/// What rustdoc switches on.
pub(super) fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_FOOTNOTES
}

/// Without the blanks at the end. Those that are no ASCII, such as U+3000, are text.
pub(crate) fn trim_end(text: &str) -> &str {
    text.trim_end_matches([' ', '\t', '\n'])
}

/// Stands for the address of an item.
const ITEM: &str = "\u{FDD0}item";

/// The parser of a text; its links to items are those that [`leads_nowhere`] tells.
pub(super) fn parser(source: &str) -> Parser<'_, impl BrokenLinkCallback<'_>> {
    let broken = |link: BrokenLink<'_>| {
        is_item(&link.reference).then_some((CowStr::Borrowed(ITEM), CowStr::Borrowed("")))
    };
    Parser::new_with_broken_link_callback(source, options(), Some(broken))
}

/// Whether a link is one to an item.
pub(super) fn leads_nowhere(link: LinkType, address: &str) -> bool {
    address == ITEM || (is_path(address) && !matches!(link, LinkType::Autolink | LinkType::Email))
}

/// The events of a text, without the links to items.
pub(super) fn events(source: &str) -> impl Iterator<Item = (Event<'_>, Range<usize>)> {
    let mut open = Vec::new();
    parser(source).into_offset_iter().filter(move |(event, _)| match event {
        Event::Start(Tag::Link { dest_url, link_type, .. }) => {
            open.push(leads_nowhere(*link_type, dest_url));
            open.last() == Some(&false)
        }
        Event::End(TagEnd::Link) => open.pop() == Some(false),
        _ => true,
    })
}

/// Whether a text in brackets is meant for rustdoc: it is code, or has a path's colons.
fn is_item(reference: &str) -> bool {
    let inside = reference.strip_prefix('`').and_then(|text| text.strip_suffix('`'));
    inside.is_some_and(|text| !text.is_empty() && !text.contains('`')) || is_path(reference)
}

/// What rustdoc tells items of one name apart by.
const KINDS: [&str; 20] = [
    "struct",
    "enum",
    "union",
    "trait",
    "type",
    "tyalias",
    "fn",
    "function",
    "method",
    "mod",
    "module",
    "macro",
    "derive",
    "attribute",
    "const",
    "static",
    "field",
    "variant",
    "prim",
    "primitive",
];

/// Whether an address is the path of an item, such as `Self::Other` or `crate::Error`.
fn is_path(address: &str) -> bool {
    let (kind, path) = address.split_once('@').unwrap_or(("", address));
    let path = path.trim_end_matches("()").trim_end_matches('!');
    let is_name = |name: &str| {
        let mut chars = name.chars();
        let begins = chars.next().is_some_and(|c| c.is_alphabetic() || c == '_');
        begins && chars.all(|c| c.is_alphanumeric() || c == '_')
    };
    let names_item = path.contains("::") || KINDS.contains(&kind) || path == "Self";
    names_item && path.trim_start_matches("::").split("::").all(is_name)
}

/// The first paragraph, as written.
pub(crate) fn first_paragraph(source: &str) -> &str {
    let mut events = events(source);
    let range =
        events.find_map(|(event, range)| matches!(event, Event::Start(Tag::Paragraph)).then_some(range));
    trim_end(range.and_then(|range| source.get(range)).unwrap_or_default())
}

/// Whether the first block of the text is a paragraph.
pub(super) fn begins_with_paragraph(source: &str) -> bool {
    matches!(events(source).next(), Some((Event::Start(Tag::Paragraph), _)))
}

/// Whether the text is one paragraph and nothing else.
pub(super) fn is_one_paragraph(source: &str) -> bool {
    let mut events = events(source);
    let starts = matches!(events.next(), Some((Event::Start(Tag::Paragraph), _)));
    let mut rest = events.skip_while(|(event, _)| !matches!(event, Event::End(TagEnd::Paragraph)));
    starts && rest.next().is_some() && rest.next().is_none()
}

/// The text with its headings this many levels deeper, as far as there are levels. One of several lines stays as it is.
pub(super) fn deeper(source: &str, levels: usize) -> String {
    let mut out = String::with_capacity(source.len() + 8);
    let mut from = 0;
    for (event, range) in events(source) {
        let Event::Start(Tag::Heading { level, .. }) = event else { continue };
        let heading = source.get(range.clone()).unwrap_or_default();
        let signs = "#".repeat((level as usize + levels).min(6));
        let written = match trim_end(heading).split_once('\n') {
            None => format!("{signs}{}", heading.trim_start_matches('#')),
            // With a line of `=` or `-` under it, of which there are two levels only.
            Some((text, underline)) if !underline.contains('\n') => {
                let text = trim_end(text);
                let closing = if text.ends_with('#') { format!(" {signs}") } else { String::new() };
                format!(
                    "{signs} {text}{closing}{}",
                    heading.get(trim_end(heading).len()..).unwrap_or_default()
                )
            }
            Some(_) => heading.to_owned(),
        };
        out.push_str(source.get(from..range.start).unwrap_or_default());
        out.push_str(&written);
        from = range.end;
    }
    out.push_str(source.get(from..).unwrap_or_default());
    out
}

/// The text without its markup.
pub(crate) fn plain(source: &str) -> String {
    let mut out = String::new();
    // The next number of each open list, if it counts.
    let mut lists: Vec<Option<u64>> = Vec::new();
    let mut stands_alone = false;
    for (event, _) in events(source) {
        match event {
            Event::Start(Tag::List(first)) => lists.push(first),
            Event::End(TagEnd::List(_)) => drop(lists.pop()),
            Event::Start(Tag::Item) => {
                break_lines(&mut out, 1);
                out.push_str(&marker(&mut lists));
                stands_alone = false;
            }
            Event::Start(Tag::TableRow | Tag::TableHead) => break_lines(&mut out, 1),
            Event::Start(
                Tag::Paragraph | Tag::Heading { .. } | Tag::CodeBlock(_) | Tag::HtmlBlock | Tag::Table(_),
            ) if stands_alone => break_lines(&mut out, 2),
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::CodeBlock | TagEnd::Item) => {
                stands_alone = true;
            }
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
                out.push_str(&text);
            }
            Event::Start(Tag::Strikethrough) | Event::End(TagEnd::Strikethrough) => out.push_str("~~"),
            Event::FootnoteReference(label) => out.extend(["[^", &label, "]"]),
            Event::TaskListMarker(is_done) => out.push_str(if is_done { "[x] " } else { "[ ] " }),
            Event::SoftBreak | Event::End(TagEnd::TableCell) => out.push(' '),
            Event::HardBreak => out.push('\n'),
            _ => {}
        }
    }
    out.truncate(trim_end(&out).len());
    out
}

/// What stands in front of the next item of the innermost list.
pub(super) fn marker(lists: &mut [Option<u64>]) -> String {
    match lists.last_mut() {
        Some(Some(number)) => {
            let mut marker = String::new();
            // Writing to a `String` cannot fail.
            let _ = write!(marker, "{number}. ");
            *number += 1;
            marker
        }
        _ => "- ".to_owned(),
    }
}

/// Ends the line, and leaves lines empty up to this count of breaks.
fn break_lines(out: &mut String, breaks: usize) {
    if !out.is_empty() {
        out.truncate(out.trim_end_matches('\n').len());
        out.extend(std::iter::repeat_n('\n', breaks));
    }
}

/// What lines begin with that belong to the same lists and quotations as what stands behind this on its line.
pub(super) fn prefix(line: &str) -> String {
    line.chars().map(|c| if matches!(c, '>' | '\t') { c } else { ' ' }).collect()
}

/// All lines but the first get this in front, as far as it is no blank on an empty one.
pub(super) fn indented(text: &str, prefix: &str) -> String {
    let mut out = String::with_capacity(text.len() + prefix.len());
    for (at, line) in text.split('\n').enumerate() {
        let prefix = if line.is_empty() { prefix.trim_end() } else { prefix };
        out.extend(if at > 0 { ["\n", prefix, line] } else { ["", "", line] });
    }
    out
}
