//! The lines of a page, with their endings, and which of them are shown verbatim: a marker in there is an example.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag};

use crate::format::{Format, asciidoc};

/// A line of a page.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'p> {
    /// Counted from 1.
    pub(super) number: usize,
    /// The offset of its text.
    pub(super) start: usize,
    /// Its text, without the ending.
    pub(super) text: &'p str,
    /// `\n`, `\r\n`, or nothing at the end of the page.
    pub(super) ending: &'p str,
}

impl<'p> Line<'p> {
    /// The first characters, as far as they are one of these.
    pub(super) fn prefix(&self, of: &[char]) -> &'p str {
        self.text.split_at(self.text.len() - self.text.trim_start_matches(of).len()).0
    }

    /// How many columns it is indented; a tab goes to the next fourth column (`CommonMark` §2.2).
    pub(super) fn width(&self) -> usize {
        self.prefix(&[' ', '\t'])
            .chars()
            .fold(0, |width, c| if c == '\t' { width / 4 * 4 + 4 } else { width + 1 })
    }

    pub(super) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// The offset behind its text.
    pub(super) fn text_end(&self) -> usize {
        self.start + self.text.len()
    }

    /// The offset of the next line.
    pub(super) fn end(&self) -> usize {
        self.text_end() + self.ending.len()
    }
}

/// All lines of a page.
pub(super) fn lines(page: &str) -> Vec<Line<'_>> {
    let mut start = 0;
    let mut lines = Vec::new();
    for (at, whole) in page.split_inclusive('\n').enumerate() {
        let text = whole.strip_suffix('\n').map_or(whole, |text| text.strip_suffix('\r').unwrap_or(text));
        lines.push(Line { number: at + 1, start, text, ending: whole.split_at(text.len()).1 });
        start += whole.len();
    }
    lines
}

/// The line that the line at this index is indented below.
pub(super) fn parent<'l, 'p>(lines: &'l [Line<'p>], at: usize) -> Option<&'l Line<'p>> {
    // A line without indentation has none, and a page may have thousands of these.
    let width = Some(lines.get(at)?.width()).filter(|width| *width > 0)?;
    lines.iter().take(at).rfind(|line| !line.is_blank() && line.width() < width)
}

/// The blocks of code of a page, in bytes and in order.
pub(super) fn code_blocks(page: &str, lines: &[Line<'_>], format: Format) -> Vec<Range<usize>> {
    let options = Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_TABLES;
    // MDX and MkDocs have no indented code, or indent other content as much. The blanks go to the ends of lines, for the offsets.
    let page = match format {
        Format::Markdown | Format::VitePress => Cow::Borrowed(page),
        Format::Mdx | Format::MdxComponents | Format::MkDocs => lines.iter().flat_map(dedented).collect(),
        Format::AsciiDoc => {
            let blocks = asciidoc::blocks(lines.iter().map(|line| line.text));
            let start = |at: usize| lines.get(at).map_or(page.len(), |line| line.start);
            return blocks.into_iter().map(|block| start(block.start)..start(block.end)).collect();
        }
        Format::ReStructuredText => return literal_lines(lines),
        _ => return Vec::new(),
    };
    let events = Parser::new_ext(&page, options).into_offset_iter();
    events
        .filter(|(event, _)| matches!(event, Event::Start(Tag::CodeBlock(_))))
        .map(|(_, block)| block)
        .collect()
}

/// The lines of reStructuredText that are in literal blocks.
fn literal_lines(lines: &[Line<'_>]) -> Vec<Range<usize>> {
    let mut literal = Vec::new();
    // The lines that the next one may be indented below, and whether it is literal then.
    let mut above: Vec<(usize, bool)> = Vec::new();
    for line in lines.iter().filter(|line| !line.is_blank()) {
        above.truncate(above.partition_point(|(width, _)| *width < line.width()));
        let is_literal = above.last().is_some_and(|(_, is_literal)| *is_literal);
        if is_literal {
            literal.push(line.start..line.end());
        }
        above.push((line.width(), is_literal || begins_literal(line.text.trim())));
    }
    literal
}

/// Whether what is indented below a line of reStructuredText is literal.
fn begins_literal(text: &str) -> bool {
    [".. code", ".. sourcecode::", ".. parsed-literal::"].iter().any(|name| text.starts_with(name))
        || (text.ends_with("::") && !text.starts_with(".. "))
}

/// A line that is indented as code, without its indentation.
fn dedented<'p>(line: &Line<'p>) -> [&'p str; 3] {
    let blanks = if line.width() < 4 { "" } else { line.prefix(&[' ', '\t']) };
    [line.text.get(blanks.len()..).unwrap_or_default(), blanks, line.ending]
}

/// Whether a line is in one of these blocks of code.
pub(super) fn is_code(blocks: &[Range<usize>], line: &Line<'_>) -> bool {
    // They follow each other; a page may have thousands.
    let first = blocks.partition_point(|block| block.end <= line.start);
    blocks.get(first).is_some_and(|block| block.start < line.end())
}
