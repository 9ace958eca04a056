//! A column of a table.

use crate::block::options::{Word, builder};
use crate::template::prepared;

/// A column of a [`Table`](crate::Table): a header, a template for the cells, an alignment.
///
/// A pair of header and template converts into a column. Both are Markdown as in a row of a table, whatever the format of the output:
/// write `\|` for `|`. Values in the template are text.
#[derive(Debug, Clone)]
pub struct Column {
    pub(super) header: String,
    pub(super) template: String,
    pub(super) align: Option<Align>,
    pub(super) width: Option<usize>,
    /// In empty cells.
    pub(super) placeholder: String,
    pub(super) hide_if_empty: bool,
    pub(super) is_merged: bool,
}

/// The alignment of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Align {
    /// Left, stated explicitly in the output.
    Left,
    /// Centered.
    Center,
    /// Right.
    Right,
}

impl Word for Option<Align> {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("left", Some(Align::Left)),
        ("center", Some(Align::Center)),
        ("right", Some(Align::Right)),
        ("none", None),
    ];
}

impl Column {
    /// Creates a column from its header and the template of its cells.
    pub fn new(header: impl Into<String>, template: impl Into<String>) -> Self {
        Self {
            header: header.into().trim().replace(['\n', '\r'], " "),
            template: prepared(&template.into()),
            align: None,
            width: None,
            placeholder: String::new(),
            hide_if_empty: false,
            is_merged: false,
        }
    }

    builder! {
        /// Sets the alignment. reStructuredText and CSV ignore it.
        align(self, align: Align) { self.align = Some(align); }

        /// Sets the width of a padded column in Markdown; longer cells exceed it. The default is the width of the longest cell.
        width(self, width: usize) { self.width = Some(width); }

        /// Sets the text of cells that would be empty, in Markdown.
        ///
        /// # Examples
        ///
        /// ```
        /// # use errbook_docgen::Column;
        /// let number = Column::new("Number", "{{ number }}").placeholder("–");
        /// ```
        placeholder(self, text: impl Into<String>) { self.placeholder = text.into(); }

        /// Shows a value once if the rows below have the same: the cells are one in HTML and `AsciiDoc`, and those below are
        /// empty in Markdown. Other formats repeat the value. A cell of a merged column is only merged where those of all merged columns
        /// to its left are.
        ///
        /// # Examples
        ///
        /// ```
        /// # use errbook_docgen::{Column, Table};
        /// let table = Table::new()
        ///     .column(Column::new("Type", "{{ type }}").merged())
        ///     .column(("Code", "`{{ code }}`"));
        /// ```
        merged(self) { self.is_merged = true; }

        /// Omits the column if all of its cells are empty. With groups, the table of each group is considered separately.
        hide_if_empty(self) { self.hide_if_empty = true; }
    }
}

impl<H: Into<String>, T: Into<String>> From<(H, T)> for Column {
    fn from((header, template): (H, T)) -> Self {
        Self::new(header, template)
    }
}
