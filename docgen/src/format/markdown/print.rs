//! The content of paragraphs and lines as Markdown.

use std::fmt::Write as _;

use super::{Flavour, address, code, text};
use crate::ast::{BLANKS, Inline, Tag, alone, plain};
use crate::format::Position;

/// Content on one line, behind what is written on it.
pub(super) fn line(content: &[Inline], around: Position<'_>, flavour: Flavour) -> String {
    let mut printer = Printer::new(around, flavour, true);
    printer.write(content, around.after);
    let mut line = printer.out.split_off(around.before.len());
    if around.ends_line() {
        line.truncate(line.trim_end_matches([' ', '\t']).len());
    }
    line
}

/// The lines of a paragraph.
pub(super) fn paragraph(content: &[Inline], flavour: Flavour) -> String {
    let start = Position { start: Some(0), ..Position::default() };
    let mut printer = Printer::new(start, flavour, false);
    printer.write(content, None);
    printer.out.truncate(printer.out.trim_end_matches(BLANKS).len());
    printer.out
}

/// A block of HTML. Text in it is read as HTML or as Markdown, so it has character references for what is markup in either.
pub(super) fn html(content: &[Inline], flavour: Flavour) -> String {
    if !matches!(content.first(), Some(Inline::Html(_) | Inline::Raw(_))) {
        // Its first tag is text by now, so that it is read as Markdown.
        return paragraph(content, flavour);
    }
    let alone = alone(content.iter());
    if flavour.is_mdx() && !alone.is_empty() {
        return between_tags(content, &alone, flavour);
    }
    let mut out = String::new();
    for (at, inline) in content.iter().enumerate() {
        match inline {
            // Python-Markdown then reads what there is up to the partner.
            Inline::Html(tag)
                if flavour == Flavour::MkDocs && alone.contains(&at) && !tag.starts_with("</") =>
            {
                out.extend([tag.trim_end_matches('>'), " markdown=\"1\">"]);
            }
            Inline::Html(tag) => out.push_str(&self::tag(tag, flavour)),
            Inline::SoftBreak if flavour.is_mdx() => out.push(' '),
            Inline::SoftBreak => out.push('\n'),
            Inline::Raw(raw) => out.push_str(raw),
            Inline::Break => out.push_str(flavour.line_break()),
            other => html_text(&plain(std::slice::from_ref(other)), &mut out),
        }
    }
    out
}

/// To MDX, a tag whose partner is in another block has a line of its own, and the lines between such tags are Markdown.
fn between_tags(content: &[Inline], alone: &[usize], flavour: Flavour) -> String {
    let mut lines = Vec::new();
    let mut from = 0;
    for at in alone.iter().copied().chain([content.len()]) {
        let between = paragraph(content.get(from..at).unwrap_or_default(), flavour);
        lines.push(between.trim_start_matches([' ', '\n']).to_owned());
        if let Some(Inline::Html(tag)) = content.get(at) {
            lines.push(self::tag(tag, flavour));
        }
        from = at + 1;
    }
    lines.retain(|line| !line.is_empty());
    lines.join("\n")
}

fn html_text(text: &str, out: &mut String) {
    for c in text.chars() {
        if c.is_ascii_punctuation()
            && !matches!(c, '.' | ',' | ';' | ':' | '?' | '(' | ')' | '/' | '%' | '\'' | '"')
        {
            // Writing to a `String` cannot fail.
            let _ = write!(out, "&#{};", u32::from(c));
        } else {
            out.push(if c == '\n' { ' ' } else { c });
        }
    }
}

/// A tag. In MDX each element is closed.
fn tag(html: &str, flavour: Flavour) -> String {
    let is_open = || Tag::of(html).is_some_and(|tag| tag.is_void) && !html.ends_with("/>");
    match html.strip_suffix('>') {
        Some(inside) if flavour.is_mdx() && is_open() => format!("{} />", inside.trim_end()),
        _ => html.to_owned(),
    }
    .replace('\n', " ")
}

struct Printer<'p> {
    around: Position<'p>,
    flavour: Flavour,
    /// Whether there may be no line breaks in the source.
    is_line: bool,
    out: String,
    /// The signs of emphasis that are open.
    signs: Vec<&'static str>,
    /// Whether there is a `_` that begins no emphasis unless a later sign ends it.
    has_loose: bool,
}

impl<'p> Printer<'p> {
    fn new(around: Position<'p>, flavour: Flavour, is_line: bool) -> Self {
        let out = String::with_capacity(64 + around.before.len()) + around.before;
        Self { around, flavour, is_line, out, signs: Vec::new(), has_loose: false }
    }

    fn before(&self) -> &str {
        self.out.rsplit('\n').next().unwrap_or_default()
    }

    fn write(&mut self, content: &[Inline], after: Option<char>) {
        for (at, inline) in content.iter().enumerate() {
            let next = content.get(at + 1);
            let after = next.map_or(after, first_char);
            let last = at.checked_sub(1).and_then(|last| content.get(last));
            let is_at_tag = [last, next].into_iter().flatten().any(|near| matches!(near, Inline::Html(_)));
            if matches!(inline, Inline::SoftBreak) && is_at_tag && self.flavour.is_mdx() {
                // A line that begins with an element, or has only tags, would be a block.
                self.out.push(' ');
            } else {
                self.inline(inline, after);
            }
        }
    }

    fn inline(&mut self, inline: &Inline, after: Option<char>) {
        let is_marked = self.around.is_marked || !self.signs.is_empty();
        let around = Position { before: self.before(), after, is_value: false, is_marked, ..self.around };
        match inline {
            Inline::Text(text) => {
                let escaped = text::escape(text, around, self.flavour);
                self.has_loose |= escaped.contains('_')
                    && escaped.split(char::is_whitespace).any(|word| word.starts_with('_'));
                self.out.push_str(&escaped);
            }
            Inline::Code(text) => {
                let code = code::span(text, None, around, self.flavour);
                self.out.push_str(&code);
            }
            Inline::Break => self.out.push_str(self.flavour.line_break()),
            Inline::SoftBreak if self.is_line => self.out.push(' '),
            Inline::SoftBreak => {
                self.out.truncate(self.out.trim_end_matches([' ', '\t']).len());
                self.out.push('\n');
            }
            Inline::Emphasis(content) => self.delimited(&["_", "*"], "em", content, after),
            Inline::Strong(content) => self.delimited(&["**"], "strong", content, after),
            Inline::Strike(content) => {
                let signs: &[_] = if self.flavour.has_strike() { &["~~"] } else { &[] };
                self.delimited(signs, "del", content, after);
            }
            Inline::Link { address, title, content } => self.link(address, title, content),
            Inline::Image { address, title, alt } => {
                let around = Position { before: "![", after: Some(']'), is_marked: true, ..around };
                let escaped = text::escape(alt, around, self.flavour.of_image());
                if self.flavour == Flavour::VitePress && (escaped != *alt || alt.contains('\\')) {
                    return self.image(address, title, alt);
                }
                self.out.extend(["![", &escaped]);
                self.destination(address, title);
            }
            Inline::Html(html) => {
                let html = tag(html, self.flavour);
                self.out.push_str(&if self.around.is_cell() { html.replace('|', "&#124;") } else { html });
            }
            Inline::Footnote(label) if self.flavour.has_footnotes() => self.out.extend(["[^", label, "]"]),
            Inline::Footnote(_) => {
                let label = plain(std::slice::from_ref(inline));
                self.out.push_str(&text::escape(&label, around, self.flavour));
            }
            Inline::Raw(raw) => self.out.push_str(raw),
        }
    }

    /// Emphasis: between signs where they are read as such, and in an element elsewhere.
    fn delimited(&mut self, signs: &[&'static str], name: &str, content: &[Inline], after: Option<char>) {
        let start = self.out.len();
        let before = self.before().chars().next_back();
        let may_end = self.has_loose && before.is_some_and(|c| !c.is_whitespace());
        for sign in signs.iter().filter(|sign| !(may_end && **sign == "_")) {
            self.out.push_str(sign);
            self.signs.push(sign);
            self.write(content, Some('-'));
            self.signs.pop();
            let inside = self.out.get(start + sign.len()..).unwrap_or_default();
            // The author's signs on the line may be open.
            let is_nested = self.signs.iter().any(|open| open.starts_with(&sign[..1]))
                || (self.around.is_value && self.around.before.contains(&sign[..1]));
            if is_read(sign, before, inside, after, is_nested) {
                self.out.push_str(sign);
                return;
            }
            self.out.truncate(start);
        }
        self.out.extend(["<", name, ">"]);
        self.write(content, Some('<'));
        self.out.extend(["</", name, ">"]);
    }

    fn link(&mut self, address: &str, title: &str, content: &[Inline]) {
        let shown = plain(content);
        let is_same = shown == address || address.strip_prefix("mailto:") == Some(&shown);
        if is_same && title.is_empty() && !self.flavour.is_mdx() && address::is_autolink(&shown) {
            self.out.extend(["<", &shown, ">"]);
            return;
        }
        self.out.push('[');
        self.signs.push("[");
        self.write(content, Some(']'));
        self.signs.pop();
        self.destination(address, title);
    }

    /// An image as elements, two of them because one alone on its line would begin a block.
    fn image(&mut self, address: &str, title: &str, alt: &str) {
        let is_relative = !address.starts_with(['/', '.', '#']) && !address.contains(':');
        let address = [if is_relative { "./" } else { "" }, &address::escape(address)].concat();
        self.out.push_str("<picture><img");
        for (name, value) in [("src", address.as_str()), ("alt", alt), ("title", title)] {
            if !value.is_empty() {
                self.out.extend([" ", name, "=\"", &crate::format::html::attribute(value), "\""]);
            }
        }
        self.out.push_str("></picture>");
    }

    fn destination(&mut self, address: &str, title: &str) {
        let written = address::title(title, '"', self.flavour);
        let title = if title.is_empty() { String::new() } else { format!(" \"{written}\"") };
        self.out.extend(["](", &address::escape(address), &title, ")"]);
    }
}

/// Whether signs around a text are read as emphasis (`CommonMark` §6.2). Of signs that are not ASCII, readers disagree.
fn is_read(sign: &str, before: Option<char>, inside: &str, after: Option<char>, is_nested: bool) -> bool {
    let (first, last) = (inside.chars().next(), inside.chars().next_back());
    let c = sign.chars().next();
    if [before, first, last, after].contains(&c) || inside.ends_with('\\') {
        return false;
    }
    // GitHub and others read `_` as a letter of an email address beside it.
    if c == Some('_') && inside.contains('@') {
        return false;
    }
    let is_free = |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || c.is_ascii_punctuation());
    let flanks = |inner: Option<char>, outer| {
        inner.is_some_and(|c| c.is_alphanumeric() || (c.is_ascii_punctuation() && is_free(outer)))
    };
    let stands_free = is_free(before) && is_free(after);
    flanks(first, before) && flanks(last, after) && (stands_free || (sign != "_" && !is_nested))
}

/// What an inline begins with when it is written.
fn first_char(inline: &Inline) -> Option<char> {
    match inline {
        Inline::Text(text) => text.chars().next(),
        Inline::Code(_) => Some('`'),
        Inline::Break | Inline::Html(_) => Some('<'),
        Inline::SoftBreak => Some('\n'),
        // It is markup: if not, it would be a part of the text.
        Inline::Strong(_) | Inline::Emphasis(_) | Inline::Strike(_) => Some('-'),
        Inline::Link { .. } | Inline::Footnote(_) => Some('['),
        Inline::Image { .. } => Some('!'),
        Inline::Raw(raw) => raw.chars().next(),
    }
}
