//! The layout of Markdown tables.

use crate::block::options::{Word, options};

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

/// Makes the style of the table of its settings: each is a field, a method and an option.
macro_rules! style {
    ($(#[$style:meta])* Style { $($(#[$doc:meta])* $name:ident: $ty:ty = $default:expr, $option:literal;)* }) => {
        $(#[$style])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub struct Style {
            $(pub(crate) $name: $ty,)*
        }

        impl Style {
            /// Pads cells, so that columns are aligned in the source as Prettier does it. This is the default.
            pub const fn padded() -> Self {
                Self { $($name: $default),* }
            }

            $(
                $(#[$doc])*
                #[must_use]
                pub const fn $name(mut self, $name: $ty) -> Self {
                    self.$name = $name;
                    self
                }
            )*
        }

        options!(Style: |style, value, _is_first|
            "style" => *style = Word::read(value)?,
            $($option => style.$name = Word::read(value)?,)*
        );
    };
}

style! {
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
    Style {
        /// Sets the unit of cell widths.
        unit: WidthUnit = WidthUnit::Columns, "unit";

        /// Sets the width of the dashes.
        delimiter: Delimiter = Delimiter::Column, "delimiter";

        /// Sets whether there are spaces around the dashes; if not, dashes take their place.
        delimiter_spaces: bool = true, "delimiter-spaces";

        /// Sets whether lines start and end with a pipe.
        outer_pipes: bool = true, "outer-pipes";

        /// Sets whether lines that start with a pipe also end with one. A line whose last cell is empty always does.
        trailing_pipe: bool = true, "trailing-pipe";

        /// Sets whether cells are padded to the width of their column.
        padded_cells: bool = true, "padded-cells";

        /// Sets where there are spaces beside cells.
        spaces: Spaces = Spaces::Both, "spaces";

        /// Sets whether an empty cell is written as `||`, without spaces and padding.
        collapse_empty: bool = false, "collapse-empty";
    }
}

impl Style {
    /// Does not pad cells: a longer cell changes one line, not all of them.
    pub const fn compact() -> Self {
        Self::padded().padded_cells(false).delimiter(Delimiter::Fixed(3))
    }

    /// Does not pad cells and writes no outer pipes, as in pages of Slate. A row that Markdown would not read as a row has them.
    pub const fn slate() -> Self {
        Self::padded().outer_pipes(false).padded_cells(false).delimiter(Delimiter::Header)
    }
}

impl Default for Style {
    fn default() -> Self {
        Self::padded()
    }
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
