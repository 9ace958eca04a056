//! `AsciiDoc`: character references for text, its own blocks for those of Markdown.

mod address;
mod code;
mod prose;
mod table;
mod text;

use self::prose::Blocks;
use self::text::{Origin, Spot, Table};
use super::{Markup, Place, Position};
use crate::ast::{Block, Definition, Grid, Inline, List};

/// Stands for a neighbour that is not known yet.
const HOLE: char = '\u{FDD0}';

#[derive(Debug)]
pub(crate) struct AsciiDoc;

impl Markup for AsciiDoc {
    fn name(&self) -> &'static str {
        "AsciiDoc"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["adoc", "asciidoc"]
    }

    fn comment(&self) -> Option<(&'static str, &'static str)> {
        Some(("//", ""))
    }

    fn inline(&self, content: &[Inline], position: Position<'_>) -> String {
        let before = position.before.chars().next_back();
        let spot = Spot {
            before,
            after: position.after,
            begins_line: position.before.trim().is_empty() && position.place != Place::Heading,
            on_one_line: matches!(position.place, Place::Heading | Place::Term),
            table: match position.place {
                Place::Cell => Table::Cell,
                _ if position.is_value => Table::Unknown,
                _ => Table::None,
            },
            origin: if position.is_value { Origin::Value } else { Origin::Markdown },
            ..Spot::default()
        };
        prose::inline(content, &spot)
    }

    fn heading(&self, level: usize, content: &[Inline], anchor: Option<&str>) -> String {
        let anchor = anchor.map(|anchor| format!("[#{anchor}]\n")).unwrap_or_default();
        format!("{anchor}{} {}", "=".repeat(level.min(6)), self.inline(content, Position::at(Place::Heading)))
    }

    fn code_block(&self, language: &str, code: &str) -> String {
        code::block(code, language, false)
    }

    fn quote(&self, blocks: &[Block]) -> String {
        Blocks::default().block(&Block::Quote(blocks.to_vec()))
    }

    fn list(&self, list: &List) -> String {
        Blocks::default().block(&Block::List(list.clone()))
    }

    fn definitions(&self, items: &[Definition]) -> String {
        let item = |item: &Definition| {
            let term = self.inline(&item.term, Position::at(Place::Term));
            let definition = Blocks::default().attached(&item.blocks);
            format!("{term}:: {definition}").trim_end_matches(' ').to_owned()
        };
        items.iter().map(item).collect::<Vec<_>>().join("\n")
    }

    fn table(&self, grid: &Grid) -> String {
        table::write(grid)
    }

    fn rule(&self) -> String {
        "'''".to_owned()
    }

    fn verbatim(&self, text: &str) -> String {
        code::verbatim(text, code::Lines { at_start: false, below_at_start: true, ends: true })
    }

    fn address(&self, text: &str) -> String {
        address::escape(text)
    }

    fn block(&self, block: &Block) -> String {
        Blocks::default().block(block)
    }

    fn blocks(&self, blocks: &[Block]) -> String {
        Blocks::default().write(blocks)
    }
}
