//! Values in what an author wrote. The author's text is parsed with a hole for each value, and a value is written as its place
//! requires.

use super::around::Around;
use super::place::{Context, HOLE, Inline, Spot};
use super::{Flavour, Markdown, address, code, context, front_matter, line, print, text};
use crate::ast::{self, Footnotes};
use crate::format::{Markup, Parsed, html};
use crate::template::{Piece, indented};

/// What a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Whole {
    /// A cell of a table, where nothing may end the row.
    Cell,
    /// A page, or lines of one.
    Page,
}

/// The author's text with holes, and the values for them.
fn dig<'p>(pieces: &[Piece<'p>]) -> (String, Vec<Piece<'p>>) {
    let mut text = String::new();
    let mut values = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Author(author) => text.push_str(author),
            value => {
                text.push(HOLE);
                values.push(*value);
            }
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
    let is_marked = text.contains(['*', '_', '~']);
    let mut footnotes = Footnotes::of(text);
    let mut at = 0;
    for spot in parsed.spots.get(text, |text| context::spots(text, whole, flavour)).iter() {
        let range = spot.range();
        out.push(text.get(at..range.start).unwrap_or_default());
        at = range.end;
        match spot {
            Spot::Hole { context, .. } => {
                let Some(value) = values.next() else { continue };
                let behind = text.get(at..).unwrap_or_default();
                let after = match value {
                    Piece::Code(_) => behind_code(behind, values.as_slice()),
                    _ => behind.chars().next(),
                };
                let around = (out.line(), after, is_marked);
                out.push(&fill(value, context, around, flavour, &mut footnotes));
            }
            Spot::CodeSpan { content, in_cell, .. } => {
                let author = text.get(range).unwrap_or_default();
                let span = code::filled_span(author, content, &mut values, *in_cell, out.line(), flavour);
                out.push(&span);
            }
            Spot::Fence { .. } => {
                let block = text.get(range).unwrap_or_default();
                out.push(&code::block(block, &mut values));
            }
        }
    }
    out.push(text.get(at..).unwrap_or_default());
    out.text
}

/// The next character, also that of a text behind: it is written first, or escaped.
fn behind_code(behind: &str, values: &[Piece<'_>]) -> Option<char> {
    let mut values = values.iter();
    for c in behind.chars() {
        match values.next() {
            Some(Piece::Text("")) if c == HOLE => {}
            Some(Piece::Text(text)) if c == HOLE && !text.starts_with('\n') => return text.chars().next(),
            _ => return Some(c),
        }
    }
    None
}

/// What is written, and where its last line begins.
#[derive(Default)]
struct Written {
    text: String,
    line: usize,
}

impl Written {
    fn push(&mut self, text: &str) {
        if let Some(at) = text.rfind('\n') {
            self.line = self.text.len() + at + 1;
        }
        self.text.push_str(text);
    }

    fn line(&self) -> &str {
        self.text.get(self.line..).unwrap_or_default()
    }
}

/// The text with the values in its holes, as they are.
pub(super) fn literal<'p>(text: &str, values: &mut (impl Iterator<Item = Piece<'p>> + ?Sized)) -> String {
    let mut parts = text.split(HOLE);
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        if let Some(value) = values.next() {
            out.push_str(&value.plain());
        }
        out.push_str(part);
    }
    out
}

fn fill(
    value: Piece<'_>,
    context: &Context,
    (before, after, is_marked): (&str, Option<char>, bool),
    flavour: Flavour,
    footnotes: &mut Footnotes,
) -> String {
    if value.is_empty() {
        return String::new();
    }
    match (context, value) {
        (_, Piece::Verbatim(_)) => value.plain().into_owned(),
        (Context::Address, _) | (_, Piece::Url(_)) => address::escape(&value.plain()),
        (Context::Inline(inline), _) => {
            in_prose(value, Around { inline, before, after, is_value: true, is_marked }, flavour, footnotes)
        }
        (Context::Title { quote }, _) => address::title(&value.plain(), *quote),
        (Context::Autolink, _) => address::autolink(&value.plain()),
        (Context::Element, _) => in_html(value, flavour),
        (Context::Tag, _) => html::escape(&value.plain(), "&#10;").replace("\n\n", "\n&#10;"),
        (Context::IndentedCode { prefix }, _) => code::lines(&value.plain(), prefix, after),
        (Context::Other, _) => value.plain().replace('\n', " "),
    }
}

fn in_prose(value: Piece<'_>, around: Around<'_>, flavour: Flavour, footnotes: &mut Footnotes) -> String {
    let in_cell = around.inline.is_cell();
    match value {
        Piece::Code(value) if around.touches_code() => code::element(value, in_cell, flavour),
        Piece::Code(value) => code::span(value, in_cell, around.before, flavour),
        Piece::Markdown(source) => {
            let mut blocks = flavour.parse(source);
            let one_line = || print::line(&line::one(&blocks), around, flavour);
            match around.inline {
                Inline::Block { is_alone, prefix, .. } => {
                    // In the middle of a line, no block can begin but a paragraph, and none can end.
                    let begins_with_paragraph = matches!(blocks.first(), Some(ast::Block::Paragraph(_)));
                    let is_paragraph = begins_with_paragraph && blocks.len() == 1;
                    let fits = around.is_first() || begins_with_paragraph;
                    if !fits || !around.ends_line() || (!is_alone && is_paragraph) {
                        one_line()
                    } else {
                        footnotes.distinct(&mut blocks);
                        // A page may begin with front matter, for which dashes at its start would be taken.
                        let begins_page =
                            around.before.is_empty() && !matches!(blocks.first(), Some(ast::Block::Rule));
                        let markdown = Markdown { flavour, is_nested: !begins_page };
                        indented(&markdown.blocks(&blocks), prefix)
                    }
                }
                Inline::Cell { .. } | Inline::Heading { .. } => one_line(),
            }
        }
        value => text::escape(value.as_str(), around, flavour),
    }
}

/// An empty line would end a block of HTML.
fn in_html(value: Piece<'_>, flavour: Flavour) -> String {
    let content = match value {
        Piece::Code(value) => vec![ast::Inline::Code(value.to_owned())],
        Piece::Markdown(source) => line::one(&flavour.parse(source)),
        value => ast::text(value.as_str()),
    };
    html::inside(&content)
}
