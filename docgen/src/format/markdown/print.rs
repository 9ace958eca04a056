//! The tree as Markdown.

use std::fmt::Write as _;

use super::around::Around;
use super::place::Inline as Spot;
use super::{Flavour, address, code, line, table, text};
use crate::ast::{Block, Inline, List, Tag, plain};
use crate::template::indented;

/// Content on one line, behind what is written on it.
pub(super) fn line(content: &[Inline], around: Around<'_>, flavour: Flavour) -> String {
    let mut printer =
        Printer { around, flavour, is_line: true, out: around.before.to_owned(), signs: Vec::new() };
    printer.write(content, around.after);
    let mut line = printer.out.split_off(around.before.len());
    if around.ends_line() {
        line.truncate(line.trim_end_matches([' ', '\t']).len());
    }
    if matches!(around.inline, Spot::Heading { .. }) { text::heading(line) } else { line }
}

/// The lines of a paragraph.
fn paragraph(content: &[Inline], flavour: Flavour) -> String {
    let spot = Spot::Block { indentation: Some(0), is_alone: false, prefix: String::new() };
    let around = Around { inline: &spot, before: "", after: None, is_value: false, is_marked: false };
    let mut printer = Printer { around, flavour, is_line: false, out: String::new(), signs: Vec::new() };
    printer.write(content, None);
    printer.out.trim_end_matches([' ', '\t', '\n']).to_owned()
}

pub(super) fn blocks(blocks: &[Block], flavour: Flavour) -> String {
    Blocks { flavour, is_nested: false }.write(blocks, false)
}

pub(super) fn block(block: &Block, flavour: Flavour) -> String {
    Blocks { flavour, is_nested: false }.block(block, '-')
}

/// Blocks where a doc comment is: maybe in a list or quotation of the author's.
pub(super) fn nested(blocks: &[Block], around: Around<'_>, flavour: Flavour) -> String {
    let is_nested = !around.before.is_empty();
    let written = Blocks { flavour, is_nested }.write(blocks, false);
    match blocks.first() {
        // A page may begin with front matter.
        Some(Block::Rule) if !is_nested => written.replacen("---", "***", 1),
        _ => written,
    }
}

pub(super) fn code_block(info: &str, code: &str) -> String {
    let sign = if info.contains('`') { '~' } else { '`' };
    let fence = code::fence(sign, 3, code);
    let info = info.replace('\\', "\\\\").replace('&', "&amp;");
    format!("{fence}{}\n{code}{}{fence}", info.trim(), if code.is_empty() { "" } else { "\n" })
}

#[derive(Clone, Copy)]
struct Blocks {
    flavour: Flavour,
    /// In an item or a quotation.
    is_nested: bool,
}

impl Blocks {
    fn write(self, blocks: &[Block], is_tight: bool) -> String {
        let mut out = String::new();
        let mut marker = '-';
        let mut before: Option<&Block> = None;
        for block in blocks {
            // Two lists in a row are one unless their markers differ.
            marker = match (before, block) {
                (Some(Block::List(_)), Block::List(_)) if marker == '-' => '*',
                _ => '-',
            };
            let written = self.block(block, marker);
            if written.is_empty() {
                continue;
            }
            if !out.is_empty() {
                let is_tight = is_tight
                    && (self.flavour.indentation() == 0 || matches!(block, Block::List(_)))
                    && may_follow(before, block);
                out.push_str(if is_tight { "\n" } else { "\n\n" });
            }
            out.push_str(&written);
            before = Some(block);
        }
        out
    }

    fn block(self, block: &Block, marker: char) -> String {
        let flavour = self.flavour;
        match block {
            Block::Paragraph(content) => paragraph(content, flavour),
            Block::Heading { level, content } => {
                let spot = Spot::Heading { indentation: 0 };
                let around =
                    Around { inline: &spot, before: "", after: None, is_value: false, is_marked: false };
                let content = line(content, around, flavour);
                format!("{} {content}", "#".repeat((*level).clamp(1, 6))).trim_end_matches(' ').to_owned()
            }
            Block::Code { info, text } => code_block(info, text),
            Block::Quote(blocks) => {
                let inside = Self { is_nested: true, ..self }.write(blocks, false);
                let line = |line: &str| if line.is_empty() { ">".to_owned() } else { format!("> {line}") };
                inside.split('\n').map(line).collect::<Vec<_>>().join("\n")
            }
            Block::List(list) => self.list(list, marker),
            Block::Definitions(items) => self.definitions(items),
            Block::Table(grid) => table::write(grid, flavour),
            Block::Rule => if self.is_nested { "***" } else { "---" }.to_owned(),
            Block::Html(content) => html(content, flavour),
            Block::Footnote { label, blocks } => {
                let inside = Self { is_nested: true, ..self }.write(blocks, false);
                format!("[^{label}]: {}", indented(&inside, "    "))
            }
            Block::Raw(raw) => raw.clone(),
        }
    }

    fn list(self, list: &List, bullet: char) -> String {
        let items = list.items.iter().enumerate().map(|(at, item)| {
            let marker = match list.first {
                Some(first) => {
                    let number = first.saturating_add(at as u64).min(999_999_999);
                    format!("{number}{} ", if bullet == '-' { '.' } else { ')' })
                }
                None => format!("{bullet} "),
            };
            let width = marker.len().max(self.flavour.indentation());
            let marker = format!("{marker:width$}");
            let marker = match item.checked {
                Some(true) => marker + "[x] ",
                Some(false) => marker + "[ ] ",
                None => marker,
            };
            let inside = Self { is_nested: true, ..self }.write(&item.blocks, !list.is_loose);
            let item = marker + &indented(&inside, &" ".repeat(width));
            item.trim_end_matches(' ').to_owned()
        });
        items.collect::<Vec<_>>().join(if list.is_loose { "\n\n" } else { "\n" })
    }

    fn definitions(self, items: &[crate::ast::Definition]) -> String {
        let term = |item: &crate::ast::Definition, before| {
            let spot = Spot::Block { indentation: Some(0), is_alone: false, prefix: String::new() };
            let around = Around { inline: &spot, before, after: None, is_value: false, is_marked: false };
            line(&item.term, around, self.flavour)
        };
        if self.flavour == Flavour::Mdx {
            let item = |item: &crate::ast::Definition| {
                let blocks = line::one(&item.blocks);
                let spot = Spot::within_line();
                let around = Around {
                    inline: &spot,
                    before: "<dd>",
                    after: Some('<'),
                    is_value: false,
                    is_marked: false,
                };
                let inside = line(&blocks, around, self.flavour).replace('\n', " ");
                format!("<dt>{}</dt>\n<dd>{inside}</dd>\n", term(item, "<dt>"))
            };
            return format!("<dl>\n{}</dl>", items.iter().map(item).collect::<String>());
        }
        let item = |item: &crate::ast::Definition| {
            let inside = Self { is_nested: true, ..self }.write(&item.blocks, false);
            format!("{}\n:   {}", term(item, ""), indented(&inside, "    ")).trim_end_matches(' ').to_owned()
        };
        items.iter().map(item).collect::<Vec<_>>().join("\n\n")
    }
}

/// Whether a block may follow another one without an empty line.
fn may_follow(before: Option<&Block>, block: &Block) -> bool {
    matches!(before, Some(Block::Paragraph(_) | Block::Code { .. }))
        && match block {
            Block::List(list) => {
                list.first.is_none_or(|first| first == 1)
                    && !list.items.iter().any(|item| item.blocks.is_empty())
            }
            Block::Code { .. } | Block::Quote(_) | Block::Heading { .. } => true,
            _ => false,
        }
}

/// A block of HTML. Text in it is read as HTML or as Markdown, so it has character references for what is markup in either.
fn html(content: &[Inline], flavour: Flavour) -> String {
    let is_whole = is_balanced(content);
    let mut out = String::new();
    for inline in content {
        match inline {
            Inline::Html(tag) if flavour == Flavour::Mdx && !is_whole => html_text(tag, &mut out),
            Inline::Html(tag) => out.push_str(&self::tag(tag, flavour)),
            Inline::SoftBreak if flavour == Flavour::Mdx => out.push(' '),
            Inline::SoftBreak => out.push('\n'),
            Inline::Raw(raw) => out.push_str(raw),
            Inline::Break => out.push_str(flavour.line_break()),
            other => html_text(&plain(std::slice::from_ref(other)), &mut out),
        }
    }
    out
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

fn is_balanced(content: &[Inline]) -> bool {
    let mut depth = 0_usize;
    for inline in content {
        let Inline::Html(html) = inline else { continue };
        match Tag::of(html) {
            Some(Tag { is_void: true, .. }) => {}
            Some(Tag { is_closing: true, .. }) => match depth.checked_sub(1) {
                Some(less) => depth = less,
                None => return false,
            },
            _ => depth += 1,
        }
    }
    depth == 0
}

/// A tag. In MDX each element is closed.
fn tag(html: &str, flavour: Flavour) -> String {
    let is_open = Tag::of(html).is_some_and(|tag| tag.is_void) && !html.ends_with("/>");
    let tag = match html.strip_suffix('>') {
        Some(inside) if flavour == Flavour::Mdx && is_open => format!("{} />", inside.trim_end()),
        _ => html.to_owned(),
    };
    tag.replace('\n', " ")
}

struct Printer<'p> {
    around: Around<'p>,
    flavour: Flavour,
    /// Whether there may be no line breaks in the source.
    is_line: bool,
    out: String,
    /// The signs of emphasis that are open.
    signs: Vec<&'static str>,
}

impl Printer<'_> {
    fn before(&self) -> &str {
        self.out.rsplit('\n').next().unwrap_or_default()
    }

    fn write(&mut self, content: &[Inline], after: Option<char>) {
        for (at, inline) in content.iter().enumerate() {
            let next = content.get(at + 1);
            let after = next.map_or(after, first_char);
            let is_break = matches!((inline, next), (Inline::SoftBreak, Some(Inline::Html(_))));
            if is_break && self.flavour == Flavour::Mdx {
                // At the beginning of a line, the element would be a block.
                self.out.push(' ');
            } else {
                self.inline(inline, after);
            }
        }
    }

    fn inline(&mut self, inline: &Inline, after: Option<char>) {
        let is_marked = self.around.is_marked || !self.signs.is_empty();
        let around = Around { before: self.before(), after, is_value: false, is_marked, ..self.around };
        let in_cell = around.inline.is_cell();
        match inline {
            Inline::Text(text) => {
                let escaped = text::escape(text, around, self.flavour);
                self.out.push_str(&escaped);
            }
            Inline::Code(text) => {
                let code = if around.touches_code() {
                    code::element(text, in_cell, self.flavour)
                } else {
                    code::span(text, in_cell, around.before, self.flavour)
                };
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
                self.out.push_str("![");
                self.signs.push("[");
                self.write(&[Inline::Text(alt.clone())], Some(']'));
                self.signs.pop();
                self.destination(address, title);
            }
            Inline::Html(html) => {
                let html = tag(html, self.flavour);
                self.out.push_str(&if in_cell { html.replace('|', "&#124;") } else { html });
            }
            Inline::Footnote(label) => self.out.extend(["[^", label, "]"]),
            Inline::Raw(raw) => self.out.push_str(raw),
        }
    }

    /// Emphasis: between signs where they are read as such, and in an element elsewhere.
    fn delimited(&mut self, signs: &[&'static str], name: &str, content: &[Inline], after: Option<char>) {
        let start = self.out.len();
        let before = self.before().chars().next_back();
        for sign in signs {
            self.out.push_str(sign);
            self.signs.push(sign);
            self.write(content, Some('-'));
            self.signs.pop();
            let inside = self.out.get(start + sign.len()..).unwrap_or_default();
            let is_nested = self.signs.iter().any(|open| open.starts_with(&sign[..1]));
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
        if is_same && title.is_empty() && self.flavour != Flavour::Mdx && address::is_autolink(&shown) {
            self.out.extend(["<", &shown, ">"]);
            return;
        }
        self.out.push('[');
        self.signs.push("[");
        self.write(content, Some(']'));
        self.signs.pop();
        self.destination(address, title);
    }

    fn destination(&mut self, address: &str, title: &str) {
        let title =
            if title.is_empty() { String::new() } else { format!(" \"{}\"", address::title(title, '"')) };
        self.out.extend(["](", &address::destination(address), &title, ")"]);
    }
}

/// What kind of character is beside a sign of emphasis.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Space,
    Punctuation,
    Word,
    /// Readers do not agree.
    Other,
}

fn kind(c: Option<char>) -> Kind {
    match c {
        None => Kind::Space,
        Some(c) if c.is_whitespace() => Kind::Space,
        Some(c) if c.is_alphanumeric() => Kind::Word,
        Some(c) if c.is_ascii_punctuation() => Kind::Punctuation,
        Some(_) => Kind::Other,
    }
}

/// Whether signs around a text are read as emphasis (`CommonMark` §6.2).
fn is_read(sign: &str, before: Option<char>, inside: &str, after: Option<char>, is_nested: bool) -> bool {
    let (first, last) = (inside.chars().next(), inside.chars().next_back());
    let c = sign.chars().next();
    if inside.is_empty() || [before, first, last, after].contains(&c) || inside.ends_with('\\') {
        return false;
    }
    let is_free = |c| matches!(kind(c), Kind::Space | Kind::Punctuation);
    let flanks = |inner, outer| match kind(inner) {
        Kind::Word => true,
        Kind::Punctuation => is_free(outer),
        Kind::Space | Kind::Other => false,
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
