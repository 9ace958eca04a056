//! HTML: character references for text, elements for Markdown.

use pulldown_cmark::{CowStr, Event};

use super::{Piece, Place, source};

pub(super) fn assemble(pieces: &[Piece<'_>], place: Place) -> String {
    let mut out = String::new();
    let mut scanner = Scanner::default();
    for (at, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Author(html) => {
                scanner.read(html);
                out.push_str(html);
            }
            Piece::Code(value) if scanner.spot() == Spot::Flow => out.push_str(&code(value)),
            Piece::Text(value) | Piece::Code(value) if scanner.spot() == Spot::Text => {
                out.push_str(&verbatim(value));
            }
            Piece::Text(value) | Piece::Code(value) => out.push_str(&scanner.spot().text(value)),
            Piece::Markdown(value) if scanner.spot() != Spot::Flow => {
                out.push_str(&scanner.spot().text(&source::plain(value)));
            }
            Piece::Markdown(value) if place == Place::Cell || !stands_alone(pieces, at) => {
                out.push_str(&fitted(value));
            }
            Piece::Markdown(value) => out.push_str(&blocks(value)),
        }
    }
    out
}

/// Whether a piece is all there is on its line.
pub(super) fn stands_alone(pieces: &[Piece<'_>], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| pieces.get(before));
    let ends_line = |text: &str| text.trim_end_matches([' ', '\t']).ends_with('\n') || text.trim().is_empty();
    let begins_line =
        |text: &str| text.trim_start_matches([' ', '\t', '\r']).starts_with('\n') || text.trim().is_empty();
    let is_free = |piece: Option<&Piece<'_>>, is_break: &dyn Fn(&str) -> bool| match piece {
        None => true,
        Some(Piece::Author(text)) => is_break(text),
        Some(_) => false,
    };
    is_free(before, &ends_line) && is_free(pieces.get(at + 1), &begins_line)
}

/// Text as it may stand in elements and in the values of attributes; a line break stays one to the eye.
pub(super) fn text(value: &str) -> String {
    escape(value, "<br>")
}

fn escape(value: &str, line_break: &str) -> String {
    let mut out = String::with_capacity(value.len());
    for c in value.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' => out.push_str(line_break),
            _ => out.push(c),
        }
    }
    out
}

/// Text for an element such as `pre`, with its line breaks; only the first would be left out.
pub(super) fn verbatim(value: &str) -> String {
    escape(value, "\n").replacen('\n', "&#10;", usize::from(value.starts_with('\n')))
}

/// Text for the value of an attribute, or for an element that holds nothing else.
pub(super) fn attribute(value: &str) -> String {
    escape(value, "&#10;")
}

pub(super) fn code(value: &str) -> String {
    if value.is_empty() { String::new() } else { format!("<code>{}</code>", text(value)) }
}

/// Markdown without the element of its paragraph, if it is only one.
pub(super) fn fitted(source: &str) -> String {
    let html = blocks(source);
    if !source::is_one_paragraph(source) {
        return html;
    }
    html.trim_start_matches("<p>").trim_end_matches("</p>").to_owned()
}

/// Markdown as elements. HTML in it shows as what was written: an element that is not closed would take the rest with it.
fn blocks(source: &str) -> String {
    let events = source::events(source).map(|(event, _)| match event {
        Event::Html(html) | Event::InlineHtml(html) => Event::Text(html),
        Event::SoftBreak => Event::Text(CowStr::Borrowed(" ")),
        other => other,
    });
    let mut out = String::new();
    pulldown_cmark::html::push_html(&mut out, events);
    out.truncate(source::trim_end(&out).len());
    out
}

/// Where in a page of HTML the author is.
#[derive(Debug, Default)]
pub(super) struct Scanner {
    state: State,
    /// The element that holds text only, if one is open.
    raw: Option<&'static str>,
}

#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum State {
    #[default]
    Text,
    Tag,
    /// In a value between these quotes.
    Value(char),
    Comment,
}

/// Elements whose text is not laid out, or is no HTML.
const RAW: [&str; 5] = ["pre", "title", "textarea", "script", "style"];

impl Scanner {
    /// Reads on in what the author wrote.
    pub(super) fn read(&mut self, html: &str) {
        for (at, c) in html.char_indices() {
            let rest = html.get(at..).unwrap_or_default();
            self.state = match (self.state, c) {
                (State::Text, '<') if rest.starts_with("<!--") => State::Comment,
                (State::Text, '<') if begins_tag(rest) => {
                    self.open(rest);
                    State::Tag
                }
                (State::Tag, '>') => State::Text,
                (State::Tag, '"' | '\'') => State::Value(c),
                (State::Value(quote), _) if c == quote => State::Tag,
                (State::Comment, '-') if rest.starts_with("-->") => State::Text,
                (state, _) => state,
            };
        }
    }

    fn open(&mut self, tag: &str) {
        let is = |start: &str, name: &str| {
            let begins = tag.get(..start.len() + name.len()).unwrap_or_default();
            let follows = tag.chars().nth(start.len() + name.len());
            begins.eq_ignore_ascii_case(&format!("{start}{name}"))
                && !follows.is_some_and(char::is_alphanumeric)
        };
        self.raw = match self.raw {
            Some(name) if is("</", name) => None,
            Some(name) => Some(name),
            None => RAW.into_iter().find(|name| is("<", name)),
        };
    }

    /// Where a value would stand that comes next.
    pub(super) fn spot(&self) -> Spot {
        match self.state {
            State::Text if self.raw.is_none() => Spot::Flow,
            State::Text => Spot::Text,
            State::Tag => Spot::Tag,
            State::Value(_) => Spot::Value,
            State::Comment => Spot::Comment,
        }
    }
}

/// A place in HTML.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spot {
    /// Where elements may stand.
    Flow,
    /// In an element that holds text only.
    Text,
    /// In a tag, so in a value without quotes.
    Tag,
    /// In a value between quotes.
    Value,
    Comment,
}

impl Spot {
    pub(super) fn text(self, value: &str) -> String {
        match self {
            Self::Flow => text(value),
            Self::Text | Self::Value => attribute(value),
            Self::Tag => attribute(value)
                .replace(' ', "&#32;")
                .replace('\t', "&#9;")
                .replace('=', "&#61;")
                .replace('`', "&#96;"),
            // `--` is what ends a comment.
            Self::Comment => attribute(value).replace('-', "&#45;"),
        }
    }
}

/// Whether a block of HTML in Markdown ends with the document, since what would end it is not there (`CommonMark` §4.6).
pub(super) fn takes_the_rest(block: &str) -> bool {
    const ENDS: [(&str, &str); 8] = [
        ("<!--", "-->"),
        ("<?", "?>"),
        ("<![cdata[", "]]>"),
        ("<!", ">"),
        ("<pre", "</pre>"),
        ("<script", "</script>"),
        ("<style", "</style>"),
        ("<textarea", "</textarea>"),
    ];
    let block = block.to_ascii_lowercase();
    let end = ENDS.iter().find(|(start, _)| block.starts_with(start));
    end.is_some_and(|(start, end)| !block.get(start.len()..).is_some_and(|inside| inside.contains(end)))
}

/// A text up to its first tag without signs of Markdown, the tag, and what is behind it.
pub(super) fn split_at_tag(html: &str) -> Option<(&str, &str, &str)> {
    let is_sign = |c: char| matches!(c, '<' | '>' | '\\' | '`' | '*' | '_' | '[' | ']' | '~' | '|' | '\n');
    html.match_indices('<').find_map(|(at, _)| {
        let (text, rest) = html.split_at(at);
        let end = rest.get(1..)?.find(is_sign)? + 1;
        let (tag, behind) =
            rest.split_at_checked(end + 1).filter(|(tag, _)| tag.ends_with('>') && is_tag(tag))?;
        Some((text, tag, behind))
    })
}

/// Whether it is one, and no address.
fn is_tag(tag: &str) -> bool {
    let name = tag
        .trim_start_matches(['<', '/'])
        .trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '-');
    match tag.strip_prefix("<!--") {
        Some(comment) => comment.ends_with("-->"),
        None => begins_tag(tag) && name.starts_with([' ', '\t', '/', '>']),
    }
}

pub(super) fn begins_tag(html: &str) -> bool {
    let next = html.chars().nth(1);
    next.is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?'))
}
