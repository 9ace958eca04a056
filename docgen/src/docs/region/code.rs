//! Where a page of Markdown shows text verbatim: a marker in there is an example.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag};

use super::lines::Line;
use crate::format::Format;

/// The blocks of code of a page of Markdown, in bytes and in order.
pub(super) fn blocks(page: &str, lines: &[Line<'_>], format: Format) -> Vec<Range<usize>> {
    let options = Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_TABLES;
    // MDX and MkDocs have no indented code, or indent other content as much. The blanks go to the ends of lines, for the offsets.
    let page = match format {
        Format::Markdown | Format::VitePress => Cow::Borrowed(page),
        Format::Mdx | Format::MdxComponents | Format::MkDocs => lines.iter().flat_map(dedented).collect(),
        _ => return Vec::new(),
    };
    let events = Parser::new_ext(&page, options).into_offset_iter();
    events
        .filter(|(event, _)| matches!(event, Event::Start(Tag::CodeBlock(_))))
        .map(|(_, block)| block)
        .collect()
}

/// A line that is indented as code, without its indentation.
fn dedented<'p>(line: &Line<'p>) -> [&'p str; 3] {
    let blanks = if line.width() < 4 { "" } else { line.prefix(&[' ', '\t']) };
    [line.text.get(blanks.len()..).unwrap_or_default(), blanks, line.ending]
}

/// Whether a line is in one of these blocks.
pub(super) fn holds(blocks: &[Range<usize>], line: &Line<'_>) -> bool {
    // They follow each other; a page may have thousands.
    let first = blocks.partition_point(|block| block.end <= line.start);
    blocks.get(first).is_some_and(|block| block.start < line.end())
}
