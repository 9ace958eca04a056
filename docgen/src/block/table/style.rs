//! The layout of Markdown tables.

use crate::block::options::{Take, flag, options, word};

/// The layout of a Markdown table.
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
/// assert_eq!(table.style(Style::padded().delimiter_spaces(false)).markdown(&errbook::body::MESSAGE)?, "\
/// | Name    | Type   |
/// |---------|--------|
/// | `error` | string |
/// ");
/// # Ok::<(), errbook_docgen::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "each is an option of its own")]
pub struct Style {
    pub(crate) outer_pipes: bool,
    pub(crate) trailing_pipe: bool,
    pub(crate) spaces: Spaces,
    pub(crate) collapse_empty: bool,
    pub(crate) padded_cells: bool,
    pub(crate) delimiter: Delimiter,
    pub(crate) delimiter_spaces: bool,
    pub(crate) unit: WidthUnit,
}

/// The width of the dashes below a header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Delimiter {
    /// As wide as the column if its cells are padded, otherwise as wide as the header.
    Column,
    /// As wide as the header.
    Header,
    /// This many characters, or more if the alignment needs them.
    Fixed(usize),
}

/// Where there are spaces between a cell and the pipes beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Spaces {
    /// On both sides: `| a |`.
    Both,
    /// Before the cell: `| a|`.
    Before,
    /// Behind the cell: `|a |`.
    After,
    /// None: `|a|`.
    None,
}

/// The unit of cell widths.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum WidthUnit {
    /// Characters (Unicode scalar values).
    Characters,
    /// Columns of a terminal or of an editor with a fixed-width font. An emoji or 漢 takes two (Unicode TR 11).
    Columns,
}

impl Style {
    /// Pads cells, so that columns are aligned in the source as Prettier does it. This is the default.
    pub const fn padded() -> Self {
        Self {
            outer_pipes: true,
            trailing_pipe: true,
            spaces: Spaces::Both,
            collapse_empty: false,
            padded_cells: true,
            delimiter: Delimiter::Column,
            delimiter_spaces: true,
            unit: WidthUnit::Columns,
        }
    }

    /// Does not pad cells: a longer cell changes one line, not all of them.
    pub const fn compact() -> Self {
        Self { padded_cells: false, delimiter: Delimiter::Fixed(3), ..Self::padded() }
    }

    /// Does not pad cells and writes no outer pipes, as in pages of Slate. A row that Markdown would not read as a row has them.
    pub const fn slate() -> Self {
        Self { outer_pipes: false, padded_cells: false, delimiter: Delimiter::Header, ..Self::padded() }
    }

    /// Sets whether lines start and end with a pipe.
    #[must_use]
    pub const fn outer_pipes(mut self, outer_pipes: bool) -> Self {
        self.outer_pipes = outer_pipes;
        self
    }

    /// Sets whether lines that start with a pipe also end with one. A line whose last cell is empty always does.
    #[must_use]
    pub const fn trailing_pipe(mut self, trailing_pipe: bool) -> Self {
        self.trailing_pipe = trailing_pipe;
        self
    }

    /// Sets where there are spaces beside cells.
    ///
    /// # Examples
    ///
    /// ```
    /// use errbook_docgen::{Spaces, Style, Table};
    ///
    /// let style = Style::compact().spaces(Spaces::None).delimiter_spaces(false);
    /// let table = Table::new().column(("Name", "`{{ name }}`")).column(("Type", "{{ type }}")).style(style);
    /// assert_eq!(table.markdown(&errbook::body::MESSAGE)?, "|Name|Type|\n|-----|-----|\n|`error`|string|\n");
    /// # Ok::<(), errbook_docgen::Error>(())
    /// ```
    #[must_use]
    pub const fn spaces(mut self, spaces: Spaces) -> Self {
        self.spaces = spaces;
        self
    }

    /// Sets whether an empty cell is written as `||`, without spaces and padding.
    #[must_use]
    pub const fn collapse_empty(mut self, collapse_empty: bool) -> Self {
        self.collapse_empty = collapse_empty;
        self
    }

    /// Sets whether cells are padded to the width of their column.
    #[must_use]
    pub const fn padded_cells(mut self, padded_cells: bool) -> Self {
        self.padded_cells = padded_cells;
        self
    }

    /// Sets the width of the dashes.
    #[must_use]
    pub const fn delimiter(mut self, delimiter: Delimiter) -> Self {
        self.delimiter = delimiter;
        self
    }

    /// Sets whether there are spaces around the dashes; if not, dashes take their place.
    #[must_use]
    pub const fn delimiter_spaces(mut self, delimiter_spaces: bool) -> Self {
        self.delimiter_spaces = delimiter_spaces;
        self
    }

    /// Sets the unit of cell widths.
    #[must_use]
    pub const fn unit(mut self, unit: WidthUnit) -> Self {
        self.unit = unit;
        self
    }
}

impl Default for Style {
    fn default() -> Self {
        Self::padded()
    }
}

impl Take for Style {
    options!(|style, option, value, _is_first|
        "style" => {
            let (padded, compact) = (("padded", Self::padded()), ("compact", Self::compact()));
            *style = word(value, &[padded, compact, ("slate", Self::slate())])?;
        },
        "unit" => {
            style.unit = word(value, &[("characters", WidthUnit::Characters), ("columns", WidthUnit::Columns)])?;
        },
        "delimiter" => style.delimiter = match (value, value.parse()) {
            ("column", _) => Delimiter::Column,
            ("header", _) => Delimiter::Header,
            (_, width) => Delimiter::Fixed(width.map_err(|_| "`column`, `header` or a number")?),
        },
        "delimiter-spaces" => style.delimiter_spaces = flag(value)?,
        "outer-pipes" => style.outer_pipes = flag(value)?,
        "trailing-pipe" => style.trailing_pipe = flag(value)?,
        "padded-cells" => style.padded_cells = flag(value)?,
        "spaces" => {
            let (before, after) = (("before", Spaces::Before), ("after", Spaces::After));
            style.spaces = word(value, &[("both", Spaces::Both), before, after, ("none", Spaces::None)])?;
        },
        "collapse-empty" => style.collapse_empty = flag(value)?,
        _ => {}
    );
}
