//! Markdown (`CommonMark` with the tables of GitHub) and its flavours.
//!
//! What an author wrote is kept: it is parsed with a hole for each value (`context.rs`), and `fill.rs` writes the values. Doc
//! comments are parsed and written anew (`print.rs`).

mod address;
mod around;
mod code;
mod context;
mod fill;
mod flavour;
mod front_matter;
mod line;
mod place;
mod print;
mod table;
mod text;

pub(crate) use self::fill::{Whole, assemble, page};
pub(crate) use self::flavour::Flavour;
use self::place::Inline as Spot;
use super::{Markup, Place, Position};
use crate::ast::{Block, Definition, Grid, Inline, List};

/// Whether a `<` begins a tag.
fn begins_tag(html: &str) -> bool {
    let next = html.chars().nth(1);
    next.is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?'))
}

impl Markup for Flavour {
    fn name(&self) -> &'static str {
        Self::name(*self)
    }

    fn extensions(&self) -> &'static [&'static str] {
        match self {
            Self::Gfm => &["md", "markdown"],
            Self::Mdx => &["mdx"],
            Self::VitePress | Self::MkDocs => &[],
        }
    }

    fn comment(&self) -> Option<(&'static str, &'static str)> {
        Some(match self {
            Self::Gfm | Self::VitePress | Self::MkDocs => ("<!--", "-->"),
            Self::Mdx => ("{/*", "*/}"),
        })
    }

    fn inline(&self, content: &[Inline], position: Position<'_>) -> String {
        let spot = match position.place {
            Place::Cell => Spot::Cell { indentation: None },
            Place::Heading => Spot::Heading { indentation: 0 },
            Place::Paragraph | Place::Term => {
                Spot::Block { indentation: Some(0), is_alone: false, prefix: String::new() }
            }
        };
        let around = around::Around {
            inline: &spot,
            before: position.before,
            after: position.after,
            is_value: false,
            is_marked: false,
        };
        print::line(content, around, *self)
    }

    fn heading(&self, level: usize, content: &[Inline], anchor: Option<&str>) -> String {
        let heading = self.inline(content, Position::at(Place::Heading));
        let (before, behind) = anchor.map(|anchor| self.anchor(anchor)).unwrap_or_default();
        format!("{} {before}{heading}{behind}", "#".repeat(level.clamp(1, 6)))
    }

    fn code_block(&self, language: &str, code: &str) -> String {
        print::code_block(language, code.trim_end())
    }

    fn quote(&self, blocks: &[Block]) -> String {
        print::block(&Block::Quote(blocks.to_vec()), *self)
    }

    fn list(&self, list: &List) -> String {
        print::block(&Block::List(list.clone()), *self)
    }

    /// GitHub has no definition lists; Markdown Extra, `MkDocs`, Hugo and Pandoc have this one. MDX has the elements.
    fn definitions(&self, items: &[Definition]) -> String {
        print::block(&Block::Definitions(items.to_vec()), *self)
    }

    fn table(&self, grid: &Grid) -> String {
        table::write(grid, *self)
    }

    fn rule(&self) -> String {
        "---".to_owned()
    }

    fn verbatim(&self, text: &str) -> String {
        text.to_owned()
    }

    fn address(&self, text: &str) -> String {
        address::escape(text)
    }

    fn block(&self, block: &Block) -> String {
        print::block(block, *self)
    }

    fn blocks(&self, blocks: &[Block]) -> String {
        print::blocks(blocks, *self)
    }
}
