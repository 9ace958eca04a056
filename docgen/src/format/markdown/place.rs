//! The places that a value can stand at in a page of Markdown.

use std::ops::Range;

pub(super) use crate::ast::HOLE;

/// A part of the text to be written anew.
#[derive(Debug)]
pub(crate) enum Spot {
    Hole {
        at: usize,
        context: Context,
    },
    /// A code span with holes.
    CodeSpan {
        range: Range<usize>,
        content: String,
        in_cell: bool,
    },
    /// A fenced code block with holes.
    Fence {
        range: Range<usize>,
    },
}

impl Spot {
    pub(super) fn range(&self) -> Range<usize> {
        match self {
            Self::Hole { at, .. } => *at..*at + HOLE.len_utf8(),
            Self::CodeSpan { range, .. } | Self::Fence { range } => range.clone(),
        }
    }

    /// Moves it towards the beginning.
    pub(super) fn shift(&mut self, by: usize) {
        match self {
            Self::Hole { at, .. } => *at -= by,
            Self::CodeSpan { range, .. } | Self::Fence { range } => {
                *range = range.start - by..range.end - by;
            }
        }
    }
}

/// What a hole is in.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Context {
    Inline(Inline),
    /// The destination of a link.
    Address,
    /// The title of a link, between such quotes.
    Title {
        quote: char,
    },
    /// Between `<` and `>`.
    Autolink,
    /// Between tags of HTML.
    Element,
    /// In a tag of HTML.
    Tag,
    /// A line of code by indentation, of which this is what further lines begin with.
    IndentedCode {
        prefix: String,
    },
    /// Where no markup is read: the language of a code block, …
    Other,
}

/// A place in prose.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Inline {
    /// A cell of a table; on a page, with what stands before the row on its line.
    Cell {
        indentation: Option<usize>,
    },
    Heading {
        indentation: usize,
    },
    /// A paragraph, or an item of a list.
    Block {
        /// How much of the line belongs to the lists and quotations around it, if a block could begin here.
        indentation: Option<usize>,
        /// The hole is the whole paragraph.
        is_alone: bool,
        /// What further lines begin with.
        prefix: String,
    },
}

impl Inline {
    /// The start of a paragraph of its own.
    pub(super) fn at_start() -> Self {
        Self::Block { indentation: Some(0), is_alone: false, prefix: String::new() }
    }

    /// A place that other text stands in front of.
    pub(super) fn within_line() -> Self {
        Self::Block { indentation: None, is_alone: false, prefix: String::new() }
    }

    pub(super) fn is_cell(&self) -> bool {
        matches!(self, Self::Cell { .. })
    }

    /// Where on the line a block could begin, if one could.
    pub(super) fn indentation(&self) -> Option<usize> {
        match self {
            Self::Cell { indentation } | Self::Block { indentation, .. } => *indentation,
            Self::Heading { indentation } => Some(*indentation),
        }
    }
}
