//! How a table of Markdown is laid out.

/// The layout of a Markdown table, as data.
///
/// # Examples
///
/// ```
/// use errbook_docgen::{Style, Table};
///
/// let table = Table::new().column(("Name", "`{{ name }}`")).column(("Type", "{{ type }}"));
///
/// assert_eq!(table.clone().style(Style::padded()).markdown(&errbook::body::MESSAGE)?, "\
/// | Name    | Type   |
/// | ------- | ------ |
/// | `error` | string |
/// ");
/// assert_eq!(table.clone().style(Style::compact()).markdown(&errbook::body::MESSAGE)?, "\
/// | Name | Type |
/// | --- | --- |
/// | `error` | string |
/// ");
/// assert_eq!(table.clone().style(Style::slate()).markdown(&errbook::body::MESSAGE)?, "\
/// Name | Type
/// ---- | ----
/// `error` | string
/// ");
/// assert_eq!(table.style(Style::padded().delimiter_blanks(false)).markdown(&errbook::body::MESSAGE)?, "\
/// | Name    | Type   |
/// |---------|--------|
/// | `error` | string |
/// ");
/// # Ok::<(), errbook_docgen::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    pub(super) outer_pipes: bool,
    pub(super) padded_cells: bool,
    pub(super) delimiter: Delimiter,
    pub(super) delimiter_blanks: bool,
    pub(super) unit: Unit,
}

/// How wide the dashes under a header are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delimiter {
    /// As the column, if its cells are padded; else as its header.
    Column,
    /// As the header.
    Header,
    /// This many characters, and at least those that the alignment takes.
    Fixed(usize),
}

/// What the width of a cell is measured in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Characters (Unicode scalar values).
    Characters,
    /// Columns of a terminal or an editor with a fixed-width font, in which an emoji or 漢 takes two (Unicode TR 11).
    Columns,
}

impl Style {
    /// Columns of one width for the eye, which Prettier leaves alone: the default.
    pub const fn padded() -> Self {
        Self {
            outer_pipes: true,
            padded_cells: true,
            delimiter: Delimiter::Column,
            delimiter_blanks: true,
            unit: Unit::Columns,
        }
    }

    /// No padding: a longer cell changes one line, not all.
    pub const fn compact() -> Self {
        Self { padded_cells: false, delimiter: Delimiter::Fixed(3), ..Self::padded() }
    }

    /// No padding and no outer pipes, as in pages of Slate. (A row that Markdown would take for something else has them.)
    pub const fn slate() -> Self {
        Self { outer_pipes: false, padded_cells: false, delimiter: Delimiter::Header, ..Self::padded() }
    }

    /// Sets whether lines begin and end with a pipe.
    #[must_use]
    pub const fn outer_pipes(mut self, outer_pipes: bool) -> Self {
        self.outer_pipes = outer_pipes;
        self
    }

    /// Sets whether cells are filled up to the width of their column.
    #[must_use]
    pub const fn padded_cells(mut self, padded_cells: bool) -> Self {
        self.padded_cells = padded_cells;
        self
    }

    /// Sets how wide the dashes are.
    #[must_use]
    pub const fn delimiter(mut self, delimiter: Delimiter) -> Self {
        self.delimiter = delimiter;
        self
    }

    /// Sets whether blanks stand around the dashes; without them, there are dashes in their place.
    #[must_use]
    pub const fn delimiter_blanks(mut self, delimiter_blanks: bool) -> Self {
        self.delimiter_blanks = delimiter_blanks;
        self
    }

    /// Sets what widths are measured in.
    #[must_use]
    pub const fn unit(mut self, unit: Unit) -> Self {
        self.unit = unit;
        self
    }
}

impl Default for Style {
    fn default() -> Self {
        Self::padded()
    }
}
