//! Where a page shows text verbatim: a marker in there is an example.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag};

use super::lines::Line;
use crate::format::Format;

/// The blocks of code of a page, in bytes and in order.
pub(super) fn blocks(page: &str, lines: &[Line<'_>], format: Format) -> Vec<Range<usize>> {
    match format {
        Format::Markdown | Format::VitePress => markdown(page),
        // They have no indented code, or indent other content as much.
        Format::Mdx | Format::MdxComponents | Format::MkDocs => delimited(lines, true),
        Format::AsciiDoc => delimited(lines, false),
        Format::ReStructuredText => literals(lines),
        Format::Html | Format::Csv | Format::Json | Format::Custom(_) => Vec::new(),
    }
}

/// Whether a line is in one of these blocks.
pub(super) fn holds(blocks: &[Range<usize>], line: &Line<'_>) -> bool {
    // They follow each other; a page may have thousands.
    let first = blocks.partition_point(|block| block.end <= line.start);
    blocks.get(first).is_some_and(|block| block.start < line.end())
}

fn markdown(page: &str) -> Vec<Range<usize>> {
    let options = Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_TABLES;
    let events = Parser::new_ext(page, options).into_offset_iter();
    events
        .filter(|(event, _)| matches!(event, Event::Start(Tag::CodeBlock(_))))
        .map(|(_, block)| block)
        .collect()
}

/// What may be before a fence of Markdown on its line: the indentation, and the signs of quotes and list items.
const BEFORE: &str = " \t>-*+.)0123456789";

/// Fenced code of Markdown, however far it is indented; or the listings, literals, passthroughs and comments of `AsciiDoc`.
fn delimited(lines: &[Line<'_>], is_markdown: bool) -> Vec<Range<usize>> {
    let (mut blocks, mut before) = (Vec::new(), "");
    let mut open: Option<(&str, usize)> = None;
    for line in lines {
        let text = line.text.trim_end();
        let closes = |delimiter: &str| match text.trim_start_matches([' ', '\t', '>']) {
            fence if is_markdown => {
                fence.starts_with(delimiter) && fence.chars().all(|c| delimiter.contains(c))
            }
            _ => text == delimiter,
        };
        match open {
            Some((delimiter, start)) if closes(delimiter) => {
                blocks.push(start..line.end());
                open = None;
            }
            Some(_) => {}
            None => {
                let begins = if is_markdown { fence(text) } else { delimiter(text, before) };
                open = begins.map(|delimiter| (delimiter, line.start));
            }
        }
        before = text;
    }
    blocks.extend(open.map(|(_, start)| start..usize::MAX));
    blocks
}

fn fence(line: &str) -> Option<&str> {
    let text = line.trim_start_matches(|c| BEFORE.contains(c));
    let mark = text.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let (fence, info) = text.split_at(text.len() - text.trim_start_matches(mark).len());
    (fence.len() >= 3 && !(mark == '`' && info.contains(mark))).then_some(fence)
}

/// The line that ends the block of `AsciiDoc` which begins with this one, unless it underlines a title of about its length.
fn delimiter<'t>(text: &'t str, before: &str) -> Option<&'t str> {
    if text.starts_with("```") {
        return text.get(..3);
    }
    let mark = text.chars().next().filter(|c| matches!(c, '-' | '.' | '+' | '/'))?;
    let is_title =
        before.starts_with(char::is_alphanumeric) && before.chars().count().abs_diff(text.len()) <= 1;
    (text.len() >= 4 && text.chars().all(|c| c == mark) && !is_title).then_some(text)
}

/// The directives of reStructuredText and Sphinx whose content is not markup.
const LITERAL: [&str; 7] = ["code", "code-block", "sourcecode", "parsed-literal", "raw", "math", "prompt"];

/// The literal blocks: what is indented further than the line that begins them, or than the text of its list item.
fn literals(lines: &[Line<'_>]) -> Vec<Range<usize>> {
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
