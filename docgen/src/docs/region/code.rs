//! Where a page shows text verbatim: a marker in there is an example.
//!
//! In Markdown and MDX its parser knows.

use std::fmt::Write as _;
use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag};

use super::lines::{Line, lines, parent};
use crate::format::Format;

/// The code blocks and the code spans of a page, in bytes and in order.
#[derive(Debug, Default)]
pub(super) struct Code {
    /// With whether each is indented by four columns.
    blocks: Vec<(Range<usize>, bool)>,
    spans: Vec<Range<usize>>,
}

impl Code {
    pub(super) fn of(page: &str, format: Format) -> Self {
        let delimited = |blocks: Vec<Range<usize>>| Self {
            blocks: blocks.into_iter().map(|block| (block, false)).collect(),
            spans: Vec::new(),
        };
        match format {
            Format::Markdown | Format::VitePress | Format::MkDocs => markdown(page, false),
            Format::Mdx | Format::MdxComponents => markdown(page, true),
            Format::AsciiDoc => delimited(asciidoc(&lines(page))),
            Format::ReStructuredText => delimited(restructured_text(&lines(page))),
            Format::Html | Format::Csv | Format::Json | Format::Custom(_) => Self::default(),
        }
    }

    /// Whether a line is in a code block.
    pub(super) fn holds(&self, line: &Line<'_>) -> bool {
        // They follow each other; a page may have thousands.
        let first = self.blocks.partition_point(|(block, _)| block.end <= line.start);
        self.blocks.get(first).is_some_and(|(block, _)| block.start < line.end())
    }

    /// Whether an offset is in a code span.
    pub(super) fn has_span_at(&self, at: usize) -> bool {
        self.spans.iter().any(|span| span.contains(&at))
    }
}

fn markdown(page: &str, is_mdx: bool) -> Code {
    let mut code = parse(page);
    let mut dedented = dedent(page, &code, is_mdx);
    while let Some(page) = dedented {
        code = parse(&page);
        dedented = dedent(&page, &code, is_mdx);
    }
    code
}

fn parse(page: &str) -> Code {
    let options = Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_TABLES;
    let mut code = Code::default();
    for (event, range) in Parser::new_ext(page, options).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(kind)) => {
                code.blocks.push((range, matches!(kind, CodeBlockKind::Indented)));
            }
            Event::Code(_) => code.spans.push(range),
            _ => {}
        }
    }
    code
}

/// How `MkDocs` begins an admonition, a collapsible one, and a tab, whose content is indented by four columns.
const CONTAINERS: [&str; 3] = ["!!!", "???", "==="];

/// The page without the indentation of what looks like code to `CommonMark` and is none: `MkDocs` has containers, and MDX has no
/// indented code. The spaces go to the end of their lines, so that lines keep their offsets.
fn dedent(page: &str, code: &Code, is_mdx: bool) -> Option<String> {
    let lines = lines(page);
    let is_dedented = |(block, is_indented): &&(Range<usize>, bool)| {
        is_mdx || *is_indented && is_in_container(&lines, block.start)
    };
    let mut blocks = code.blocks.iter().filter(is_dedented).peekable();
    let mut out = String::with_capacity(page.len());
    for line in &lines {
        while blocks.next_if(|(block, _)| block.end <= line.start).is_some() {}
        let is_moved = match blocks.peek() {
            Some((block, true)) => block.start < line.end(),
            Some((block, false)) => page
                .get(block.clone())
                .is_some_and(|text| block.start < line.start && line.end() < block.end && closes(text, line)),
            None => false,
        };
        let moved = match line.prefix(&[' ']).len() {
            _ if !is_moved => 0,
            0 => line.prefix(&['\t']).len().min(1),
            spaces => spaces.min(4),
        };
        let _ = write!(out, "{}{:moved$}{}", line.text.get(moved..).unwrap_or_default(), "", line.ending);
    }
    (out != page).then_some(out)
}

/// Whether an indented block is the content of a container.
fn is_in_container(lines: &[Line<'_>], start: usize) -> bool {
    let first = lines.partition_point(|line| line.end() <= start);
    parent(lines, first)
        .is_some_and(|parent| CONTAINERS.iter().any(|sign| parent.text.trim_start().starts_with(sign)))
}

/// Whether a line closes this block of MDX, where a closing fence may be indented.
fn closes(block: &str, line: &Line<'_>) -> bool {
    let (fence, text) = (block.len() - block.trim_start_matches(['`', '~']).len(), line.text.trim());
    text.len() >= fence && text.chars().all(|c| block.starts_with(c))
}

/// The listings, literals, passthroughs and comments.
fn asciidoc(lines: &[Line<'_>]) -> Vec<Range<usize>> {
    let mut blocks = Vec::new();
    let mut open: Option<(&str, usize)> = None;
    for (at, line) in lines.iter().enumerate() {
        let text = line.text.trim_end();
        match open {
            Some((end, start)) if text == end => {
                blocks.push(start..line.end());
                open = None;
            }
            None if !is_underline(lines.get(..at).unwrap_or_default(), text) => {
                open = delimiter(text).map(|end| (end, line.start));
            }
            _ => {}
        }
    }
    blocks.extend(open.map(|(_, start)| start..usize::MAX));
    blocks
}

/// The line that ends the block which begins with this one.
fn delimiter(text: &str) -> Option<&str> {
    if text.starts_with("```") {
        return text.get(..3);
    }
    let mark = text.chars().next().filter(|c| matches!(c, '-' | '.' | '+' | '/'))?;
    (text.len() >= 4 && text.chars().all(|c| c == mark)).then_some(text)
}

/// Whether a line of dashes underlines a title of about its length, which follows an empty line.
fn is_underline(before: &[Line<'_>], dashes: &str) -> bool {
    let mut before = before.iter().rev();
    let title = before.next().map_or("", |line| line.text.trim_end());
    let is_first = before.next().is_none_or(Line::is_blank);
    is_first && title.starts_with(char::is_alphanumeric) && title.chars().count().abs_diff(dashes.len()) <= 1
}

/// The directives of reStructuredText and Sphinx whose content is not markup.
const LITERAL: [&str; 7] = ["code", "code-block", "sourcecode", "parsed-literal", "raw", "math", "prompt"];

/// The literal blocks: what is indented further than the line that begins them, or than the text of its list item.
fn restructured_text(lines: &[Line<'_>]) -> Vec<Range<usize>> {
    let mut blocks = Vec::new();
    let mut open: Option<(usize, usize)> = None;
    for line in lines {
        if let Some((indent, start)) = open {
            if line.is_blank() || line.width() > indent {
                continue;
            }
            blocks.push(start..line.start);
            open = None;
        }
        let text = line.text.trim();
        let is_literal = match text.strip_prefix(".. ").and_then(|text| text.split_once("::")) {
            Some((directive, _)) => LITERAL.contains(&directive.trim()),
            None => text.ends_with("::") && !text.starts_with(".. "),
        };
        if is_literal {
            let item = text.trim_start_matches(|c: char| c.is_ascii_digit() || "*-+#.) ".contains(c));
            let mark = if text.starts_with("..") { 0 } else { text.len() - item.len() };
            open = Some((line.width() + mark, line.end()));
        }
    }
    blocks.extend(open.map(|(_, start)| start..usize::MAX));
    blocks
}
