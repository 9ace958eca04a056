//! reStructuredText: backslashes for text, its own blocks for those of Markdown.

mod address;
mod blocks;
mod code;
mod code_block;
mod prose;
mod table;
mod text;

use unicode_width::UnicodeWidthChar;

use self::text::{Spot, Within};
use super::{Markup, Place, Position};
use crate::ast::{Block, Definition, Grid, Inline, List};
use crate::template::{Piece, indented};

/// Stands for a neighbour that is not known yet.
const HOLE: char = '\u{FDD0}';

#[derive(Debug)]
pub(crate) struct ReStructuredText;

impl Markup for ReStructuredText {
    fn name(&self) -> &'static str {
        "reStructuredText"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["rst"]
    }

    fn comment(&self) -> Option<(&'static str, &'static str)> {
        Some(("..", ""))
    }

    fn inline(&self, content: &[Inline], position: Position<'_>) -> String {
        // Behind markers and labels of the author's, too.
        let begins_line = !position.before.contains(char::is_alphanumeric)
            || position.before.trim_end_matches(' ').ends_with(':')
            || position.before.trim_start_matches(char::is_alphanumeric).trim() == ".";
        let spot = Spot {
            before: position.before.chars().next_back(),
            after: position.after,
            begins_line,
            within: if position.place == Place::Term { Within::Term } else { Within::Prose },
            in_markdown: !position.is_value,
        };
        prose::inline(content, &spot)
    }

    fn heading(&self, level: usize, content: &[Inline], anchor: Option<&str>) -> String {
        let anchor = anchor.map(|anchor| format!(".. _{anchor}:\n\n")).unwrap_or_default();
        let title = self.inline(content, Position::at(Place::Heading));
        let sign = ['=', '-', '~', '^', '"'].get(level.saturating_sub(1)).copied().unwrap_or('\'');
        format!("{anchor}{title}\n{}", line_under(&title, sign))
    }

    fn code_block(&self, language: &str, code: &str) -> String {
        code_block::write(language, code)
    }

    fn quote(&self, blocks: &[Block]) -> String {
        blocks::write(&[Block::Quote(blocks.to_vec())])
    }

    fn list(&self, list: &List) -> String {
        blocks::block(&Block::List(list.clone()))
    }

    fn definitions(&self, items: &[Definition]) -> String {
        let item = |item: &Definition| {
            let term = self.inline(&item.term, Position::at(Place::Term));
            format!("{term}\n    {}", indented(&blocks::write(&item.blocks), "    "))
                .trim_end_matches([' ', '\n'])
                .to_owned()
        };
        items.iter().map(item).collect::<Vec<_>>().join("\n\n")
    }

    fn table(&self, grid: &Grid) -> String {
        table::write(grid)
    }

    fn rule(&self) -> String {
        blocks::block(&Block::Rule)
    }

    fn verbatim(&self, text: &str) -> String {
        text.replace(text::is_break, "\n")
    }

    fn address(&self, text: &str) -> String {
        address::escape(text)
    }

    fn block(&self, block: &Block) -> String {
        blocks::block(block)
    }

    fn blocks(&self, blocks: &[Block]) -> String {
        blocks::write(blocks)
    }
}

/// A line under a title that a template printed.
pub(crate) fn underline(printed: &str, sign: char) -> String {
    let title = super::page::write(&ReStructuredText, &Piece::split(printed));
    line_under(title.lines().next().unwrap_or_default(), sign)
}

/// A line as long as the title, in the columns that docutils counts.
fn line_under(title: &str, sign: char) -> String {
    // Of characters without a width in this version of Unicode, the most that another one may say.
    let is_wide = |c: char| c.width() == Some(2) || c >= '\u{17000}';
    let width: usize = title.chars().map(|c| if is_wide(c) { 2 } else { 1 }).sum();
    sign.to_string().repeat(width.max(4))
}
