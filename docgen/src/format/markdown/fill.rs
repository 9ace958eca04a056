//! Values in what an author wrote. The author's text is parsed with a hole for each value, and a value is written as its place
//! requires.

use super::context::{self, Context};
use super::{Flavour, Markdown, address, code, front_matter, print, text};
use crate::ast::{self, Footnotes, HOLE, is_safe_address, line_with_elements};
use crate::format::written::Written;
use crate::format::{Markup, Parsed, Place, Position, html};
use crate::template::{Mark, Piece, indented};

/// What a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Whole {
    /// A cell of a table, where nothing may end the row.
    Cell,
    /// A page, or lines of one.
    Page,
    /// Lines that are parsed again, for a format other than Markdown.
    Tree,
}

/// The author's text with holes, and the values for them.
fn dig<'p>(pieces: &[Piece<'p>]) -> (String, Vec<Piece<'p>>) {
    let mut text = String::new();
    let mut values = Vec::new();
    for piece in pieces {
        if piece.mark == Mark::Author {
            text.push_str(piece.text);
        } else {
            text.push(HOLE);
            values.push(*piece);
        }
    }
    (text, values)
}

/// A page with front matter, or the line of it that cannot hold a value.
pub(crate) fn page(pieces: &[Piece<'_>], flavour: Flavour) -> Result<String, String> {
    let (text, values) = dig(pieces);
    let mut values = values.into_iter();
    let (matter, rest) = text.split_at(front_matter::end(&text).unwrap_or_default());
    let mut out = front_matter::fill(matter, &mut values)?;
    out.push_str(&filled(rest, values, Whole::Page, flavour, &Parsed::default()));
    Ok(out)
}

/// The text with its values. Front matter has none.
pub(crate) fn assemble(pieces: &[Piece<'_>], whole: Whole, flavour: Flavour, parsed: &Parsed) -> String {
    let (text, values) = dig(pieces);
    filled(&text, values.into_iter(), whole, flavour, parsed)
}

fn filled(
    text: &str,
    mut values: std::vec::IntoIter<Piece<'_>>,
    whole: Whole,
    flavour: Flavour,
    parsed: &Parsed,
) -> String {
    let mut out = Written::default();
    let is_marked = text.bytes().any(|c| matches!(c, b'*' | b'_' | b'~'));
    let mut footnotes = Footnotes::of(text);
    let mut at = 0;
    for spot in parsed.get(text, || context::spots(text, whole, flavour)).iter() {
        out.push(text.get(at..spot.range.start).unwrap_or_default());
        at = spot.range.end;
        let author = text.get(spot.range.clone()).unwrap_or_default();
        let written = match &spot.context {
            Context::Fence => code::block(author, &mut values),
            Context::CodeSpan { content, place } => {
                let length = author.len() - author.trim_start_matches('`').len();
                let has_blank = author.get(length..).is_some_and(|inside| inside.starts_with(' '));
                let blank = if has_blank && !content.starts_with(' ') { " " } else { "" };
                let around = Position { place: *place, before: out.line(), ..Position::default() };
                code::span(&literal(content, &mut values), Some((length, blank)), around, flavour)
            }
            Context::Image { place } => {
                let inside: Vec<_> = values.by_ref().take(author.matches(HOLE).count()).collect();
                let whole = if *place == Place::Cell { Whole::Cell } else { Whole::Page };
                let image = filled(author, inside.into_iter(), whole, Flavour::Gfm, &Parsed::default());
                let around = Position { place: *place, before: out.line(), ..Position::default() };
                let written = print::line(&ast::line(&ast::parse(&image)), around, flavour);
                if written.starts_with('<') { written } else { image }
            }
            context => {
                let Some(value) = values.next() else { continue };
                if value.text.is_empty() && is_marked && whole != Whole::Tree {
                    let behind = text.get(at..).unwrap_or_default();
                    let signs = signs_around(text.get(..spot.range.start).unwrap_or_default(), behind);
                    out.text.truncate(out.text.len() - signs);
                    at += signs;
                }
                let behind = text.get(at..).unwrap_or_default();
                let after = match value.mark {
                    Mark::Code => behind_code(behind, values.as_slice()),
                    _ => behind.chars().next(),
                };
                let around =
                    Position { before: out.line(), after, is_value: true, is_marked, ..Position::default() };
                let runs_script = spot.context == Context::Address && !is_safe_address(&value.plain());
                if value.text.is_empty() && whole == Whole::Page && is_bare(&out, around) {
                    let (open, close) = Markdown::new(flavour).comment().unwrap_or_default();
                    [open, " ", close].concat()
                } else if whole == Whole::Tree && (value.text.is_empty() || runs_script) {
                    // It is nothing between the signs of the author's, which would be text without anything between them.
                    HOLE.to_string()
                } else {
                    fill(value, context, around, flavour, &mut footnotes)
                }
            }
        };
        out.push(&written);
        if let Context::Prose { prefix, .. } = &spot.context {
            if flavour == Flavour::MkDocs && needs_gap(&written, prefix, text.get(at..)) {
                out.push(&["\n", prefix.trim_end()].concat());
            }
        }
    }
    out.push(text.get(at..).unwrap_or_default());
    out.text
}

/// How many signs of emphasis are on each side of a hole, if nothing else is between them: they would be text around nothing.
fn signs_around(before: &str, behind: &str) -> usize {
    let is_sign = |c: char| matches!(c, '*' | '_' | '~');
    let (before, signs) = before.split_at(before.trim_end_matches(is_sign).len());
    let closing: String = signs.chars().rev().collect();
    let Some(behind) = behind.strip_prefix(&closing) else { return 0 };
    // In the middle of a word, `_` is a letter.
    let is_letter = |c: char| c.is_alphanumeric() || c == HOLE;
    let in_word = signs.contains('_') && (before.ends_with(is_letter) || behind.starts_with(is_letter));
    if in_word || before.ends_with('\\') || behind.starts_with(is_sign) { 0 } else { signs.len() }
}

/// The next character, also that of a text behind: it is written first, or escaped.
fn behind_code(behind: &str, values: &[Piece<'_>]) -> Option<char> {
    let mut values = values.iter();
    for c in behind.chars() {
        match values.next() {
            Some(value) if c == HOLE && matches!(value.mark, Mark::Text | Mark::Fact) => {
                match value.text.chars().next() {
                    None => {}
                    Some('\n') => return Some(c),
                    first => return first,
                }
            }
            _ => return Some(c),
        }
    }
    None
}

/// The text with the values in its holes, as they are.
pub(super) fn literal<'p>(text: &str, values: &mut impl Iterator<Item = Piece<'p>>) -> String {
    written(text, values, |value| value.plain().into_owned())
}

/// The text with the values in its holes, as they are written.
pub(super) fn written<'p>(
    text: &str,
    values: &mut impl Iterator<Item = Piece<'p>>,
    write: impl Fn(Piece<'p>) -> String,
) -> String {
    let mut parts = text.split(HOLE);
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.extend([&values.next().map(&write).unwrap_or_default(), part]);
    }
    out
}

fn fill(
    value: Piece<'_>,
    context: &Context,
    around: Position<'_>,
    flavour: Flavour,
    footnotes: &mut Footnotes,
) -> String {
    if value.text.is_empty() {
        return String::new();
    }
    match (context, value.mark) {
        (_, Mark::Verbatim) => value.plain().into_owned(),
        (Context::Address, _) | (_, Mark::Url) => address::escape(&value.plain()),
        (Context::Prose { place, start, is_alone, is_in_link, prefix }, _) => {
            let around = Position { place: *place, start: *start, ..around };
            match value.mark {
                Mark::Code => code::span(value.text, None, around, flavour),
                Mark::Markdown => {
                    let blocks = ast::linkable(flavour.parse(value.text), *is_in_link);
                    if has_room(&blocks, around, *is_alone) {
                        indented(&self::blocks(blocks, around, (flavour, prefix), footnotes), prefix)
                    } else {
                        print::line(&line_with_elements(&blocks), around, flavour)
                    }
                }
                _ => text::escape(value.text, around, flavour),
            }
        }
        (Context::Title { quote }, _) => address::title(&value.plain(), *quote, flavour),
        (Context::ImageText { place }, _) => {
            let around = Position { place: *place, is_marked: true, ..around };
            text::escape(&value.plain().replace('\n', " "), around, flavour.of_image())
        }
        (Context::Autolink, _) => address::autolink(&value.plain()),
        (Context::Element { is_in_link }, _) => in_html(value, *is_in_link, flavour),
        (Context::Tag, _) => {
            let (name, value) = (around.before.trim_end_matches(['"', '\'']), value.plain());
            let is_address = name.ends_with("href=") || name.ends_with("src=");
            html::attribute(if is_address { ast::safe_address(&value) } else { &value })
        }
        (Context::IndentedCode { prefix }, _) => code::lines(&value.plain(), prefix, around.after),
        (Context::Other | Context::CodeSpan { .. } | Context::Fence | Context::Image { .. }, _) => {
            value.plain().replace('\n', " ")
        }
    }
}

/// Whether blocks can stand here. In the middle of a line, none can begin but a paragraph, and none can end.
fn has_room(blocks: &[ast::Block], around: Position<'_>, is_alone: bool) -> bool {
    let begins_with_paragraph = matches!(blocks.first(), Some(ast::Block::Paragraph(_)));
    let is_paragraph = begins_with_paragraph && blocks.len() == 1;
    around.place == Place::Paragraph
        && around.ends_line()
        && (around.is_first() || begins_with_paragraph)
        && (is_alone || !is_paragraph)
}

fn blocks(
    mut blocks: Vec<ast::Block>,
    around: Position<'_>,
    (flavour, prefix): (Flavour, &str),
    footnotes: &mut Footnotes,
) -> String {
    footnotes.distinct(&mut blocks);
    // A page may begin with front matter, for which dashes at its start would be taken.
    let begins_page = around.before.is_empty() && !matches!(blocks.first(), Some(ast::Block::Rule));
    let markdown = Markdown { flavour, is_nested: !begins_page, is_in_item: !prefix.is_empty() };
    let written = markdown.blocks(&blocks);
    if is_marker(around.before) { markdown.behind_marker(written) } else { written }
}

/// Whether there is the marker of an item on a line, and nothing else.
fn is_marker(line: &str) -> bool {
    let word = line.trim_matches([' ', '>']);
    let number = word.trim_start_matches(|c: char| c.is_ascii_digit());
    matches!(word, "-" | "+" | "*" | ":") || (number.len() < word.len() && matches!(number, "." | ")"))
}

/// Whether a marker would make a heading of the text above it, or be text, because there is nothing behind it.
fn is_bare(out: &Written, around: Position<'_>) -> bool {
    let (line, above) = (out.line(), out.line_above());
    around.ends_line() && is_marker(line) && !above.trim().is_empty() && !above.starts_with(line)
}

/// Whether the author's next line would belong to a value in an item: to Python-Markdown, a line behind one that follows an empty line
/// does.
fn needs_gap(written: &str, prefix: &str, behind: Option<&str>) -> bool {
    let is_blank = |line: &str| line.trim_matches([' ', '>']).is_empty();
    let next = behind.and_then(|behind| behind.strip_prefix('\n')?.lines().next());
    !prefix.is_empty() && next.is_some_and(|next| !is_blank(next)) && written.lines().skip(1).any(is_blank)
}

/// An empty line would end a block of HTML.
fn in_html(value: Piece<'_>, is_in_link: bool, flavour: Flavour) -> String {
    let content = match value.mark {
        Mark::Code => vec![ast::Inline::Code(value.text.to_owned())],
        Mark::Markdown => line_with_elements(&ast::linkable(flavour.parse(value.text), is_in_link)),
        _ => ast::text(value.text),
    };
    let inside = html::Html.inline(&content, Position::default());
    // Vue and Python-Markdown read braces here too.
    if flavour == Flavour::Gfm { inside } else { inside.replace('{', "&#123;") }
}
