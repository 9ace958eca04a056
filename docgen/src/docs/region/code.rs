//! Where a page shows text word for word: a marker in there is an example of one.
//!
//! Only as much of each format is known as that takes.

use super::lines::Line;
use crate::format::Format;

/// What is known of a page up to the line that is looked at.
#[derive(Debug)]
pub(super) struct Code {
    format: Format,
    block: Option<Block>,
    /// How many quotes of Markdown the line before is in.
    quotes: usize,
    /// Where the text of the list items begins that the line may belong to.
    items: Vec<usize>,
    /// How long the line before is, if it may be a title; for `AsciiDoc`.
    title: Option<usize>,
    after_blank: bool,
}

/// Why a line is shown word for word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verbatim {
    /// It is in a block, or opens or closes one.
    Block,
    /// It is indented far enough.
    Indented,
}

/// A block whose text is shown word for word.
#[derive(Debug)]
struct Block {
    /// The line that it begins on.
    line: usize,
    /// How many quotes of Markdown it is in; without their marks it ends.
    quotes: usize,
    ends: Ends,
}

#[derive(Debug)]
enum Ends {
    /// At a line of as many of these characters or more that is indented no further, or with the list item that it is in.
    Fence { mark: char, length: usize, item: usize, furthest: usize },
    /// At the same line.
    Delimiter(String),
    /// Before a line that is indented no more than this.
    Indent(usize),
}

impl Code {
    pub(super) fn new(format: Format) -> Self {
        Self { format, block: None, quotes: 0, items: Vec::new(), title: None, after_blank: true }
    }

    /// The line where the code block begins that is open.
    pub(super) fn open_since(&self) -> Option<usize> {
        self.block.as_ref().map(|block| block.line)
    }

    /// Looks at the next line, and says whether it is code.
    pub(super) fn holds(&mut self, line: &Line<'_>) -> Option<Verbatim> {
        if let Some(block) = &self.block {
            let (quotes, inside) = unquoted(line, block.quotes);
            match if quotes < block.quotes { End::Before } else { block.ends.at(&inside) } {
                End::No => return Some(Verbatim::Block),
                End::With => {
                    self.block = None;
                    self.title = None;
                    return Some(Verbatim::Block);
                }
                End::Before => self.block = None,
            }
        }
        let code = match self.format {
            Format::Markdown | Format::Mdx | Format::VitePress | Format::MkDocs => self.markdown(line),
            Format::AsciiDoc => self.asciidoc(line).then_some(Verbatim::Block),
            Format::ReStructuredText => {
                self.restructured_text(line);
                None
            }
            Format::Html | Format::Csv | Format::Json | Format::Custom(_) => None,
        };
        self.after_blank = line.is_blank();
        code
    }

    fn begin(&mut self, line: &Line<'_>, ends: Ends) {
        self.block = Some(Block { line: line.number, quotes: self.quotes, ends });
    }

    fn markdown(&mut self, line: &Line<'_>) -> Option<Verbatim> {
        let in_item = |items: &[usize]| items.last().is_some_and(|item| line.width() >= *item);
        let (quotes, line) = if in_item(&self.items) { (0, *line) } else { unquoted(line, usize::MAX) };
        if line.is_blank() {
            return None;
        }
        if quotes != self.quotes {
            self.quotes = quotes;
            self.items.clear();
        }
        let mut column = line.width();
        self.items.retain(|item| *item <= column);
        let item = self.items.last().copied().unwrap_or_default();
        // MDX has no indented code: there, people indent what is inside of elements.
        let is_mdx = self.format == Format::Mdx;
        if !is_mdx && column > item + 3 {
            return Some(Verbatim::Indented);
        }
        let mut text = line.unindented();
        while let Some(inside) = list_item(text) {
            let before = text.get(..text.len() - inside.len()).unwrap_or_default();
            column += before.chars().count();
            self.items.push(column);
            text = inside;
        }
        let (mark, length) = fence(text)?;
        let item = self.items.last().copied().unwrap_or_default();
        let furthest = if is_mdx { usize::MAX } else { item + 3 };
        self.begin(&line, Ends::Fence { mark, length, item, furthest });
        Some(Verbatim::Block)
    }

    fn asciidoc(&mut self, line: &Line<'_>) -> bool {
        let text = line.text.trim_end();
        let length = text.chars().count();
        let title = self.title.take();
        let is_underline = title.is_some_and(|title| title.abs_diff(length) <= 1);
        let is_delimiter = ["----", "....", "++++", "////", "```"].iter().any(|delimiter| {
            let mark = delimiter.chars().next();
            text.starts_with(delimiter) && (*delimiter == "```" || text.chars().all(|c| Some(c) == mark))
        });
        if is_delimiter && !is_underline {
            let end = if text.starts_with("```") { "```" } else { text };
            self.begin(line, Ends::Delimiter(end.to_owned()));
            return true;
        }
        self.title = (self.after_blank && text.starts_with(char::is_alphanumeric)).then_some(length);
        false
    }

    /// A line that begins a literal block is none itself.
    fn restructured_text(&mut self, line: &Line<'_>) {
        let text = line.text.trim();
        let is_literal = match text.strip_prefix(".. ").and_then(|text| text.split_once("::")) {
            Some((directive, _)) => LITERAL.contains(&directive.trim()),
            None => text.ends_with("::") && !text.starts_with(".. "),
        };
        if is_literal {
            let item =
                list_item(line.unindented()).map_or(0, |inside| line.unindented().len() - inside.len());
            self.begin(line, Ends::Indent(line.width() + item));
        }
    }
}

/// The directives of reStructuredText and Sphinx whose content is no markup.
const LITERAL: [&str; 7] = ["code", "code-block", "sourcecode", "parsed-literal", "raw", "math", "prompt"];

/// Whether a line ends a block.
enum End {
    No,
    /// The line is the last of the block.
    With,
    /// The line is behind the block.
    Before,
}

impl Ends {
    fn at(&self, line: &Line<'_>) -> End {
        let text = line.text.trim();
        match self {
            Self::Fence { item, .. } if !text.is_empty() && line.width() < *item => End::Before,
            Self::Fence { mark, length, furthest, .. } => {
                let is_fence = text.chars().all(|c| c == *mark) && text.chars().count() >= *length;
                let is_end = is_fence && line.width() <= *furthest;
                if is_end { End::With } else { End::No }
            }
            Self::Delimiter(delimiter) => {
                if line.text.trim_end() == delimiter {
                    End::With
                } else {
                    End::No
                }
            }
            Self::Indent(indent) if !text.is_empty() && line.width() <= *indent => End::Before,
            Self::Indent(_) => End::No,
        }
    }
}

/// How many quotes a line is in, up to a number, and what is inside of them (`CommonMark` §5.1).
fn unquoted<'p>(line: &Line<'p>, most: usize) -> (usize, Line<'p>) {
    let (mut quotes, mut line) = (0, *line);
    while quotes < most && line.width() <= 3 {
        let Some(inside) = line.unindented().strip_prefix('>') else { break };
        line.text = inside.strip_prefix(' ').unwrap_or(inside);
        quotes += 1;
    }
    (quotes, line)
}

/// What follows the mark of a list item (`CommonMark` §5.2).
fn list_item(text: &str) -> Option<&str> {
    let digits = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let behind = match text.len() - digits.len() {
        0 => text.strip_prefix(['-', '*', '+'])?,
        1..=9 => digits.strip_prefix(['.', ')'])?,
        _ => return None,
    };
    let inside = behind.trim_start_matches([' ', '\t']);
    (inside.len() < behind.len() && !inside.is_empty()).then_some(inside)
}

/// The mark of the code fence that a line opens, and how many of it there are (`CommonMark` §4.5).
fn fence(text: &str) -> Option<(char, usize)> {
    let mark = text.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let info = text.trim_start_matches(mark);
    let length = text.len() - info.len();
    (length >= 3 && !(mark == '`' && info.contains('`'))).then_some((mark, length))
}
