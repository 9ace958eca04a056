//! The layout of Markdown tables.

use crate::block::options::{Word, options};

/// The layout of a Markdown table.
///
/// # Examples
///
/// ```
/// use errbook_docgen::{Style, Table};
///
/// let table = Table::new().column(("Name", "`{{ name }}`")).column(("Type", "{{ type }}"));
///
/// assert_eq!(table.clone().style(Style::compact()).markdown(&errbook::body::MESSAGE)?, "\
/// | Name | Type |
/// | --- | --- |
/// | `error` | string |
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
}

impl Default for Style {
    fn default() -> Self {
        Self::padded()
    }
}

/// The methods that set a field, and the options that do.
macro_rules! knobs {
    ($($(#[$doc:meta])* $name:ident: $ty:ty, $option:literal;)*) => {
        impl Style {$(
            $(#[$doc])*
            #[must_use]
            pub const fn $name(mut self, $name: $ty) -> Self {
                self.$name = $name;
                self
            }
        )*}

        options!(Style: |style, value, _is_first|
            "style" => *style = Word::read(value)?,
            $($option => style.$name = Word::read(value)?,)*
        );
    };
}

knobs! {
    /// Sets the unit of cell widths.
    unit: WidthUnit, "unit";

    /// Sets the width of the dashes.
    delimiter: Delimiter, "delimiter";

    /// Sets whether there are spaces around the dashes; if not, dashes take their place.
    delimiter_spaces: bool, "delimiter-spaces";

    /// Sets whether lines start and end with a pipe.
    outer_pipes: bool, "outer-pipes";

    /// Sets whether lines that start with a pipe also end with one. A line whose last cell is empty always does.
    trailing_pipe: bool, "trailing-pipe";

    /// Sets whether cells are padded to the width of their column.
    padded_cells: bool, "padded-cells";

    /// Sets where there are spaces beside cells.
    spaces: Spaces, "spaces";

    /// Sets whether an empty cell is written as `||`, without spaces and padding.
    collapse_empty: bool, "collapse-empty";
}

impl Word for Style {
    const WORDS: &'static [(&'static str, Self)] =
        &[("padded", Self::padded()), ("compact", Self::compact()), ("slate", Self::slate())];
}

impl Word for WidthUnit {
    const WORDS: &'static [(&'static str, Self)] =
        &[("characters", Self::Characters), ("columns", Self::Columns)];
}

impl Word for Spaces {
    const WORDS: &'static [(&'static str, Self)] =
        &[("both", Self::Both), ("before", Self::Before), ("after", Self::After), ("none", Self::None)];
}

impl Word for Delimiter {
    const WORDS: &'static [(&'static str, Self)] = &[("column", Self::Column), ("header", Self::Header)];

    fn read(value: &str) -> Result<Self, String> {
        let word = Self::WORDS.iter().find(|(word, _)| *word == value).map(|(_, meaning)| *meaning);
        let number = || value.parse().ok().map(Self::Fixed);
        word.or_else(number).ok_or_else(|| "`column`, `header` or a number".to_owned())
    }
}
