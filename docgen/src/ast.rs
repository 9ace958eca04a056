//! The tree that documentation is made of: templates, with their values, and doc comments are parsed into it, and the
//! [`Markup`](crate::Markup) of a format writes it.
//!
//! Text in the tree is what readers see: nothing in it is escaped.

mod doc_comment;
mod fill;
mod footnotes;
mod html;
mod inlines;
mod lines;
mod parse;
mod traverse;

pub(crate) use self::doc_comment::{OPTIONS, first_paragraph, with_text};
pub(crate) use self::fill::of_values;
pub(crate) use self::footnotes::Footnotes;
pub(crate) use self::html::{Tag, alone, begins_tag, ends_in, ends_in_tag, is_safe_address, safe_address};
pub use self::inlines::simple;
pub(crate) use self::inlines::{BLANKS, linkable};
pub(crate) use self::lines::line_with_elements;
pub use self::lines::{line, plain, plain_blocks};
pub(crate) use self::parse::{HOLE, parse, parse_template, parse_with_components};
pub(crate) use self::traverse::{Part, deepen, each, each_inline};

use crate::block::{Align, Style};

/// A part of a paragraph, a heading or a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Inline {
    /// Text without line breaks.
    Text(String),
    /// A code span. Its text may have line breaks.
    Code(String),
    /// A line break that readers see.
    Break,
    /// A line break of the source, which readers see as a space.
    SoftBreak,
    /// Emphasized, usually in italics.
    Emphasis(Vec<Inline>),
    /// Strongly emphasized, usually bold.
    Strong(Vec<Inline>),
    /// Struck out.
    Strike(Vec<Inline>),
    /// A link.
    Link {
        /// The address as it was written, without escapes.
        address: String,
        /// The title, or an empty text.
        title: String,
        /// The text of the link.
        content: Vec<Inline>,
    },
    /// An image.
    Image {
        /// The address as it was written, without escapes.
        address: String,
        /// The title, or an empty text.
        title: String,
        /// The text in place of the image.
        alt: String,
    },
    /// A tag of HTML: opening, closing or void. The tags around a part of the tree are balanced.
    Html(String),
    /// The reference to a footnote with this label.
    Footnote(String),
    /// Markup of the format itself, written verbatim.
    Raw(String),
}

/// A block.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Block {
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A heading, from level 1 on.
    Heading {
        /// The level. It may be deeper than a format has levels.
        level: usize,
        /// The text.
        content: Vec<Inline>,
    },
    /// A block of code.
    Code {
        /// What is behind the fence: usually the name of a language. See [`language`].
        info: String,
        /// The lines of the code.
        text: String,
    },
    /// A quotation.
    Quote(Vec<Block>),
    /// A list.
    List(List),
    /// Terms and their definitions.
    Definitions(Vec<Definition>),
    /// A table.
    Table(Box<Grid>),
    /// A horizontal rule.
    Rule,
    /// A block of HTML: its tags, and the text between them.
    Html(Vec<Inline>),
    /// The text of a footnote.
    Footnote {
        /// The label.
        label: String,
        /// The text.
        blocks: Vec<Block>,
    },
    /// Markup of the format itself, written verbatim.
    Raw(String),
}

/// A list, with bullets or numbers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct List {
    /// The first number of a numbered list.
    pub first: Option<u64>,
    /// Whether items are separated by empty lines.
    pub is_loose: bool,
    /// The items.
    pub items: Vec<Item>,
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Item {
    /// Whether the box of a task is checked, if the item has one.
    pub checked: Option<bool>,
    /// The content.
    pub blocks: Vec<Block>,
}

/// A term and its definition.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Definition {
    /// The term.
    pub term: Vec<Inline>,
    /// The definition.
    pub blocks: Vec<Block>,
}

/// A table with its cells.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Grid {
    /// The caption, or nothing.
    pub caption: Vec<Inline>,
    /// The columns.
    pub columns: Vec<GridColumn>,
    /// The rows, with a cell for each column.
    pub rows: Vec<Vec<Cell>>,
    /// The layout of the source in Markdown.
    pub style: Style,
    /// A header line to write verbatim, in Markdown and CSV.
    pub header_line: Option<String>,
    /// A line below the headers to write verbatim, in Markdown.
    pub delimiter_line: Option<String>,
}

/// A column of a [`Grid`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct GridColumn {
    /// The header.
    pub header: Vec<Inline>,
    /// The alignment, if one is stated.
    pub align: Option<Align>,
    /// The width of the column in the source of Markdown, if one is set.
    pub width: Option<usize>,
}

/// A cell of a [`Grid`].
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Cell {
    /// The content.
    pub blocks: Vec<Block>,
    /// How many rows the cell spans: usually 1, and 0 if it is covered by the cell above.
    pub span: usize,
}

impl Cell {
    pub(crate) fn new(blocks: Vec<Block>) -> Self {
        Self { blocks, span: 1 }
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.blocks.iter().all(Block::is_empty)
    }
}

impl Block {
    /// Whether there is nothing in it.
    fn is_empty(&self) -> bool {
        match self {
            Self::Paragraph(content) | Self::Heading { content, .. } | Self::Html(content) => {
                content.is_empty()
            }
            Self::Quote(blocks) => blocks.is_empty(),
            Self::Raw(raw) => raw.is_empty(),
            _ => false,
        }
    }
}

/// The name of the language of a code block, or an empty text: rustdoc's own words such as `no_run` are not one.
///
/// # Examples
///
/// ```
/// use errbook_docgen::ast::language;
///
/// assert_eq!(language("Rust,no_run"), "rust");
/// assert_eq!(language("should_panic"), "");
/// ```
pub fn language(info: &str) -> String {
    let word = info.split([',', ' ', '\t', '{']).next().unwrap_or_default();
    let is_name = word.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '_'));
    match word {
        "no_run" | "ignore" | "should_panic" | "compile_fail" | "text" | "txt" | "plain" => String::new(),
        _ if is_name => word.to_ascii_lowercase(),
        _ => String::new(),
    }
}

/// A text, with its line breaks.
pub(crate) fn text(text: &str) -> Vec<Inline> {
    let mut inlines = Vec::new();
    for (at, line) in text.split('\n').enumerate() {
        if at > 0 {
            inlines.push(Inline::Break);
        }
        if !line.is_empty() {
            inlines.push(Inline::Text(line.to_owned()));
        }
    }
    inlines
}

impl List {
    /// What an item begins with as text: `- `, `1. `, and the box of a task.
    pub fn marker(&self, at: usize) -> String {
        let marker = match self.first {
            Some(first) => format!("{}. ", first.saturating_add(at as u64)),
            None => "- ".to_owned(),
        };
        marker + self.items.get(at).map_or("", Item::task_box)
    }
}

impl Item {
    /// The box of a task as text, or an empty text.
    pub(crate) fn task_box(&self) -> &'static str {
        match self.checked {
            Some(true) => "[x] ",
            Some(false) => "[ ] ",
            None => "",
        }
    }

    /// The content of the first paragraph, behind the box of a task.
    pub(crate) fn with_box(&self, content: &[Inline]) -> Vec<Inline> {
        let task = Inline::Text(self.task_box().to_owned());
        let task = self.checked.map(|_| task);
        task.into_iter().chain(content.iter().cloned()).collect()
    }
}

impl Grid {
    /// The rows with the content of each cell: a covered cell has that of the cell above it.
    pub fn full_rows(&self) -> Vec<Vec<&[Block]>> {
        let mut rows: Vec<Vec<&[Block]>> = Vec::with_capacity(self.rows.len());
        for row in &self.rows {
            let mut full: Vec<&[Block]> = row.iter().map(|cell| cell.blocks.as_slice()).collect();
            if let Some(above) = rows.last() {
                let covered = full.iter_mut().zip(above).zip(row).filter(|(_, cell)| cell.span == 0);
                covered.for_each(|((full, above), _)| *full = above);
            }
            rows.push(full);
        }
        rows
    }
}
