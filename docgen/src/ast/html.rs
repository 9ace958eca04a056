//! HTML in Markdown: harmless elements that are closed stay elements, comments are omitted, everything else is text.

use std::borrow::Cow;

use pulldown_cmark::{Event, Parser};

use super::Inline;
use super::inlines::{extend, push_text};
use crate::template::holdable;

/// The elements that stay in a line.
#[rustfmt::skip]
const INLINES: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "del", "dfn", "em", "i", "img", "ins", "kbd", "mark", "q", "s", "samp",
    "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
];

/// The elements that stay and are apart from what is before them.
#[rustfmt::skip]
const BLOCKS: &[&str] = &[
    "blockquote", "caption", "center", "col", "colgroup", "dd", "details", "div", "dl", "dt", "figcaption", "figure", "h1",
    "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th",
    "thead", "tr", "ul",
];

const VOID: &[&str] = &["br", "col", "hr", "img", "wbr"];

/// The attributes that neither run nor load anything but an image.
#[rustfmt::skip]
const ATTRIBUTES: &[&str] = &[
    "align", "alt", "class", "colspan", "datetime", "dir", "height", "href", "id", "lang", "name", "open", "rel",
    "reversed", "rowspan", "span", "src", "start", "target", "title", "type", "valign", "value", "width",
];

/// A tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tag<'t> {
    pub(crate) name: &'t str,
    pub(crate) is_closing: bool,
    /// Whether it has no content: `<br>`, `<Icon />`.
    pub(crate) is_void: bool,
    inside: &'t str,
}

impl<'t> Tag<'t> {
    /// Reads what begins with `<` and ends with `>`.
    pub(crate) fn of(tag: &'t str) -> Option<Self> {
        let inside = tag.strip_prefix('<')?.strip_suffix('>')?;
        let (inside, is_closing) = inside.strip_prefix('/').map_or((inside, false), |inside| (inside, true));
        let (inside, is_void) = inside.strip_suffix('/').map_or((inside, false), |inside| (inside, true));
        let end = inside.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '.'));
        let (name, inside) = inside.split_at(end.unwrap_or(inside.len()));
        let begins = name.starts_with(|c: char| c.is_ascii_alphabetic());
        let is_void = is_void || VOID.iter().any(|void| name.eq_ignore_ascii_case(void));
        let fits = inside.is_empty() || inside.starts_with([' ', '\t', '\n']);
        (begins && fits && !(is_closing && is_void)).then_some(Self { name, is_closing, is_void, inside })
    }

    /// Its attributes; nothing if one of them is not in quotes.
    pub(crate) fn attributes(self) -> Option<Vec<(&'t str, &'t str)>> {
        let mut all = Vec::new();
        let mut rest = self.inside.trim_start();
        while !rest.is_empty() {
            let end = rest.find(|c: char| c.is_whitespace() || c == '=').unwrap_or(rest.len());
            let (name, behind) = rest.split_at(end);
            let behind = behind.trim_start();
            let (value, behind) = match behind.strip_prefix('=').map(str::trim_start) {
                None => ("", behind),
                Some(value) => {
                    let quote = value.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
                    value.get(1..)?.split_once(quote)?
                }
            };
            let is_name = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
            let is_fit = !name.is_empty() && name.chars().all(is_name);
            if !is_fit || value.contains(['{', '}', '<', '>', '\n', '`', '|', '\\']) {
                return None;
            }
            all.push((name, value));
            rest = behind.trim_start();
        }
        Some(all)
    }

    /// Whether it stays a tag. Names are in lower case, since `<B>` is a component to JSX, and a parameter to Rust.
    fn stays(&self, has_components: bool) -> bool {
        let is_component = has_components && self.name.starts_with(|c: char| c.is_ascii_uppercase());
        let is_fit = |(name, value): &(&str, &str)| {
            let name = name.to_ascii_lowercase();
            let is_address = matches!(name.as_str(), "href" | "src");
            // A reference to a character could be a part of the scheme.
            let is_clear = || !value.split([':', '/', '?']).next().is_some_and(|scheme| scheme.contains('&'));
            (is_component || ATTRIBUTES.contains(&name.as_str()))
                && (!is_address || (is_clear() && is_safe_address(value)))
        };
        (is_component || INLINES.contains(&self.name) || BLOCKS.contains(&self.name))
            && self.attributes().is_some_and(|all| all.iter().all(is_fit))
    }
}

/// What the tag is in a format without elements.
pub(super) fn text_of(tag: &str) -> &'static str {
    match Tag::of(tag) {
        Some(Tag { name: "br", .. }) => "\n",
        Some(tag) if !tag.is_closing && BLOCKS.contains(&tag.name) => " ",
        _ => "",
    }
}

/// Whether one of these elements is open at the end of HTML, if it was at its start.
pub(crate) fn ends_in(names: &[&str], html: &str, was_open: bool) -> bool {
    let mut tags = html.rmatch_indices('<').filter_map(|(at, _)| html.get(at + 1..));
    let is_opening = |tag: &str| {
        let name = tag.trim_start_matches('/');
        let end = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
        names.contains(&name.get(..end)?).then_some(name.len() == tag.len())
    };
    tags.find_map(is_opening).unwrap_or(was_open)
}

/// Whether the end of HTML is in a tag, if its start was.
pub(crate) fn ends_in_tag(html: &str, was_in_tag: bool) -> bool {
    let last = html.rfind(['<', '>']).and_then(|at| html.get(at..));
    last.map_or(was_in_tag, |last| last.starts_with('<') && begins_tag(last))
}

/// Whether a `<` begins a tag.
pub(crate) fn begins_tag(html: &str) -> bool {
    let next = html.chars().nth(1);
    next.is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?'))
}

/// Whether an address runs no script when somebody follows it.
pub(crate) fn is_safe_address(address: &str) -> bool {
    let is_sign = |c: &char| !c.is_whitespace() && !c.is_control();
    let scheme =
        address.chars().filter(is_sign).take_while(|c| !"/?#".contains(*c)).take(16).collect::<String>();
    let scheme = scheme.to_ascii_lowercase();
    !["javascript:", "vbscript:", "data:"].iter().any(|runs| scheme.starts_with(runs))
}

/// The address, or one that leads nowhere in place of a script.
pub(crate) fn safe_address(address: &str) -> &str {
    if is_safe_address(address) { address } else { "#" }
}

/// Tags, the text between them, and breaks. Comments are omitted.
pub(super) fn tokens(html: &str, has_components: bool) -> Vec<Inline> {
    let mut tokens = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let (before, behind) = rest.split_at(at);
        text(before, &mut tokens);
        if let Some(comment) = behind.strip_prefix("<!--") {
            // One that is not closed goes on to the end.
            let inside = comment.strip_prefix('>').or(comment.strip_prefix("->"));
            rest = inside.or(comment.split_once("-->").map(|(_, behind)| behind)).unwrap_or_default();
            continue;
        }
        // In an attribute, a `>` makes text of the tag.
        let tag = behind.find('>').and_then(|end| behind.get(..=end));
        let tag = tag.filter(|tag| Tag::of(tag).is_some_and(|tag| tag.stays(has_components)));
        match tag {
            Some(tag) => {
                tokens.push(Inline::Html(tag.to_owned()));
                rest = behind.get(tag.len()..).unwrap_or_default();
            }
            None => {
                push_text(&mut tokens, "<");
                rest = behind.get(1..).unwrap_or_default();
            }
        }
    }
    text(rest, &mut tokens);
    tokens
}

fn text(html: &str, tokens: &mut Vec<Inline>) {
    for (at, line) in html.split('\n').enumerate() {
        if at > 0 && !matches!(tokens.last(), Some(Inline::SoftBreak)) {
            tokens.push(Inline::SoftBreak);
        }
        let line = if at > 0 { line.trim_start_matches([' ', '\t']) } else { line };
        push_text(tokens, &decoded(line));
    }
}

/// The text with its character references decoded, as in Markdown, to which all other signs are text.
fn decoded(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return text.into();
    }
    let mut source = "x".to_owned();
    for c in text.chars() {
        source.push_str(if c.is_ascii_punctuation() && !"&#;".contains(c) { "\\" } else { "" });
        source.push(c);
    }
    source.push('x');
    let texts = Parser::new(&source).filter_map(|event| match event {
        Event::Text(text) => Some(holdable(&text).into_owned()),
        _ => None,
    });
    let decoded: String = texts.collect();
    decoded.get(1..decoded.len() - 1).unwrap_or_default().to_owned().into()
}

/// Makes text of the tags without a partner in these parts of one text.
pub(super) fn pair<'i>(parts: impl Iterator<Item = &'i mut Vec<Inline>>) {
    let is_tag = |inline: &Inline| matches!(inline, Inline::Html(_));
    let mut parts: Vec<&mut Vec<Inline>> = parts.filter(|inlines| inlines.iter().any(is_tag)).collect();
    if parts.is_empty() {
        return;
    }
    let mut tags: Vec<&mut Inline> = parts.iter_mut().flat_map(|inlines| inlines.iter_mut()).collect();
    let alone = alone(tags.iter().map(|tag| &**tag));
    if alone.is_empty() {
        return;
    }
    for at in alone {
        let Some(tag) = tags.get_mut(at) else { continue };
        if let Inline::Html(html) = &mut **tag {
            **tag = Inline::Text(std::mem::take(html));
        }
    }
    for inlines in parts {
        let all = std::mem::take(inlines);
        extend(inlines, all);
    }
}

/// Where the tags without a partner are, in order.
pub(crate) fn alone<'i>(content: impl Iterator<Item = &'i Inline>) -> Vec<usize> {
    let mut open: Vec<(usize, &str)> = Vec::new();
    let mut alone = Vec::new();
    for (at, inline) in content.enumerate() {
        let Inline::Html(html) = inline else { continue };
        match Tag::of(html) {
            None | Some(Tag { is_void: true, .. }) => {}
            Some(Tag { is_closing: false, name, .. }) => open.push((at, name)),
            Some(Tag { name, .. }) => match open.iter().rposition(|(_, open)| *open == name) {
                Some(place) => alone.extend(open.drain(place..).skip(1).map(|(at, _)| at)),
                None => alone.push(at),
            },
        }
    }
    alone.extend(open.into_iter().map(|(at, _)| at));
    alone.sort_unstable();
    alone
}
