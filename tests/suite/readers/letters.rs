//! Only what a reader of a document sees, letter for letter, without spaces.

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::pulldown;

fn push(out: &mut String, text: &str) {
    out.extend(text.chars().filter(|c| !matches!(c, ' ' | '\t' | '\n' | '\r')));
}

/// What there is in a format.
#[derive(Clone, Copy)]
pub struct Signs {
    /// Items of lists have markers that are text.
    pub has_markers: bool,
    /// Elements are elements, and no text.
    pub has_html: bool,
}

/// The letters of Markdown as rustdoc reads it.
pub fn of_description(markdown: &str, Signs { has_markers, has_html }: Signs) -> String {
    let mut out = String::new();
    let mut lists = Vec::new();
    let options = pulldown_cmark::Options::ENABLE_TABLES
        | pulldown_cmark::Options::ENABLE_STRIKETHROUGH
        | pulldown_cmark::Options::ENABLE_TASKLISTS
        | pulldown_cmark::Options::ENABLE_FOOTNOTES;
    let broken =
        |link: pulldown_cmark::BrokenLink<'_>| is_item(&link.reference).then_some(("item".into(), "".into()));
    for event in Parser::new_with_broken_link_callback(markdown, options, Some(broken)) {
        match event {
            Event::Start(Tag::List(first)) if has_markers => lists.push(first),
            Event::End(TagEnd::List(_)) if has_markers => drop(lists.pop()),
            Event::Start(Tag::Item) if has_markers => match lists.last_mut() {
                Some(Some(number)) => {
                    push(&mut out, &format!("{number}."));
                    *number += 1;
                }
                _ => out.push('-'),
            },
            // Its text is text, with character references.
            Event::Html(html) if !has_html => push(&mut out, &decoded(&html)),
            Event::InlineHtml(html) if !has_html => push(&mut out, &html),
            other => letters(other, &mut out),
        }
    }
    without_tags(&out)
}

/// Without tags that are elements if they have a partner, and text if not.
pub fn without_tags(letters: &str) -> String {
    let mut out = letters.to_owned();
    for tag in ["<b>", "</b>", "<br>", "<br/>"] {
        out = out.replace(tag, "");
    }
    out
}

/// Whether rustdoc would make a link to an item of it.
fn is_item(reference: &str) -> bool {
    let code = reference.strip_prefix('`').and_then(|code| code.strip_suffix('`'));
    let names = reference.trim_start_matches("::").split("::");
    let is_name = |name: &str| {
        name.starts_with(|c: char| c.is_alphabetic() || c == '_')
            && name.chars().all(|c| c.is_alphanumeric() || c == '_')
    };
    code.is_some_and(|code| !code.is_empty() && !code.contains('`'))
        || (reference.contains("::") && names.into_iter().all(is_name))
}

/// The letters of a page.
pub fn of_events<'e>(events: impl Iterator<Item = Event<'e>>) -> String {
    let mut out = String::new();
    events.for_each(|event| letters(event, &mut out));
    without_tags(&out)
}

fn letters(event: Event<'_>, out: &mut String) {
    match event {
        Event::Text(text) | Event::Code(text) => push(out, &text),
        Event::Html(html) | Event::InlineHtml(html) => {
            let mut html = decoded(&html);
            // What means line breaks, code, headings and emphasis.
            for tag in [
                "<br>",
                "<code>",
                "</code>",
                "<b>",
                "</b>",
                "<em>",
                "</em>",
                "<strong>",
                "</strong>",
                "<del>",
                "</del>",
                "<ul>",
                "</ul>",
                "<ol>",
                "</ol>",
                "<li>",
                "</li>",
            ] {
                html = html.replace(tag, "");
            }
            if !html.starts_with("<ol start=") {
                push(out, &html);
            }
        }
        Event::FootnoteReference(label) => push(out, &format!("[^{label}]")),
        Event::TaskListMarker(is_done) => push(out, if is_done { "[x]" } else { "[ ]" }),
        _ => {}
    }
}

/// HTML without the character references that text in it is written with.
fn decoded(html: &str) -> String {
    let html = html.replace("&amp;", "&").replace("&lt;", "<");
    let mut parts = html.split("&#");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let reference = part.split_once(';').and_then(|(code, rest)| Some((code.parse().ok()?, rest)));
        match reference.and_then(|(code, rest)| Some((char::from_u32(code)?, rest))) {
            Some((c, rest)) => {
                out.push(c);
                out.push_str(rest);
            }
            None => out.extend(["&#", part]),
        }
    }
    out
}

/// The cells of each row of each table, as `pulldown-cmark` reads them, and all that is outside of tables.
pub fn of_tables(markdown: &str) -> (Vec<Vec<String>>, String) {
    let (mut rows, mut outside, mut cell) = (Vec::<Vec<String>>::new(), String::new(), None::<String>);
    for event in Parser::new_ext(markdown, pulldown::options()) {
        match event {
            Event::Start(Tag::TableHead | Tag::TableRow) => rows.push(Vec::new()),
            Event::Start(Tag::TableCell) => cell = Some(String::new()),
            Event::End(TagEnd::TableCell) => {
                rows.last_mut().unwrap().extend(cell.take().map(|cell| without_tags(&cell)));
            }
            other => letters(other, cell.as_mut().unwrap_or(&mut outside)),
        }
    }
    (rows, outside)
}
