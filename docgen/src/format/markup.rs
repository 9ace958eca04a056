//! What a format is to documentation: how each part of the tree is written.

use std::fmt;

use crate::ast::{Block, Definition, Grid, Inline, List, line};

/// How a format is written. Implement it for a [custom format](crate::Format::Custom).
///
/// The methods return markup without an empty line before or a line break behind it.
pub trait Markup: fmt::Debug + Send + Sync {
    /// The name of the format, which is different from those of all others.
    fn name(&self) -> &'static str;

    /// The extensions of its files, in lower case and without the dot. For the files of a custom format, call
    /// [`Docs::format_of`](crate::Docs::format_of) all the same.
    fn extensions(&self) -> &'static [&'static str];

    /// What comments begin and end with, or nothing if the format has no comments. One that ends with its line has an empty end.
    fn comment(&self) -> Option<(&'static str, &'static str)>;

    /// Content at this position. All text must be escaped, so that readers see it unchanged.
    fn inline(&self, content: &[Inline], position: Position<'_>) -> String;

    /// A heading, from level 1 on. Links may lead to it by the anchor.
    fn heading(&self, level: usize, content: &[Inline], anchor: Option<&str>) -> String;

    /// A block of code, with what is behind its fence: usually the name of a [`language`](crate::ast::language).
    fn code_block(&self, info: &str, code: &str) -> String;

    /// A quotation.
    fn quote(&self, blocks: &[Block]) -> String;

    /// A list.
    fn list(&self, list: &List) -> String;

    /// Terms and their definitions.
    fn definitions(&self, items: &[Definition]) -> String;

    /// A table.
    fn table(&self, grid: &Grid) -> String;

    /// A rule between blocks.
    fn rule(&self) -> String;

    /// A value for a place of the author's where text is literal, such as a listing or an attribute.
    fn verbatim(&self, text: &str) -> String;

    /// A value for an address in the author's markup.
    fn address(&self, text: &str) -> String;

    /// Whether the format has headings and paragraphs. Otherwise it has tables and lists only.
    fn has_prose(&self) -> bool {
        true
    }

    /// Whether a line of text belongs to the paragraph of the line above it.
    fn joins_lines(&self) -> bool {
        true
    }

    /// A paragraph.
    fn paragraph(&self, content: &[Inline]) -> String {
        self.inline(content, Position::default())
    }

    /// Blocks in the middle of a line of the author's. The provided method writes them on one line.
    fn fitted(&self, blocks: &[Block], position: Position<'_>) -> String {
        self.inline(&line(blocks), position)
    }

    /// A heading in a doc comment, which may be in a list. The provided method writes it as one of the page.
    fn inner_heading(&self, level: usize, content: &[Inline]) -> String {
        self.heading(level, content, None)
    }

    /// A line that keeps a block apart from the one above it, such as a comment between two lists; usually nothing.
    fn divider(&self, _above: Option<&Block>, _block: &Block) -> &'static str {
        ""
    }

    /// A block of HTML. The provided method writes the text in it.
    fn html(&self, content: &[Inline]) -> String {
        self.paragraph(content)
    }

    /// The text of a footnote. The provided method writes it behind its label.
    fn footnote(&self, label: &str, blocks: &[Block]) -> String {
        self.paragraph(&footnote_text(label, blocks))
    }

    /// A block.
    fn block(&self, block: &Block) -> String {
        match block {
            Block::Paragraph(content) => self.paragraph(content),
            Block::Heading { level, content } => self.inner_heading(*level, content),
            Block::Code { info, text } => self.code_block(info, text),
            Block::Quote(blocks) => self.quote(blocks),
            Block::List(list) => self.list(list),
            Block::Definitions(items) => self.definitions(items),
            Block::Table(grid) => self.table(grid),
            Block::Rule => self.rule(),
            Block::Html(content) => self.html(content),
            Block::Footnote { label, blocks } => self.footnote(label, blocks),
            Block::Raw(raw) => raw.clone(),
        }
    }

    /// Blocks, separated by empty lines.
    fn blocks(&self, blocks: &[Block]) -> String {
        let mut out = String::with_capacity(128);
        let mut above = None;
        for block in blocks {
            let written = self.block(block);
            if written.is_empty() {
                continue;
            }
            for part in [self.divider(above, block), &written] {
                let gap = if out.is_empty() || part.is_empty() { "" } else { "\n\n" };
                out.extend([gap, part]);
            }
            above = Some(block);
        }
        out
    }
}

/// The text of a footnote behind its label, in a format that has none.
pub(super) fn footnote_text(label: &str, blocks: &[Block]) -> Vec<Inline> {
    let label = Inline::Text(format!("[{label}] "));
    std::iter::once(label).chain(line(blocks)).collect()
}

/// Where content is written.
#[derive(Debug, Clone, Copy, Default)]
#[non_exhaustive]
pub struct Position<'p> {
    /// The kind of place.
    pub place: Place,
    /// What is on the line already.
    pub before: &'p str,
    /// The next character of the author's, if another one than a line break follows.
    pub after: Option<char>,
    /// Whether the content is one value between the author's markup.
    pub is_value: bool,
    /// Where on a line of Markdown a block could begin, if one could.
    pub(super) start: Option<usize>,
    /// Whether there are signs of emphasis of Markdown around it, or it is the text of a link, so that a sign of its own could be read
    /// as one.
    pub(super) is_marked: bool,
}

impl Position<'_> {
    pub(crate) fn at(place: Place) -> Self {
        Self { place, ..Self::default() }
    }

    /// Whether the author wrote a backslash in front of the value.
    pub(super) fn is_escaped(self) -> bool {
        let backslashes = self.before.len() - self.before.trim_end_matches('\\').len();
        backslashes % 2 == 1
    }
}

/// The kind of a [`Position`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Place {
    /// A paragraph or an item of a list.
    #[default]
    Paragraph,
    /// A cell of a table, where nothing may end the row.
    Cell,
    /// A heading, which takes one line.
    Heading,
    /// A term with a definition, which takes one line.
    Term,
}
