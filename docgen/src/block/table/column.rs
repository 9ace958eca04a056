//! A column of a table.

use crate::template::keep_lines;

/// A column: its header, the template of its cells, its alignment.
///
/// A pair of header and template is a column too. Header and template are written in the language of the format that the
/// table is rendered in; what a template prints is fitted into it.
#[derive(Debug, Clone)]
pub struct Column {
    pub(super) header: String,
    pub(super) template: String,
    pub(super) align: Option<Align>,
    pub(super) width: Option<usize>,
    pub(super) empty: Empty,
}

/// Where the text of a column stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// At the left, and the table says so.
    Left,
    /// In the middle.
    Center,
    /// At the right.
    Right,
}

/// What is done about cells with nothing in them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Empty {
    Blank,
    Text(String),
    Drop,
}

impl Column {
    /// Makes a column of its header, which is taken word for word, and the template of its cells.
    pub fn new(header: impl Into<String>, template: impl Into<String>) -> Self {
        Self {
            header: header.into().trim().replace(['\n', '\r'], " "),
            template: keep_lines(&template.into()),
            align: None,
            width: None,
            empty: Empty::Blank,
        }
    }

    /// Sets the alignment, which reStructuredText and CSV have none of.
    #[must_use]
    pub fn align(mut self, align: Align) -> Self {
        self.align = Some(align);
        self
    }

    /// Sets how wide a padded column of Markdown is; cells that are wider stick out. Otherwise it is as wide as its widest cell.
    #[must_use]
    pub fn width(mut self, width: usize) -> Self {
        self.width = Some(width);
        self
    }

    /// Sets what stands in cells that would be empty, taken word for word.
    ///
    /// # Examples
    ///
    /// ```
    /// # use errbook_docgen::Column;
    /// let number = Column::new("Number", "{{ number }}").placeholder("–");
    /// ```
    #[must_use]
    pub fn placeholder(mut self, text: impl Into<String>) -> Self {
        self.empty = Empty::Text(text.into());
        self
    }

    /// Leaves the column out of a table, or of a group's, in which all of its cells are empty.
    #[must_use]
    pub fn optional(mut self) -> Self {
        self.empty = Empty::Drop;
        self
    }
}

impl<H: Into<String>, T: Into<String>> From<(H, T)> for Column {
    fn from((header, template): (H, T)) -> Self {
        Self::new(header, template)
    }
}
