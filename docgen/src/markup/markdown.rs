//! Markdown (`CommonMark` with the tables of GitHub) and MDX, which are escaped alike.
//!
//! What the author wrote is parsed with a hole for each value; `context.rs` says what a hole is in, this module fills it.

mod address;
mod around;
mod code;
mod context;
mod place;
mod prose;
mod text;
mod yaml;

use std::borrow::Cow;

use self::around::Around;
use self::place::{Context, HOLE, Inline, Spot};
use super::holes::{filled, plain};
use super::{Piece, Place, html, source};

/// Which of the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Dialect {
    Gfm,
    /// In MDX, `<` begins an element and `{` an expression, and HTML must be closed.
    Mdx,
}

impl Dialect {
    fn line_break(self) -> &'static str {
        match self {
            Self::Gfm => "<br>",
            Self::Mdx => "<br />",
        }
    }
}

pub(super) fn assemble(pieces: &[Piece<'_>], place: Place, dialect: Dialect) -> String {
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
    let mut out = Written::default();
    let mut values = values.into_iter();
    let mut at = 0;
    for spot in context::spots(&text, place, dialect) {
        let range = spot.range();
        out.push(text.get(at..range.start).unwrap_or_default());
        at = range.end;
        match spot {
            Spot::Hole { context, .. } => {
                let Some(value) = values.next() else { continue };
                let after = text.get(at..).and_then(|behind| behind.chars().next());
                out.push(&fill(value, &context, out.line(), after, dialect));
            }
            Spot::CodeSpan { content, in_cell, .. } => {
                let author = text.get(range).unwrap_or_default();
                let span = code::filled_span(author, &content, &mut values, in_cell, out.line(), dialect);
                out.push(&span);
            }
            Spot::Fence { .. } => {
                let block = text.get(range).unwrap_or_default();
                out.push(&code::block(block, &mut values));
            }
            Spot::Metadata { .. } => {
                let matter = text.get(range).unwrap_or_default();
                out.push(&yaml::block(matter, &mut values));
            }
        }
    }
    out.push(text.get(at..).unwrap_or_default());
    out.text
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

fn fill(value: Piece<'_>, context: &Context, before: &str, after: Option<char>, dialect: Dialect) -> String {
    if value.is_empty() {
        return String::new();
    }
    match context {
        Context::Inline(inline) => in_prose(value, Around { inline, before, after, is_value: true }, dialect),
        Context::Address => address::escape(&plain(value)),
        Context::Title { quote } => address::title(&plain(value), *quote),
        Context::Autolink => address::autolink(&plain(value)),
        Context::Html(html::Spot::Flow) => in_html(value),
        Context::Html(spot) => spot.text(&plain(value)),
        Context::IndentedCode { prefix } => code::lines(&plain(value), prefix, after),
        Context::Other => plain(value).replace('\n', " "),
    }
}

fn in_prose(value: Piece<'_>, around: Around<'_>, dialect: Dialect) -> String {
    let in_cell = around.inline.is_cell();
    match value {
        Piece::Text(value) | Piece::Author(value) => text::escape(value, around, dialect),
        Piece::Code(value) if around.touches_code() => code::element(value, in_cell, dialect),
        Piece::Code(value) => code::span(value, in_cell, around.before, dialect),
        Piece::Markdown(source) => match around.inline {
            Inline::Cell { .. } => prose::line(source, true, around.after, dialect),
            Inline::Heading { .. } => text::heading(prose::line(source, false, around.after, dialect)),
            Inline::Block { is_alone, prefix, .. } => {
                // In the middle of a line, no block can begin but a paragraph, and none can end.
                let fits = around.is_first() || source::begins_with_paragraph(source);
                if !fits || !around.ends_line() || (!is_alone && source::is_one_paragraph(source)) {
                    paragraph(source, around, dialect)
                } else {
                    blocks(source, prefix, dialect)
                }
            }
        },
    }
}

/// The blocks of a text, in the lists and quotations that they are put in.
fn blocks(source: &str, prefix: &str, dialect: Dialect) -> String {
    let blocks = prose::blocks(source, dialect);
    let blocks = blocks.trim_start_matches([' ', '\t', '\n']);
    let is_fence = || text::is_fence(blocks.lines().next().unwrap_or_default());
    if is_dashes(blocks) || (source::begins_with_paragraph(source) && is_fence()) {
        indented(&format!("\\{blocks}"), prefix)
    } else if prefix.is_empty() {
        blocks.to_owned()
    } else {
        indented(&untabbed(blocks), prefix)
    }
}

/// A paragraph that may stand at the beginning of a line, where it began one in its source too, if nothing was left out there.
fn paragraph(source: &str, around: Around<'_>, dialect: Dialect) -> String {
    let line = prose::line(source, false, around.after, dialect);
    let first = line.split([' ', '\t']).next().unwrap_or_default();
    if around.is_first()
        && (!source.trim_start().starts_with(first) || is_dashes(&line) || text::is_fence(&line))
    {
        return text::guarded(&line, around.after).into_owned();
    }
    if dialect == Dialect::Mdx && around.before.is_empty() { text::no_module(line) } else { line }
}

/// Whether a text would be a rule behind the marker of a list.
fn is_dashes(text: &str) -> bool {
    text.lines().next().is_some_and(|line| line.trim_matches([' ', '\t']) == "--")
}

/// An empty line would end a block of HTML.
fn in_html(value: Piece<'_>) -> String {
    let html = match value {
        Piece::Text(value) | Piece::Author(value) => html::text(value),
        Piece::Code(value) => html::code(value),
        Piece::Markdown(source) => html::fitted(source),
    };
    html.replace("\n\n", "\n&#10;")
}

/// All lines but the first get the prefix of the list or quotation that they are in. A break at the end is none then.
fn indented(text: &str, prefix: &str) -> String {
    if prefix.is_empty() {
        return text.to_owned();
    }
    source::indented(text.strip_suffix('\n').unwrap_or(text), prefix)
}

/// With blanks for the tabs at the beginnings of lines and behind markers, which reach less far behind a prefix.
fn untabbed(text: &str) -> Cow<'_, str> {
    if !text.contains('\t') {
        return Cow::Borrowed(text);
    }
    let is_marker = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '>' | '-' | '+' | '*' | '.' | ')');
    let mut out = String::with_capacity(text.len() + 8);
    for line in text.split_inclusive('\n') {
        let start = out.len();
        let mut is_before = true;
        for c in line.chars() {
            match c {
                '\t' if is_before => out.push_str(&" ".repeat(4 - (out.len() - start) % 4)),
                _ => {
                    is_before &= is_marker(c);
                    out.push(c);
                }
            }
        }
    }
    Cow::Owned(out)
}
